/* The grid on the page, drawn by Tabulator: where the selection is, and what is typed.
   It shows a state and never changes one; `on` hears what somebody does. */

import { cellEditor } from "./editor.js";
import { checkbox, header, paint } from "./cells.js";
import { keysOf } from "./direction.js";
import { gettext } from "../../careerguide/admin/words.js";

const FLAGS = { forecast: gettext("Forecast"), total: gettext("Total") };
const ROW = gettext("Row");

const SEEN = 3; // columns that are to be seen beside the flags without scrolling
const NARROWEST = 96; // pixels
const WIDEST = 260;

const roomFor = (title, least) => Math.max(least, title.length * 8 + 22); // pixels

export function startView(element, on, marks) {
  let state = null;
  let built = "";
  let wanted = { row: 0, column: 0 };
  let typed = null; // what begins an edit in place of the cell's text
  let isEditing = false;
  let waiting = false; // whether something was not drawn, so that no key is lost

  const table = new Tabulator(element, {
    index: "id",
    layout: "fitColumns",
    maxHeight: "32rem",
    // Tabulator would draw all anew when it first scrolls into view, and take away the
    // selection and the box in which somebody types: we do it, see below.
    autoResize: false,
    columnDefaults: { headerSort: false, resizable: "header" },
    rowHeader: {
      formatter: "rownum",
      title: ROW,
      resizable: false,
      frozen: true,
      width: roomFor(ROW, 48),
      minWidth: 48,
      hozAlign: "center",
      rowHandle: true,
      cssClass: "grid-row-number",
    },
    selectableRange: 1,
    selectableRangeColumns: true,
    selectableRangeRows: true,
    selectableRangeAutoFocus: false,
    editTriggerEvent: "dblclick",
    movableRows: true,
    movableColumns: true,
    keybindings: { navPrev: false, navNext: false, ...keysOf(element) },
  });

  const columnOf = (column) => ({
    field: column.field,
    title: column.label,
    minWidth: widthOf(column),
    titleFormatter: () => header(column, marks, () => on.describe(column.field)),
    formatter: (cell) => paint(cell, column, marks),
    editor: cellEditor({
      take: () => [typed, (typed = null)][0],
      written: (cell) => marks.written(cell.getValue() ?? "", column),
      opened: () => (isEditing = true),
      closed: () => {
        isEditing = false;
        if (waiting) queueMicrotask(() => this_.catchUp());
      },
      done: (cell, text, step) => {
        on.type(placeOf(cell), text);
        if (step) on.step(step);
      },
    }),
  });
  const flagOf = ([field, title]) => ({
    field,
    title,
    width: roomFor(title, 56),
    minWidth: 56,
    hozAlign: "center",
    headerHozAlign: "center",
    cssClass: "grid-flag",
    formatter: (cell) => checkbox(cell, title),
    cellClick: (_event, cell) => on.flag(cell.getRow().getPosition() - 1, field),
  });

  /* Room for the longest text, within reason. */
  function widthOf({ field, label }) {
    const lengths = state.rows.map((row) => (row[field] ?? "").length);
    const longest = Math.max(label.length + 1, ...lengths);
    return Math.min(Math.max(NARROWEST, longest * 8.5 + 20), roomForEach());
  }

  /* The widest that a column may be so that the first ones are seen together. */
  function roomForEach() {
    const taken = roomFor(ROW, 48) + Object.values(FLAGS).reduce((sum, t) => sum + roomFor(t, 56), 0);
    const free = element.clientWidth - taken - 4; // its borders
    const shown = Math.min(SEEN, state.columns.length);
    return Math.max(NARROWEST, Math.min(WIDEST, Math.floor(free / shown)));
  }

  function placeOf(cell) {
    const column = state.columns.findIndex((c) => c.field === cell.getField());
    return { row: cell.getRow().getPosition() - 1, column };
  }

  table.on("rowMoved", (row) => on.rowMoved(row.getData().id, row.getPosition() - 1));
  table.on("columnMoved", (_column, columns) =>
    on.columnsMoved(columns.map((c) => c.getField()).filter((f) => f?.startsWith("c"))),
  );
  for (const event of ["rangeAdded", "rangeChanged"]) {
    table.on(event, () => queueMicrotask(() => on.selected()));
  }

  let width = element.clientWidth;
  new ResizeObserver(() => {
    if (!element.clientWidth || element.clientWidth === width) return;
    width = element.clientWidth;
    if (isEditing) waiting = true;
    else this_.redraw();
  }).observe(element);

  // A row is dragged by its number: the browser must not drag the text it shows.
  element.addEventListener("dragstart", (event) => event.preventDefault());

  const this_ = {
    table,
    get isEditing() {
      return isEditing;
    },
    ready: new Promise((resolve) => table.on("tableBuilt", resolve)),

    async show(next, select) {
      const had = element.contains(document.activeElement);
      const before = state;
      const now = this.selection();
      wanted = select ?? (now ? { row: now.top, column: now.left } : wanted);
      state = next;
      const names = JSON.stringify(next.columns);
      if (names !== built) {
        built = names;
        table.setColumns([...next.columns.map(columnOf), ...Object.entries(FLAGS).map(flagOf)]);
      }
      // Copies: Tabulator writes into the rows it is given.
      const rows = next.rows.map((row) => ({ ...row }));
      if (hasSameRows(before, next)) {
        await table.updateData(rows.filter((_, place) => next.rows[place] !== before.rows[place]));
        if (!select) return;
      } else {
        await table.replaceData(rows);
      }
      this.select(wanted.row, wanted.column, had || Boolean(select));
    },

    /* What is selected, in places of the state; flags stand right of the columns. */
    selection() {
      const [range] = state && table.getRanges ? table.getRanges() : [];
      if (!range?.getCells().length) return null;
      const [top, bottom] = [range.getTopEdge(), range.getBottomEdge()];
      const [left, right] = [range.getLeftEdge() - 1, range.getRightEdge() - 1];
      return { top, bottom, left: Math.max(0, left), right: Math.max(0, right) };
    },

    cell(row, column) {
      const rows = table.getRows();
      const fields = [...state.columns.map((c) => c.field), ...Object.keys(FLAGS)];
      const at = (list, place) => list[Math.max(0, Math.min(place, list.length - 1))];
      return rows.length ? at(rows, row).getCell(at(fields, column)) : null;
    },

    select(row, column, focus = true) {
      const cell = this.cell(row, column);
      if (!cell) return;
      wanted = { row, column };
      table.getRanges()[0]?.setBounds(cell);
      table.scrollToRow(cell.getRow(), "nearest", false).catch(() => {});
      table.scrollToColumn(cell.getField(), "middle", false).catch(() => {});
      if (focus) {
        element.querySelector(".tabulator-tableholder").focus({ preventScroll: true });
      }
    },

    edit(text = null) {
      const { top, left } = this.selection() ?? {};
      if (top === undefined || left >= state.columns.length) return;
      typed = text;
      this.cell(top, left).edit(true);
      typed = null;
    },

    /* Draw all that can be seen again. */
    repaintAll() {
      if (isEditing) return void (waiting = true);
      for (const row of table.getRows(state.rows.length > 200 ? "visible" : "all")) {
        row.reformat();
      }
    },

    /* Draw these rows again, as what is known of their cells has changed. */
    repaint(ids) {
      if (isEditing) return void (waiting = true);
      for (const id of new Set(ids)) table.getRow(id)?.reformat?.();
    },

    /* What had to wait while somebody typed: drawing would have taken the box away. */
    catchUp() {
      if (isEditing) return;
      waiting = false;
      this.redraw();
      this.repaintAll();
      on.caughtUp();
    },

    redraw() {
      if (state) table.redraw();
    },

    wait() {
      waiting = true;
    },
  };
  return this_;
}

/* Whether the same rows and columns stand in the same places, whatever they hold. */
function hasSameRows(before, next) {
  return (
    before?.columns === next.columns &&
    before.rows.length === next.rows.length &&
    next.rows.every((row, place) => row.id === before.rows[place].id)
  );
}
