/* What is known of single cells: the server's problems, and the quick fact. */

import { fill, ngettext } from "../../careerguide/admin/words.js";
import { readSpec, specOf } from "./specs.js";

export function startMarks(grid) {
  const { root, form } = grid;
  const list = root.querySelector(".grid-problems");
  const { headline_row: factRow, headline_column: factColumn } = form.elements;
  let columns = [];
  let problems = new Map();

  /* The server's column of one of ours; it knows them by their place. */
  const answered = (column) =>
    columns[grid.history?.state.columns.findIndex((c) => c.field === column.field)];

  const kindOf = (column) => readSpec(column.spec).type || answered(column)?.type;

  const labelField = () => {
    const own = grid.history.state.columns;
    const place = columns.findIndex((column) => column.type === "text");
    return (own[place] ?? own[0])?.field;
  };

  return {
    kindOf,
    answered,
    typeOf: (column) => column.spec || (answered(column) ? specOf(answered(column)) : ""),
    problemOf: (id, column) => problems.get(`${id} ${column.field}`),
    isFact(row, column) {
      if (!factRow?.value || !factColumn?.value) return false;
      const known = [column.label, answered(column)?.key];
      return row[labelField()] === factRow.value && known.includes(factColumn.value);
    },
    shown: (text, column) => grid.numbers.shown(text, kindOf(column)),
    written: (text, column) => grid.numbers.written(text, kindOf(column)),
    nameOf: (row) => row[labelField()] ?? "",

    takeColumns(found) {
      const before = JSON.stringify(columns);
      columns = found;
      if (JSON.stringify(found) === before) return;
      for (const column of grid.history.state.columns) {
        const head = grid.element.querySelector(`[data-field="${column.field}"]`);
        const type = head?.querySelector(".grid-type");
        if (type) type.textContent = this.typeOf(column);
      }
      grid.view.repaintAll();
    },

    /* Puts each problem at its cell and into the list above, and gives the rows whose
       look has changed. */
    takeProblems(found, rowIds) {
      const before = [...problems.keys()];
      problems = new Map();
      const state = grid.history.state;
      const items = found.slice(0, 20).map((problem, number) => {
        const item = document.createElement("li");
        const row = rowIds[problem.row - 1];
        const column = state.columns.find((c) => c.label === problem.column);
        item.id = `grid-problem-${number}`;
        if (row === undefined && !column) {
          item.textContent = problem.text;
          return item;
        }
        const button = document.createElement("button");
        button.type = "button";
        button.textContent = problem.text;
        button.addEventListener("click", () => {
          const place = state.rows.findIndex((r) => r.id === row);
          const right = column ? state.columns.indexOf(column) : 0;
          grid.view.select(Math.max(0, place), right);
        });
        item.append(button);
        if (row !== undefined && column) {
          problems.set(`${row} ${column.field}`, { id: item.id, text: problem.text });
        }
        return item;
      });
      if (found.length > items.length) {
        const more = document.createElement("li");
        const count = found.length - items.length;
        more.textContent = fill(
          ngettext(
            "And %(count)s more like these.",
            "And %(count)s more like these.",
            count,
          ),
          { count },
        );
        items.push(more);
      }
      list.replaceChildren(...items);
      root.querySelector(".grid-problems-head").hidden = !found.length;
      return [...before, ...problems.keys()].map((key) => Number(key.split(" ")[0]));
    },

    setFact(row, column) {
      factRow.value = this.nameOf(row);
      factColumn.value = column.label;
      for (const input of [factRow, factColumn]) {
        input.dispatchEvent(new Event("input", { bubbles: true }));
      }
    },
  };
}
