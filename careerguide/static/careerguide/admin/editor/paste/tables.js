/* Tables of documents and the cells of spreadsheets. The first row becomes the names of
   the columns, as Markdown has no table without. */

import { Builder, close, make } from "./builder.js";
import { isNumber } from "./rows.js";
import { isHidden, property } from "./styles.js";

const MOST_COLUMNS = 200;

export function copyTable(node, to, context) {
  const rows = [...node.rows].filter((row) => !isHidden(row));
  const cells = spread(rows, context.notes);
  const isFilled = (cell) => Boolean(cell?.textContent.trim());
  const columns = Math.max(0, ...cells.map((row) => row.length));
  const used = [...Array(columns).keys()].filter((at) => cells.some((row) => isFilled(row[at])));
  const filled = cells.filter((row) => row.some(isFilled));
  const isLayout =
    node.getAttribute("role") === "presentation" || node.querySelector("table") !== null;
  if (isLayout || (filled.length < 2 && used.length < 2))
    return copyInTurn(rows.flatMap((row) => [...row.cells]), to, context);
  // A title over all columns stands above the table.
  while (filled.length > 2 && used.length > 1 && filled[0].filter(isFilled).length === 1) {
    const title = filled[0].find(isFilled);
    if (title.colSpan < used.length) break;
    copyInTurn([title], to, context);
    filled.shift();
  }
  if (caption(node)) copyInTurn([caption(node)], to, context);
  const table = to.block(make("table"));
  filled.forEach((row, at) => {
    const line = table.appendChild(make("tr"));
    for (const column of used) {
      const cell = new Builder(make("td"), "cell");
      if (row[column]) context.copy(row[column], cell, { ...context, isStrong: at === 0 });
      line.append(close(cell));
    }
  });
  const body = [...table.rows].slice(1).flatMap((row) => [...row.cells]);
  if (body.some((cell) => isNumber(cell.textContent))) context.notes.add("numbers");
  return undefined;
}

const caption = (node) => [...node.children].find((child) => child.localName === "caption");

function copyInTurn(parts, to, context) {
  for (const part of parts) {
    to.endParagraph();
    if (!isHidden(part)) context.copy(part, to, context);
    to.endParagraph();
  }
}

/* The cells by row and column; a merged one stands in its first place. */
function spread(rows, notes) {
  const places = rows.map(() => []);
  rows.forEach((row, top) => {
    let left = 0;
    for (const cell of row.cells) {
      while (places[top][left] !== undefined) left += 1;
      const width = Math.min(cell.colSpan, MOST_COLUMNS);
      const height = Math.min(cell.rowSpan, rows.length - top);
      const isMerged = width > 1 || height > 1;
      // Excel says so of a text that only runs over the next cells.
      const runsOver = property(cell, "mso-ignore") === "colspan";
      const isTitle = top === 0 && row.cells.length === 1;
      if (isMerged && !runsOver && !isTitle && cell.textContent.trim()) notes.add("merged");
      for (let y = 0; y < height; y += 1)
        for (let x = 0; x < width; x += 1) places[top + y][left + x] = x || y ? null : cell;
      if (isHidden(cell)) places[top][left] = null;
    }
  });
  return places;
}
