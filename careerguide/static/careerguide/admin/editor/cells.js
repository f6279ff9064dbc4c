/* Selected lines as a Markdown table, and a table as lines. */

import { gettext } from "../words.js";
import { selectedLines } from "./lines.js";
import { writeCells } from "./paste/rows.js";
import { insertBlock, replace } from "./text.js";

const RULE = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;

export function table(textarea) {
  const { from, to, lines } = selectedLines(textarea);
  const isTable = lines.length > 1 && lines[0].includes("|") && RULE.test(lines[1]);
  if (isTable) {
    const rows = lines.filter((_line, at) => at !== 1).map(readRow);
    const text = rows.map((row) => row.join("\t")).join("\n");
    replace(textarea, from, to, text, 0, text.length);
  } else if (textarea.selectionStart === textarea.selectionEnd || !lines.join("").trim()) {
    insertExample(textarea);
  } else {
    const rows = readCells(lines.filter((line) => line.trim()));
    const text = writeCells(rows);
    textarea.setSelectionRange(from, to);
    insertBlock(textarea, text, 0, text.length);
  }
}

function insertExample(textarea) {
  const first = gettext("First column");
  const lines = [
    `| ${first} | ${gettext("Second column")} |`,
    "| --- | ---: |",
    `| ${gettext("A name")} | 10 |`,
    `| ${gettext("Another")} | 20 |`,
  ];
  insertBlock(textarea, lines.join("\n"), 2, 2 + first.length);
}

function readRow(line) {
  const inner = line.trim().replace(/^\||(?<!\\)\|$/g, "");
  return inner.split(/(?<!\\)\|/).map((cell) => cell.trim().replace(/\\\|/g, "|"));
}

/* Cells stand between tabs, or else between semicolons or commas as in a CSV file. */
function readCells(lines) {
  const mark = ["\t", ";", ","].find((each) => lines.every((line) => line.includes(each)));
  if (!mark) return lines.map((line) => [line]);
  return lines.map((line) => splitLine(line, mark));
}

function splitLine(line, mark) {
  const cells = [];
  const pattern = new RegExp(`(?:^|${mark})\\s*(?:"((?:[^"]|"")*)"\\s*(?=${mark}|$)|([^${mark}]*))`, "g");
  for (const [, quoted, plain] of line.matchAll(pattern))
    cells.push((quoted?.replace(/""/g, '"') ?? plain).trim());
  return cells;
}
