/* What works without script, done without loading the page again: finding figures by
   their words, and sorting a table. Copying is the one thing that needs script. */

const plain = (text) =>
  text.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase();

/* --- Find figures while typing --------------------------------------------------- */

function filterFigures(input, status) {
  const words = plain(input.value).split(/\s+/).filter(Boolean);
  const figures = [...document.querySelectorAll("main .figure")];
  let found = 0;
  for (const figure of figures) {
    const topic = figure.closest(".figure-topic")?.querySelector(".minor-heading");
    const text = plain(figure.textContent + " " + (topic?.textContent ?? ""));
    figure.hidden = !words.every((word) => text.includes(word));
    found += !figure.hidden;
  }
  for (const section of document.querySelectorAll(".figure-topic, .figure-section")) {
    section.hidden = !section.querySelector(".figure:not([hidden])");
  }
  status.textContent = words.length ? `${found} of ${figures.length}` : "";
}

const input = document.querySelector("[data-filter]");
// A list of several pages, or one already searched, is for the server to look through.
if (input && !input.value && !document.querySelector(".pagination")) {
  const status = document.querySelector("[data-filter-status]");
  input.addEventListener("input", () => filterFigures(input, status));
}

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
