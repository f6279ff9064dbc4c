/* A cell that was typed: read by the marks of the site's language, and asked about
   where it can be read in two ways. Until then the form is not sent, as what stands in
   the cell would be read by other marks. */

import { post } from "../../careerguide/admin/editor/request.js";
import { fill, gettext } from "../../careerguide/admin/words.js";
import { isMirrored } from "./direction.js";
import { readSpec } from "./specs.js";

export function startTyped(grid) {
  const { root, form, say } = grid;
  const box = root.querySelector(".grid-question");
  const sentence = box.querySelector("[aria-live]");
  const choices = box.querySelector(".grid-question-choices");
  const open = new Map(); // "row id, field" and what is not settled there
  const written = new Map(); // the same key, and what was typed there: 10,5 for 10.5
  let asked = null; // the entry whose question is shown
  let send = null; // the button that waits for the answers

  const textAt = ({ row, field }) =>
    grid.history.state.rows.find((r) => r.id === row)?.[field];
  const isThere = (entry) => textAt(entry) === entry.text;
  const keyOf = ({ row, field }) => `${row} ${field}`;

  /* What the column holds, if somebody said so or its cells are numbers: what was taken
     for text may have been empty, or read before this cell was. */
  function kindOf(column) {
    const found = grid.marks.kindOf(column);
    return readSpec(column.spec).type || (found === "text" ? "" : found) || "";
  }

  /* The texts of a column in other rows, by which the server tells what it holds. */
  const othersIn = ({ field }, isOther) =>
    grid.history.state.rows
      .filter(isOther)
      .map((row) => row[field] ?? "")
      .filter(Boolean)
      .slice(0, 2000);

  /* Asks the server what the text means that now stands in the cell. */
  async function read(row, column) {
    const text = row[column.field] ?? "";
    const entry = { row: row.id, field: column.field, name: column.label, text };
    const kind = kindOf(column);
    const beside = kind ? [] : othersIn(column, (r) => r.id !== row.id);
    open.delete(keyOf(entry));
    written.delete(keyOf(entry));
    if (!text || kind === "text" || grid.numbers.isPlain(text)) return done();
    open.set(keyOf(entry), entry);
    entry.read = (mark) =>
      post(root, root.dataset.clipboardUrl, {
        table: grid.table,
        cells: JSON.stringify([[text]]),
        types: JSON.stringify([kind]),
        beside: JSON.stringify([beside]),
        typed: "1",
        decimal_mark: mark,
      });
    return take(entry, "");
  }

  async function take(entry, mark) {
    try {
      const answer = await entry.read(mark);
      if (open.get(keyOf(entry)) !== entry) return;
      if (answer.question) entry.question = answer.question;
      else settle(entry, answer.cells[0][0], answer.sentences);
    } catch (problem) {
      // It stays open: what it means is asked again before the form is sent.
      entry.failed = true;
      send = null;
      say(problem.message, true);
    }
    done();
  }

  function settle(entry, text, sentences) {
    open.delete(keyOf(entry));
    if (!isThere(entry) || text === entry.text) return;
    written.set(keyOf(entry), { ...entry, read: text });
    if (sentences.length) say(sentences.join(" "));
    grid.history.amend((row) =>
      row.id === entry.row && row[entry.field] === entry.text
        ? { ...row, [entry.field]: text }
        : row,
    );
  }

  /* What was read as a number is as it was typed again, once its column is text. */
  function restore() {
    for (const [key, entry] of written) {
      const column = grid.history.state.columns.find((c) => c.field === entry.field);
      if (column && readSpec(column.spec).type !== "text") continue;
      written.delete(key);
      if (!column || textAt(entry) !== entry.read) continue;
      grid.history.amend((row) =>
        row.id === entry.row && row[entry.field] === entry.read
          ? { ...row, [entry.field]: entry.text }
          : row,
      );
    }
  }

  /* Shows the next question, or sends the form that has waited for the last answer. */
  function done() {
    for (const [key, entry] of open) if (!isThere(entry)) open.delete(key);
    const next = [...open.values()].find((entry) => entry.question);
    if (next !== asked) show(next ?? null);
    if (open.size || !send) return;
    const button = send;
    send = null;
    form.requestSubmit(button.form === form ? button : undefined);
  }

  function show(entry) {
    const had = box.contains(document.activeElement);
    asked = entry;
    box.hidden = !entry;
    if (!entry) {
      if (had) grid.element.querySelector(".tabulator-tableholder").focus();
      return;
    }
    const row = grid.history.state.rows.findIndex((r) => r.id === entry.row) + 1;
    sentence.textContent = fill(
      gettext("Row %(row)s, %(name)s: “%(text)s” can be read in two ways. It means"),
      { row, name: entry.name, text: entry.text },
    );
    const buttons = Object.entries(entry.question.readings).map(([mark, reading]) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "button";
      const number = grid.numbers.shown(reading, "decimal");
      const words = reading.includes(".")
        ? gettext("%(number)s, with decimals")
        : gettext("%(number)s, a whole number");
      button.textContent = fill(words, { number });
      button.addEventListener("click", () => take(entry, mark));
      return button;
    });
    choices.replaceChildren(...buttons);
    place(entry);
    if (had) buttons[0]?.focus();
  }

  /* Below the cell, but clear of the one that Enter goes to, and of the selected one. */
  function place(entry) {
    const cell = document.getElementById(`grid-${entry.row}-${entry.field}`);
    const pane = box.parentElement.getBoundingClientRect();
    const at = cell?.getBoundingClientRect();
    const most = Math.max(0, pane.width - box.offsetWidth);
    box.style.insetBlockStart = `${at ? at.bottom + at.height - pane.top + 4 : 0}px`;
    const start = at && (isMirrored(box) ? pane.right - at.right : at.left - pane.left);
    box.style.insetInlineStart = `${at ? Math.min(most, start) : 0}px`;
    const here = selected();
    const over = box.getBoundingClientRect();
    const beside = !here || here.right <= over.left || here.left >= over.right;
    if (beside || here.bottom <= over.top || here.top >= over.bottom) return;
    box.style.insetBlockStart = `${here.bottom - pane.top + 4}px`;
  }

  function selected() {
    const at = grid.view.selection();
    return at && grid.view.cell(at.top, at.left)?.getElement().getBoundingClientRect();
  }

  window.addEventListener("resize", () => keepClear());

  box.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    grid.element.querySelector(".tabulator-tableholder").focus();
  });

  form.addEventListener(
    "submit",
    (event) => {
      if (!open.size) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      send = event.submitter ?? form;
      for (const entry of open.values()) {
        if (entry.failed) {
          entry.failed = false;
          take(entry, "");
        }
      }
      if (!asked) return;
      say(fill(gettext("Say first what “%(text)s” means."), asked), true);
      box.scrollIntoView({ block: "nearest" });
      choices.querySelector("button")?.focus();
    },
    true,
  );

  const keepClear = () => asked && place(asked);

  function refresh() {
    restore();
    done();
  }

  return { read, refresh, keepClear, ask: () => choices.querySelector("button")?.focus() };
}
