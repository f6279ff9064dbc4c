/* What was worked out of the cells, a sentence and a button for each column, until it is
   saved or changed. The server says it once; we remember it with the column, also when
   the form comes back with errors. */

import { element } from "../../careerguide/admin/element.js";
import { readSpec } from "./specs.js";

export function startInferred(grid) {
  const { root } = grid;
  const box = root.querySelector(".grid-inferred");
  const list = box.querySelector("ul");
  const place = `grid-inferred ${location.pathname}`;
  let known = recall(); // by the name of the column
  let remarks = [];
  let totals = null; // a sentence on rows that may be totals, and their ids
  let shown = "";

  function recall() {
    try {
      const kept = sessionStorage.getItem(place);
      sessionStorage.removeItem(place);
      // A form that was not refused begins anew.
      const cameBack = grid.form.querySelector(".guard[data-unsaved], .errorlist");
      return new Map(cameBack && kept ? JSON.parse(kept) : []);
    } catch {
      return new Map();
    }
  }

  grid.form.addEventListener("submit", () => {
    try {
      sessionStorage.setItem(place, JSON.stringify([...known]));
    } catch {
      // Then the sentences are not there after a refusal; nothing else is lost.
    }
  });

  /* Whether the column is still what it was taken for: nobody has said otherwise. */
  const isStill = ({ spec }, entry) =>
    !spec ||
    (entry.was
      ? readSpec(spec).type === entry.was
      : waysOf(entry).every((way) => spec !== specIn(way)));

  /* The entry with each way to read its column. */
  const waysOf = (entry) => (entry.choices ?? [{}]).map((way) => ({ ...entry, ...way }));

  const specIn = ({ column, line }) => line.slice(column.length + 1).trim();

  function change(column, entry) {
    const { columns } = grid.history.state;
    const left = columns.findIndex((c) => c.field === column.field);
    grid.actions.setColumn(left, { label: column.label, spec: specIn(entry) });
  }

  /* The rows of the proposal that are still there, and that nobody has marked. */
  const openTotals = () =>
    grid.history.state.rows.filter((row) => totals?.ids.includes(row.id) && !row.total);

  function refresh() {
    const proposed = openTotals();
    const entries = grid.history.state.columns
      .map((column) => [column, known.get(column.label)])
      .filter(([column, entry]) => entry && isStill(column, entry));
    const now = JSON.stringify([entries.map(([c, entry]) => [c.field, entry]), remarks, proposed.length && totals]);
    if (now === shown) return;
    shown = now;
    const items = entries.map(([column, entry]) => {
      const item = element("li", entry.sentence);
      // Each way to read the column, where there are several.
      for (const way of waysOf(entry).filter((each) => each.change)) {
        const button = element("button", way.change, { type: "button" });
        button.setAttribute("aria-label", `${column.label}: ${way.change}`);
        button.addEventListener("click", () => change(column, way));
        item.append(" ", button);
      }
      return item;
    });
    items.push(...remarks.map((text) => element("li", text)));
    if (proposed.length) {
      const item = element("li", totals.sentence);
      const button = element("button", totals.change, { type: "button" });
      button.addEventListener("click", () => grid.actions.markTotals(openTotals()));
      item.append(" ", button);
      items.push(item);
    }
    const had = list.contains(document.activeElement);
    list.replaceChildren(...items);
    box.hidden = !items.length;
    if (had) (list.querySelector("button") ?? root.querySelector("[role=grid]")).focus();
  }

  return {
    /* `found` is what an answer says of columns, and `said` of the rest; `types` are what
       it took columns for, by their names. A column that it leaves out keeps its own. */
    take(found = [], said = [], types = {}) {
      let isNew = false;
      // What no line describes is as the server says now.
      for (const column of grid.history.state.columns) {
        if (column.spec) continue;
        known.delete(column.label);
        isNew = true;
      }
      for (const entry of found) {
        known.set(entry.column, { ...entry, was: types[entry.column] });
      }
      if (isNew || said.length) remarks = said;
      refresh();
    },
    /* `found` names rows by their number among those that were sent. */
    takeTotals(found, rowIds) {
      totals = found && { ...found, ids: found.rows.map((number) => rowIds[number - 1]) };
      refresh();
    },
    forget() {
      known = new Map();
      remarks = [];
      totals = null;
      refresh();
    },
    refresh,
  };
}
