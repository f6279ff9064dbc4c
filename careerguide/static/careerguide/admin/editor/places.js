/* Where a number that readers see stands in the text as it was typed. */

// What shows no numbers: code, pictures, addresses and titles of links, tags.
const UNREAD =
  /`[^`]*`|!\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])?|\]\([^)]*\)|<[^>]*>|\bhttps?:\/\/\S+/g;
const NAMED = {
  "\u00a0": "nbsp",
  "\u2009": "thinsp",
  "\u2212": "minus",
  "\u2013": "ndash",
  "%": "percnt",
  $: "dollar",
  "€": "euro",
  "£": "pound",
  "¥": "yen",
  ",": "comma",
  ".": "period",
};

/* Returns its start and end, and whether it was found; if not, those of its line.

   `nth` counts from 0 those of the line that are written the same. */
export function placeOf(text, { written, line, nth }) {
  const isMarkdown = Number(line) > 0; // of a text without it no lines are known
  const [start, end] = isMarkdown ? lineOf(text, Number(line)) : [0, text.length];
  const whole = text.slice(start, end);
  const unread = isMarkdown
    ? [...whole.matchAll(UNREAD)].map(({ 0: found, index }) => [index, index + found.length])
    : [];
  const pattern = isMarkdown ? inMarkdown(written) : literally(written);
  const found = [...text.slice(start).matchAll(new RegExp(pattern, "g"))].filter(
    ({ 0: match, index }) =>
      index < whole.length &&
      isByItself(text, start + index, start + index + match.length) &&
      !unread.some(([from, to]) => index >= from && index < to),
  );
  const one = found[Math.min(Number(nth), found.length - 1)];
  if (!one) return [start, end, false];
  return [start + one.index, start + one.index + one[0].length, true];
}

function lineOf(text, line) {
  const lines = text.split("\n");
  const start = lines.slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
  return [start, start + (lines[line - 1] ?? "").length];
}

/* Whether it is part of no other number or word, and not tied already. */
function isByItself(text, start, end) {
  const before = text.slice(0, start);
  const isTied = before.lastIndexOf("[[") > before.lastIndexOf("]]");
  return !isTied && !/[\w.,]$/.test(before) && !/^\w/.test(text.slice(end));
}

/* A pattern of a text as Markdown may hold it: \$85,000, 85&nbsp;000, 85,000
   > dollars. */
function inMarkdown(written) {
  return [...written].map(character).join("");
}

function character(one) {
  if (one === "\n") return "\\s+(?:>\\s*)*";
  const code = one.codePointAt(0);
  const ways = [
    `\\\\?${literally(one)}`,
    `&#0*${code};`,
    `&#[xX]0*(?:${code.toString(16)}|${code.toString(16).toUpperCase()});`,
  ];
  if (Object.hasOwn(NAMED, one)) ways.push(`&${NAMED[one]};`);
  return `(?:${ways.join("|")})`;
}

const literally = (text) => text.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");
