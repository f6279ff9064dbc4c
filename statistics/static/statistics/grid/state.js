/* A table as the grid holds it, and as the texts of the form. Never changed: each edit
   makes a new one, so that taking it back is going back. */

import { fill, gettext } from "../../careerguide/admin/words.js";
import { looksLikeNumber, looksLikeYear, readLines, writeLines } from "./text.js";

export const SCALES = ["thousand", "million", "billion", "trillion"];
const FLAGS = ["forecast", "total"];
const EMPTY_ROWS = 5;
let last = 0;

export const newColumn = (label, spec = null) => ({ field: `c${++last}`, label, spec });
export const columnName = (number) => fill(gettext("Column %(number)s"), { number });
export const newRow = (cells = {}) => ({
  id: ++last,
  forecast: false,
  total: false,
  ...cells,
});

export function emptyTable() {
  const columns = [1, 2, 3].map((number) => newColumn(columnName(number)));
  return { columns, rows: Array.from({ length: EMPTY_ROWS }, () => newRow()) };
}

export const isEmptyRow = (state, row) => state.columns.every((c) => !row[c.field]);
export const isEmpty = (state) => state.rows.every((row) => isEmptyRow(state, row));

/* Whether a last column named Mark says what rows are, and holds nothing else. */
const areFlags = (cells) => {
  const filled = cells.filter(Boolean).map((cell) => cell.toLowerCase().split(/[\s,]+/));
  return !filled.length || filled.some((words) => words.every((w) => FLAGS.includes(w)));
};

/* Lines of which the first holds the names; a last one named Mark holds the flags: a
   notation, the same in every language. */
export function fromLines([names, ...body], describe = () => null) {
  const marked =
    names.length > 1 &&
    names.at(-1).toLowerCase() === "mark" &&
    areFlags(body.map((line) => line[names.length - 1] ?? ""));
  const labels = names.slice(0, names.length - marked);
  const width = Math.max(labels.length, ...body.map((line) => line.length - marked));
  while (labels.length < width) labels.push("");
  const columns = labels.map((label, place) =>
    newColumn(label || columnName(place + 1), describe(label)),
  );
  const rows = body.map((line) => {
    const flags = marked ? (line[labels.length] ?? "").toLowerCase() : "";
    return newRow({
      ...Object.fromEntries(columns.map((c, place) => [c.field, line[place] ?? ""])),
      ...Object.fromEntries(FLAGS.map((flag) => [flag, flags.includes(flag)])),
    });
  });
  return { columns, rows };
}

/* Whether the first line names the columns: words, or years, above numbers. */
export function hasNames([first, ...others]) {
  const isWord = (cell) => looksLikeYear(cell) || !looksLikeNumber(cell);
  return (
    others.length > 0 &&
    first.every((cell, place) => (cell || place === 0) && isWord(cell)) &&
    !first.every(looksLikeYear) &&
    others.some((line) => line.some((cell) => cell && looksLikeNumber(cell)))
  );
}

export function fromTexts(numbers, descriptions) {
  const lines = readLines(numbers);
  if (!lines.length) return emptyTable();
  const described = descriptions.split("\n").map((line) => line.trim());
  // The longest label that fits is meant, as a label may hold a colon.
  const byLength = [...lines[0]].sort((a, b) => b.length - a.length);
  const describe = (label) => {
    const line = described.find(
      (text) => label && byLength.find((l) => l && text.startsWith(`${l}:`)) === label,
    );
    return line ? line.slice(label.length + 1).trim() : null;
  };
  return fromLines(lines, describe);
}

/* `rowIds` says which row of the grid stands in which line of the text. */
export function toTexts(state) {
  if (isEmpty(state)) return { numbers: "", columns: "", rowIds: [] };
  const { columns } = state;
  const rows = state.rows.filter((row) => !isEmptyRow(state, row));
  const marked =
    rows.some((row) => row.forecast || row.total) ||
    (columns.length > 1 && columns.at(-1).label.toLowerCase() === "mark");
  const lines = [
    [...columns.map((c) => c.label), ...(marked ? ["Mark"] : [])],
    ...rows.map((row) => [
      ...columns.map((c) => row[c.field] ?? ""),
      ...(marked ? [FLAGS.filter((flag) => row[flag]).join(" ")] : []),
    ]),
  ];
  return {
    numbers: writeLines(lines, lines[0].length === 1),
    columns: columns
      .filter((c) => c.spec)
      .map((c) => `${c.label}: ${c.spec}`)
      .join("\n"),
    rowIds: rows.map((row) => row.id),
  };
}
