/* The grid on the page, drawn by Tabulator: where the selection is, and what is typed.
   It shows a state and never changes one; `on` hears what somebody does. */

import { cellEditor } from "./editor.js";
import { checkbox, header, paint } from "./cells.js";
import { gettext } from "../words.js";

const FLAGS = { forecast: gettext("Forecast"), total: gettext("Total") };
const ROW = gettext("Row");

const roomFor = (title, least) => Math.max(least, title.length * 9 + 20); // pixels

export function startView(element, on, marks) {
  let state = null;
  let built = "";
  let wanted = { row: 0, column: 0 };
  let typed = null; // what begins an edit in place of the cell's text

  const table = new Tabulator(element, {
    index: "id",
    layout: "fitColumns",
    maxHeight: "32rem",
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
    keybindings: { navPrev: false, navNext: false },
  });

  const columnOf = (column) => ({
    field: column.field,
    title: column.label,
    minWidth: widthOf(column),
    titleFormatter: () => header(column, marks, () => on.describe(column.field)),
    formatter: (cell) => paint(cell, column, marks),
    editor: cellEditor({
      take: () => [typed, (typed = null)][0],
      done: (cell, text, step) => {
        on.type(placeOf(cell), text);
        if (step) on.step(step);
      },
    }),
  });
  const flagOf = ([field, title]) => ({
    field,
    title,
    width: roomFor(title, 96),
    minWidth: 96,
    hozAlign: "center",
    headerHozAlign: "center",
    formatter: (cell) => checkbox(cell, title),
    cellClick: (_event, cell) => on.flag(cell.getRow().getPosition() - 1, field),
  });

  /* Room for the longest text, within reason. */
  function widthOf({ field, label }) {
    const lengths = state.rows.map((row) => (row[field] ?? "").length);
    const longest = Math.max(label.length + 1, ...lengths);
    return Math.min(Math.max(96, longest * 8.5 + 20), 260);
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

  // A row is dragged by its number: the browser must not drag the text it shows.
  element.addEventListener("dragstart", (event) => event.preventDefault());

  return {
    table,
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
    },

    /* Draw all that can be seen again. */
    repaintAll() {
      for (const row of table.getRows(state.rows.length > 200 ? "visible" : "all")) {
        row.reformat();
      }
    },

    /* Draw these rows again, as what is known of their cells has changed. */
    repaint(ids) {
      for (const id of new Set(ids)) table.getRow(id)?.reformat?.();
    },
  };
}

/* Whether the same rows and columns stand in the same places, whatever they hold. */
function hasSameRows(before, next) {
  return (
    before?.columns === next.columns &&
    before.rows.length === next.rows.length &&
    next.rows.every((row, place) => row.id === before.rows[place].id)
  );
}
