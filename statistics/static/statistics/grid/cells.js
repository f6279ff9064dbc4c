/* What stands in a cell, and in the head of a column. */

import { fill, gettext } from "../../careerguide/admin/words.js";

const NUMBERS = ["integer", "decimal", "percent", "money"];

function element(name, className, text = "") {
  const node = document.createElement(name);
  node.className = className;
  node.textContent = text;
  return node;
}

export function header(column, marks, describe) {
  const head = element("span", "grid-head");
  const button = element("button", "grid-head-button");
  button.type = "button";
  button.tabIndex = -1; // by keyboard it is the tool “Column…”
  button.dataset.field = column.field;
  button.title = gettext("What this column holds");
  button.append(
    element("span", "grid-name", column.label),
    element("span", "grid-type", marks.typeOf(column)),
  );
  button.addEventListener("dblclick", describe);
  head.append(button);
  return head;
}

/* `marks` knows what the server said of a cell. */
export function paint(cell, column, marks) {
  const box = cell.getElement();
  const { id } = cell.getRow().getData();
  const problem = marks.problemOf(id, column);
  const fact = marks.isFact(cell.getRow().getData(), column);
  box.id = `grid-${id}-${column.field}`;
  box.classList.toggle("grid-wrong", Boolean(problem));
  box.classList.toggle("grid-fact", fact);
  box.classList.toggle("grid-number", NUMBERS.includes(marks.kindOf(column)));
  box.removeAttribute("tabindex"); // the grid is one stop
  if (problem) {
    box.setAttribute("aria-invalid", "true");
    box.setAttribute("aria-describedby", problem.id);
    box.title = problem.text;
  } else {
    box.removeAttribute("aria-invalid");
    box.removeAttribute("aria-describedby");
    box.title = fact ? gettext("The quick fact") : "";
  }
  const text = element("span", "grid-text", marks.shown(cell.getValue() ?? "", column));
  text.dir = "auto";
  return text;
}

export function checkbox(cell, title) {
  const box = document.createElement("input");
  box.type = "checkbox";
  box.tabIndex = -1; // Space turns it in the grid
  box.checked = Boolean(cell.getValue());
  const place = { flag: title, row: cell.getRow().getPosition() };
  box.ariaLabel = fill(gettext("%(flag)s, row %(row)s"), place);
  cell.getElement().id = `grid-${cell.getRow().getData().id}-${cell.getField()}`;
  return box;
}
