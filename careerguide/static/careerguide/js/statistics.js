/* Sorting a table without loading the page again, which works without script, too.
   Copying is the one thing that needs script. */

/* --- Sort a table ---------------------------------------------------------------- */

function cellValue(row, index, isText) {
  const cell = row.cells[index];
  if (cell.classList.contains("missing")) return null;
  const text = cell.textContent.trim();
  if (isText) return text;
  return parseFloat(text.replace("\u2212", "-").replace(/[^\d.-]/g, ""));
}

function sortRows(form, button) {
  const head = button.closest("th");
  const body = form.querySelector("tbody");
  const descending = button.value.startsWith("-");
  const isText = !head.classList.contains("number") && !head.classList.contains("which");
  const index = head.cellIndex;
  const rank = (row) =>
    row.classList.contains("total") ? 2 : cellValue(row, index, isText) === null ? 1 : 0;
  const compare = isText ? (a, b) => a.localeCompare(b, document.documentElement.lang) : (a, b) => a - b;
  const rows = [...body.rows].sort((a, b) => {
    const order = rank(a) - rank(b);
    if (order || rank(a)) return order;
    const [first, second] = [a, b].map((row) => cellValue(row, index, isText));
    return descending ? compare(second, first) : compare(first, second);
  });
  body.append(...rows);
  for (const other of form.querySelectorAll("th[aria-sort]")) other.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", descending ? "descending" : "ascending");
  button.value = (descending ? "" : "-") + button.value.replace(/^-/, "");
}

for (const form of document.querySelectorAll("[data-sortable]")) {
  form.addEventListener("submit", (event) => {
    if (!event.submitter) return;
    event.preventDefault();
    sortRows(form, event.submitter);
  });
}

/* --- Copy ------------------------------------------------------------------------ */

for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const source = document.getElementById(button.dataset.copy);
    await navigator.clipboard.writeText(source.textContent);
    button.textContent = button.dataset.done;
  });
}
