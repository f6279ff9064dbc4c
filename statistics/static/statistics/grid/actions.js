/* What can be done to the table, by a tool, a key or the mouse. */

import { askForColumn } from "./column.js";
import { isMirrored } from "./direction.js";
import * as edits from "./edits.js";
import { askForFile } from "./file.js";
import { readSpec } from "./specs.js";
import { gettext } from "../../careerguide/admin/words.js";

export function startActions(grid, texts) {
  const { root, history, view, marks, say } = grid;
  const place = () => view.selection() ?? { top: 0, bottom: 0, left: 0, right: 0 };
  const at = (row, column) => ({ row, column });

  /* Runs an edit; a sentence that it throws is shown. */
  const change = (edit, select) => {
    try {
      history.commit(edit(history.state, place()), select);
    } catch (problem) {
      say(problem.message, true);
    }
  };

  async function column(field) {
    const { columns } = history.state;
    const found = columns.findIndex((c) => c.field === field);
    const left = found >= 0 ? found : Math.min(place().left, columns.length - 1);
    const answer = await askForColumn(root, columns[left], marks.answered(columns[left]));
    const { top } = place();
    if (answer) change((state) => edits.setColumn(state, left, answer), at(top, left));
    else view.select(top, left);
  }

  /* Reads a file, or what was pasted as if it were one; `options` as `askForFile` has. */
  async function file(options = {}) {
    const note = grid.form.elements.note;
    const hasNote = Boolean(note?.value.trim());
    const fields = { table: grid.table, ...grid.texts() };
    const found = await askForFile(root, fields, { ...options, hasNote });
    if (!found) return;
    grid.inferred.forget();
    change(() => texts.fill(found.answer), at(0, 0));
    const types = history.state.columns.map((c) => [c.label, readSpec(c.spec).type]);
    grid.inferred.take(found.answer.inferred, [], Object.fromEntries(types));
    if (found.notes && note) {
      note.value = [note.value.trim(), found.notes].filter(Boolean).join("\n\n");
      note.dispatchEvent(new Event("input", { bubbles: true }));
    }
    say(
      found.notes
        ? gettext("The cells and the note are here; nothing is saved yet.")
        : gettext("The cells of the file are here; nothing is saved yet."),
    );
    offerToReadAgain({ given: found.file, choices: found.choices });
  }

  function offerToReadAgain(options) {
    const again = root.querySelector(".grid-read-again");
    again.hidden = false;
    again.onclick = () => file(options);
  }

  function fact() {
    const { top, left } = place();
    const { columns, rows } = history.state;
    if (!columns[left] || !marks.nameOf(rows[top])) {
      say(gettext("Choose a cell in a row that has a name."), true);
      return;
    }
    marks.setFact(rows[top], columns[left]);
    view.repaint(rows.map((row) => row.id));
    say(
      gettext(
        "This cell is the quick fact. Say below what the number is, under “Quick fact”.",
      ),
    );
  }

  function text(button) {
    const asText = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", String(asText));
    if (asText) return texts.show();
    texts.hide();
    history.commit(texts.read());
    return grid.check.check();
  }

  const moveRow = (step) => () => {
    const { top, left } = place();
    change((state, p) => edits.moveRows(state, p, step), at(top + step, left));
  };
  const back = isMirrored(root) ? 1 : -1; // the column to the left
  const moveColumn = (step) => () => {
    const { top, left } = place();
    change((state, p) => edits.moveColumns(state, p, step), at(top, left + step));
  };
  const clear = () => change(edits.clearCells);

  const tools = {
    undo: () => history.undo(),
    redo: () => history.redo(),
    "add-row": () => {
      const { bottom, left } = place();
      change((state) => edits.addRow(state, bottom + 1), at(bottom + 1, left));
    },
    "delete-row": () => change(edits.deleteRows),
    "row-up": moveRow(-1),
    "row-down": moveRow(1),
    "add-column": () => {
      const { top, right } = place();
      const next = Math.min(right + 1, history.state.columns.length);
      change((state) => edits.addColumn(state, next), at(top, next));
    },
    "delete-column": () => change(edits.deleteColumns),
    "column-left": moveColumn(back),
    "column-right": moveColumn(-back),
    column: () => column(),
    names: () => change(edits.namesFromFirstRow, at(0, 0)),
    fact,
    file: () => file(),
    text,
  };

  return {
    tools,
    ...{ file, offerToReadAgain },
    ...{ column, clear, say, undo: tools.undo, redo: tools.redo },
    ...{ rowUp: tools["row-up"], rowDown: tools["row-down"] },
    ...{ columnLeft: tools["column-left"], columnRight: tools["column-right"] },

    type({ row, column: left }, written) {
      const block = [[written.trim()]];
      if ((history.state.rows[row][history.state.columns[left].field] ?? "") === block[0][0]) return;
      change((state) => edits.setCells(state, row, left, block));
      grid.typed.read(history.state.rows[row], history.state.columns[left]);
    },

    setColumn: (left, changes) => change((state) => edits.setColumn(state, left, changes)),

    markTotals(rows) {
      change((state) => edits.setFlags(state, rows.map((row) => row.id), "total"));
    },

    flag(row, flag) {
      change((state) => edits.setFlag(state, row, flag, !state.rows[row][flag]));
    },

    space() {
      const { top, left } = place();
      const flag = ["forecast", "total"][left - history.state.columns.length];
      if (flag) this.flag(top, flag);
      else view.edit(" ");
    },

    step({ row, column: right }) {
      const { top, left } = place();
      if (right) this.next(right);
      else if (top + row === history.state.rows.length) tools["add-row"]();
      else view.select(top + row, left);
    },

    /* To the next cell, or the next row's first; false at the end of the grid. */
    next(step) {
      const { top, left } = place();
      const width = history.state.columns.length + 2;
      const next = top * width + left + step;
      if (next < 0 || next >= history.state.rows.length * width) return false;
      view.select(Math.floor(next / width), next % width);
      return true;
    },

    selectAll() {
      const { columns, rows } = history.state;
      const last = view.cell(rows.length - 1, columns.length - 1);
      view.table.getRanges()[0].setBounds(view.cell(0, 0), last);
    },

    rowMoved(id, row) {
      const moving = history.state.rows.find((r) => r.id === id);
      const rows = history.state.rows.filter((r) => r.id !== id).toSpliced(row, 0, moving);
      change((state) => ({ ...state, rows }), at(row, place().left));
    },

    columnsMoved(fields) {
      const columns = fields.map((f) => history.state.columns.find((c) => c.field === f));
      change((state) => ({ ...state, columns }));
    },

    refresh() {
      for (const [name, able] of [
        ["undo", history.canUndo],
        ["redo", history.canRedo],
      ]) {
        const button = root.querySelector(`[data-tool=${name}]`);
        button.setAttribute("aria-disabled", String(!able));
      }
    },
  };
}
