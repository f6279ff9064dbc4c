/* Plain text from elsewhere: typed list marks and the cells of a spreadsheet. All else
   is left as it is, as it may be Markdown. */

import { listRuns, readMark } from "./marks.js";
import { isNumber, writeCells } from "./rows.js";

// Word draws the marks of inner lists so, and sets nothing in.
const DEPTHS = { o: 1, "§": 2 };

/* The same shape as `fromHtml` gives, or null if nothing is to be changed. */
export function fromPlain(text) {
  const lines = text.replace(/\r\n?/g, "\n").split("\n");
  const rows = readRows(lines);
  if (rows) {
    const hasNumbers = rows.slice(1).flat().some(isNumber);
    const notes = new Set(hasNumbers ? ["numbers"] : []);
    return { markdown: writeCells(rows), isBlock: true, notes };
  }
  const markdown = writeLists(lines).join("\n");
  return markdown === lines.join("\n") ? null : { markdown, isBlock: false, notes: new Set() };
}

function readRows(lines) {
  const filled = lines.filter((line) => line.trim());
  const rows = filled.map((line) => line.split("\t"));
  const isTable =
    rows.length > 1 &&
    rows[0].length > 1 &&
    rows.every((row) => row.length === rows[0].length) &&
    !filled.some((line) => readMark(line.trimStart())) &&
    filled.some((line) => !line.startsWith("\t"));
  return isTable ? rows : null;
}

function writeLists(lines) {
  if (lines.some((line) => /^\s*(```|~~~)/.test(line)) || isMarkdown(lines)) return lines;
  const read = (line) => readMark(line.trimStart());
  const out = [];
  let at = 0;
  let next = 0; // the number that a list of before would give
  let sign = ".";
  for (const { from, to, marks } of listRuns(lines, read)) {
    const between = lines.slice(at, from);
    const isBeside = next > 0 && !between.some((line) => line.trim());
    // Another sign after the number begins another list.
    if (!isBeside) sign = ".";
    else if (marks[0].number !== next) sign = sign === "." ? ")" : ".";
    next = marks[0].kind === "number" ? marks.at(-1).number + 1 : 0;
    out.push(...between);
    if (out.length && out.at(-1).trim()) out.push("");
    out.push(...writeItems(lines.slice(from, to), marks, sign));
    if (lines[to]?.trim() && !/^\s/.test(lines[to])) out.push("");
    at = to;
  }
  return [...out, ...lines.slice(at)];
}

/* Lists in lists with Markdown's own marks, and no others, are Markdown already. */
function isMarkdown(lines) {
  const outer = lines.findIndex((line) => /^(?:[-*+]|\d{1,3}[.)]) \S/.test(line));
  const inner = /^(?: {2,}|\t)\s*(?:[-*+]|\d{1,3}[.)]) \S/;
  const isOwn = (line) => /^\s*(?:[-*+]|\d{1,3}[.)]) /.test(line) || !readMark(line.trimStart());
  return outer >= 0 && lines.slice(outer).some((line) => inner.test(line)) && lines.every(isOwn);
}

function writeItems(lines, marks, sign) {
  const outer = []; // how far the lists around an item are set in
  return lines.map((line, at) => {
    const words = line.trimStart();
    const indent = line.slice(0, line.length - words.length).replace(/\t/g, "    ");
    const place = indent.length + (indent ? 0 : (DEPTHS[words[0]] ?? 0) * 4);
    while (outer.length && place <= outer.at(-1)) outer.pop();
    const { kind, number, length } = marks[at];
    const prefix = kind === "number" ? `${number}${sign} ` : "- ";
    const item = " ".repeat(outer.length * prefix.length) + prefix + words.slice(length);
    outer.push(place);
    return item;
  });
}
