// Order the items of a guide by dragging their rows; the buttons work without this.

const said = document.querySelector(".guide-said");

for (const table of document.querySelectorAll("table[data-order]")) {
  const form = document.getElementById(table.dataset.order);
  const body = table.tBodies[0];
  let dragged = null;
  let saved = Promise.resolve();
  if (!form || !body.querySelector(".guide-move")) continue;

  for (const row of body.rows) {
    row.querySelector("th").addEventListener("pointerdown", () => {
      row.draggable = !getSelection().toString();
    });
    row.addEventListener("dragstart", (event) => {
      dragged = row;
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", row.dataset.key);
      row.classList.add("is-dragged");
    });
    row.addEventListener("dragend", () => {
      row.classList.remove("is-dragged");
      mark(null);
      dragged = null;
    });
    row.addEventListener("dragover", (event) => {
      if (!dragged) return;
      event.preventDefault();
      mark(row);
    });
    row.addEventListener("drop", (event) => {
      if (!dragged || dragged === row) return;
      event.preventDefault();
      const isBelow = dragged.compareDocumentPosition(row) & Node.DOCUMENT_POSITION_FOLLOWING;
      row[isBelow ? "after" : "before"](dragged);
      save();
    });
    row.draggable = true;
  }

  body.addEventListener("click", (event) => {
    const button = event.target.closest(".guide-move button");
    if (!button) return;
    event.preventDefault();
    const row = button.closest("tr");
    const isUp = button.name === "up";
    const other = isUp ? row.previousElementSibling : row.nextElementSibling;
    if (!other) return;
    other[isUp ? "before" : "after"](row);
    save();
    // A row that moves loses the focus, and whoever presses on means the same button.
    (button.disabled ? row.querySelector(".guide-move button:enabled") : button)?.focus();
  });

  function mark(target) {
    for (const row of body.rows) row.classList.toggle("is-target", row === target);
  }

  // One after the other: each tells the server which order it knows of.
  function save() {
    const rows = [...body.rows];
    const keys = rows.map((row) => row.dataset.key).join(" ");
    rows.forEach((row, place) => {
      row.querySelector("[name=up]").disabled = place === 0;
      row.querySelector("[name=down]").disabled = place === rows.length - 1;
    });
    saved = saved.then(() => send(keys));
  }

  async function send(keys) {
    const sent = new FormData(form);
    sent.set("order", keys);
    try {
      const answer = await fetch(form.action, {
        method: "POST",
        body: sent,
        headers: { Accept: "application/json" },
      });
      if (!answer.ok) throw new Error(answer.status);
      const result = await answer.json();
      said.textContent = result.said;
      if (result.is_saved) form.elements.shown.value = keys;
    } catch {
      said.textContent = said.dataset.failed;
    }
  }
}
