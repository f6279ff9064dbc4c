/* The grid over the text of a table's cells. The text stays what is saved: the grid
   reads it, writes it after each change, and steps aside when somebody wants it. */

import { startToolbar } from "../careerguide/admin/editor/toolbar.js";
import { startActions } from "./grid/actions.js";
import { startCheck } from "./grid/check.js";
import { startClipboard } from "./grid/clipboard.js";
import { startHistory } from "./grid/history.js";
import { startInferred } from "./grid/inferred.js";
import { startKeys } from "./grid/keys.js";
import { startMarks } from "./grid/marks.js";
import { startNumbers } from "./grid/numbers.js";
import { startPanel } from "./grid/panel.js";
import { startTexts } from "./grid/texts.js";
import { startTyped } from "./grid/typed.js";
import { startView } from "./grid/view.js";

async function wire(root) {
  const grid = {
    root,
    form: root.closest("form"),
    element: root.querySelector(".grid-table"),
    table: root.querySelector("textarea").dataset.table,
    settled: false, // whether all cells are in our own notation
    rowIds: [],
  };
  const message = root.querySelector(".grid-message");
  grid.say = (sentence, isProblem = false) => {
    message.textContent = sentence;
    message.classList.toggle("grid-message-problem", isProblem);
  };

  const texts = startTexts(grid);
  grid.texts = texts.current;
  grid.numbers = startNumbers(root.dataset);
  grid.marks = startMarks(grid);
  grid.typed = startTyped(grid);
  grid.inferred = startInferred(grid);
  const panel = startPanel(grid);
  const check = startCheck(grid, (answer, { rowIds, isCurrent }) => {
    if (answer.columns) grid.marks.takeColumns(answer.columns);
    grid.view.repaint(grid.marks.takeProblems(answer.problems, rowIds));
    panel.show(answer);
    texts.ask(Boolean(answer.question));
    const types = (answer.columns ?? []).map(({ label, type }) => [label, type]);
    grid.inferred.take(answer.inferred, answer.sentences, Object.fromEntries(types));
    grid.inferred.takeTotals(answer.totals, rowIds);
    if (!answer.texts || !isCurrent || grid.settled) return;
    // Drawing the cells anew would take away the box in which somebody types.
    if (grid.view.isEditing) grid.view.wait();
    else texts.settle(answer.texts);
  });
  grid.history = startHistory(texts.read(), (state, select) => {
    texts.write(state);
    grid.view.show(state, select);
    grid.actions.refresh();
    grid.inferred.refresh();
    grid.typed.refresh();
    check.soon();
  });
  grid.check = check;

  // Text that was not saved has been put back into the fields.
  let isReady;
  const ready = new Promise((resolve) => (isReady = resolve));
  grid.form.addEventListener("guard:filled", async () => {
    await ready;
    grid.history.commit(texts.read());
    check.check();
  });

  texts.hide(); // first, as Tabulator measures what it draws on
  grid.view = startView(
    grid.element,
    {
      type: (place, text) => grid.actions.type(place, text),
      step: (step) => grid.actions.step(step),
      flag: (row, flag) => grid.actions.flag(row, flag),
      describe: (field) => grid.actions.column(field),
      rowMoved: (id, place) => grid.actions.rowMoved(id, place),
      columnsMoved: (fields) => grid.actions.columnsMoved(fields),
      selected: () => {
        panel.announce();
        grid.typed.keepClear();
      },
      caughtUp: () => grid.settled || check.soon(),
    },
    grid.marks,
  );
  await grid.view.ready;
  panel.prepare();
  grid.actions = startActions(grid, texts);
  startKeys(grid.element, grid.view, grid.actions);
  startClipboard(grid);
  startToolbar(root, grid.actions.tools);
  await grid.view.show(grid.history.state);
  grid.actions.refresh();
  check.check();
  isReady();
}

document.querySelectorAll(".table-grid").forEach(wire);
