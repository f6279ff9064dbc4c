/* Marks that begin lines. Pressed again, a button takes its own away. */

import { gettext } from "../words.js";
import { BULLETS, DASHES } from "./paste/marks.js";
import { insertBlock, replace, selection, startOfLine } from "./text.js";

const MARK = String.raw`(?:[-*+·${BULLETS}${DASHES}]|\d+(?:\.\)|[.)]))\s+`;
const LIST = new RegExp(String.raw`^(\s*)${MARK}`);

/* The selected lines, whole, and where they are. A line break that ends the selection
   takes no part of the line after it along. */
export function selectedLines(textarea) {
  const { start, end, value } = selection(textarea);
  const last = end > start && value[end - 1] === "\n" ? end - 1 : end;
  const from = startOfLine(value, start);
  const stop = value.indexOf("\n", last);
  const to = stop < 0 ? value.length : stop;
  return { from, to, lines: value.slice(from, to).split("\n") };
}

/* Puts a prefix before each selected line in place of what `other` finds there, or takes
   it away if all have it. */
function prefixLines(textarea, { pattern, other = pattern, prefix, blank = "" }) {
  const { from, to, lines } = selectedLines(textarea);
  const filled = lines.filter((line) => line.trim());
  const all = filled.length > 0 && filled.every((line) => pattern.test(line));
  let count = 0;
  const changed = lines.map((line) => {
    if (all) return line.replace(pattern, "$1");
    if (!line.trim() && lines.length > 1) return blank || line;
    count += 1;
    const indent = line.match(other)?.[1] ?? "";
    return indent + prefix(count) + line.replace(other, "");
  });
  const text = changed.join("\n");
  const selectFrom = lines.length > 1 ? 0 : text.length;
  replace(textarea, from, to, text, selectFrom, text.length);
}

/* Makes the selected lines a note, or a note another kind of note; if it is of that kind
   already, nothing but its lines stays. */
export function note(textarea, kind) {
  const { from, to, lines } = selectedLines(textarea);
  const marker = `> [!${kind}]`;
  const found = lines[0].match(/^> ?\[!\w+\]/)?.[0];
  if (found) {
    const [title, ...rest] = [lines[0].slice(found.length), ...lines.slice(1)];
    const plain = [title.trim(), ...rest.map((line) => line.replace(/^> ?/, ""))];
    const same = found === marker;
    const kept = same ? plain.slice(title.trim() ? 0 : 1) : [marker + title, ...rest];
    const text = kept.join("\n");
    replace(textarea, from, to, text, 0, text.length);
  } else {
    const empty = !lines.join("").trim();
    const words = empty ? [gettext("words that stand apart")] : lines;
    const quoted = words.map((line) => (line.trim() ? `> ${line}` : ">"));
    const text = [marker, ...quoted].join("\n");
    textarea.setSelectionRange(from, to);
    insertBlock(textarea, text, empty ? marker.length + 3 : 0, text.length);
  }
}

export const heading = (textarea) =>
  prefixLines(textarea, {
    pattern: /^()#{1,6}(?: +|$)/,
    other: new RegExp(String.raw`^()\s*(?:${MARK})?`),
    prefix: () => "## ",
  });

export const list = (textarea) =>
  prefixLines(textarea, { pattern: /^(\s*)[-*+] +/, other: LIST, prefix: () => "- " });

export const numbers = (textarea) =>
  prefixLines(textarea, { pattern: /^(\s*)\d+[.)] +/, other: LIST, prefix: (n) => `${n}. ` });

export const quote = (textarea) =>
  prefixLines(textarea, { pattern: /^()> ?/, other: /^()/, prefix: () => "> ", blank: ">" });
