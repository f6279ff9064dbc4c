/* Rows of cells as a Markdown table. */

const NUMBER = /^[^\p{L}\d]{0,3}\d[\d.,'’ \u00a0\u202f]*[^\d]{0,3}$/u;

export const isNumber = (text) => NUMBER.test(text.trim());

/* Cells that are Markdown already; columns of numbers end at the right. */
export function writeRows(rows) {
  const width = Math.max(...rows.map((row) => row.length));
  const even = rows.map((row) => [...row, ...Array(width - row.length).fill("")]);
  const rule = even[0].map((_name, column) => {
    const cells = even.slice(1).map((row) => row[column]).filter(Boolean);
    return cells.length && cells.every(isNumber) ? "---:" : "---";
  });
  const [names, ...body] = even;
  return [names, rule, ...body].map((row) => `| ${row.join(" | ")} |`).join("\n");
}

/* Cells that are plain text. */
export function writeCells(rows) {
  return writeRows(rows.map((row) => row.map((cell) => cell.trim().replace(/(?<!\\)\|/g, "\\|"))));
}
