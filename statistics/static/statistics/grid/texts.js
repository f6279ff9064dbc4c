/* The form's own text fields, which the grid fills in, and which it hides meanwhile. */

import { fromTexts, toTexts } from "./state.js";

const FIELDS = ["columns", "decimal_mark", "spreadsheet"];

export function startTexts(grid) {
  const { root, form } = grid;
  const { numbers, columns } = form.elements;
  const rows = FIELDS.map((name) => form.querySelector(`.form-row.field-${name}`));
  const parts = root.querySelectorAll("[data-grid]");
  const help = document.getElementById(`${numbers.id}_helptext`);

  const choose = (mark) => {
    for (const radio of form.elements.decimal_mark) radio.checked = radio.value === mark;
  };
  const put = (field, text) => {
    if (field.value === text) return;
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const marks = form.querySelector(".form-row.field-decimal_mark");
  let isGrid = false;
  const toggle = (asGrid) => {
    isGrid = asGrid;
    for (const part of [...rows, help, numbers]) if (part) part.hidden = asGrid;
    for (const part of parts) part.hidden = !asGrid;
  };

  // What is pasted here may be written in another way than what stood here.
  numbers.addEventListener("paste", () => choose(""));

  return {
    current: () => ({
      numbers: numbers.value,
      columns: columns.value,
      decimal_mark: form.elements.decimal_mark.value,
    }),

    read() {
      const state = fromTexts(numbers.value, columns.value);
      grid.rowIds = toTexts(state).rowIds;
      grid.settled = !numbers.value.trim();
      return state;
    },

    write(state) {
      const texts = toTexts(state);
      grid.rowIds = texts.rowIds;
      put(numbers, texts.numbers);
      put(columns, texts.columns);
      if (grid.settled) choose(".");
    },

    /* From here on the cells are in our own notation, as the server has read them. */
    settle(answer) {
      grid.settled = true;
      const [text, descriptions] = answer;
      if (text === numbers.value) return;
      const state = fromTexts(text, descriptions);
      choose(".");
      grid.history.adopt(state);
    },

    fill(answer) {
      grid.settled = answer.decimal_mark === "." && !answer.question;
      return fromTexts(answer.numbers, answer.columns);
    },

    /* The cells do not tell how their decimals are written: let somebody say it. */
    ask(isAsked) {
      if (isGrid) marks.hidden = !isAsked;
    },

    hide: () => toggle(true),
    show: () => toggle(false),
  };
}
