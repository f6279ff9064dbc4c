/* Changes to the text of a textarea, each of which Ctrl+Z takes back. */

import { gettext } from "../words.js";

/* setRangeText empties the browser's undo list. insertText, though called deprecated,
   is what every browser still counts as typing; setRangeText stands in for it. */
function replace(textarea, start, end, text, selectFrom, selectTo) {
  textarea.focus();
  textarea.setSelectionRange(start, end);
  if (!document.execCommand("insertText", false, text)) {
    textarea.setRangeText(text, start, end, "end");
    textarea.dispatchEvent(new Event("input", { bubbles: true }));
  }
  textarea.setSelectionRange(start + selectFrom, start + selectTo);
}

function selection(textarea) {
  const { selectionStart: start, selectionEnd: end, value } = textarea;
  return { start, end, value, text: value.slice(start, end) };
}

/* A paragraph of its own, unless the cursor stands inside a line. */
export function insertPicture(textarea, markdown) {
  const { start, end, value } = selection(textarea);
  if (end === value.length || value[end] === "\n") insertBlock(textarea, markdown);
  else replace(textarea, start, end, markdown, markdown.length, markdown.length);
}

/* On lines of its own, with an empty line before and after. */
export function insertBlock(textarea, text, selectFrom = text.length, selectTo = selectFrom) {
  const { start, end, value } = selection(textarea);
  const before = value.slice(0, start);
  const after = value.slice(end);
  const lead = gap(before === "", before.match(/\n*$/)[0].length);
  const trail = gap(after === "", after.match(/^\n*/)[0].length);
  const from = lead.length + selectFrom;
  replace(textarea, start, end, lead + text + trail, from, lead.length + selectTo);
}

function gap(atEdge, lineBreaks) {
  return atEdge ? "" : "\n".repeat(Math.max(0, 2 - lineBreaks));
}

/* Puts the mark around the selection, or takes it away if it is there. */
function wrap(textarea, mark, placeholder) {
  const { start, end, value, text } = selection(textarea);
  const size = mark.length;
  const marked =
    value.slice(start - size, start) === mark && value.slice(end, end + size) === mark;
  if (marked && start >= size) {
    replace(textarea, start - size, end + size, text, 0, text.length);
  } else {
    // Markdown sees no emphasis where a space stands inside its marks.
    const inner = text.trim() || placeholder;
    const [lead, trail] = [text.match(/^\s*/)[0], text.match(/\s*$/)[0]];
    const around = text.trim() ? [lead, trail] : ["", ""];
    const from = around[0].length + size;
    replace(
      textarea,
      start,
      end,
      around[0] + mark + inner + mark + around[1],
      from,
      from + inner.length,
    );
  }
}

/* The selected lines, whole, and where they are. */
function selectedLines(textarea) {
  const { start, end, value } = selection(textarea);
  const from = value.lastIndexOf("\n", start - 1) + 1;
  const stop = value.indexOf("\n", end);
  const to = stop < 0 ? value.length : stop;
  return { from, to, lines: value.slice(from, to).split("\n") };
}

/* Puts a prefix before each selected line, or takes it away if all have it. */
function prefixLines(textarea, pattern, prefix) {
  const { from, to, lines } = selectedLines(textarea);
  const filled = lines.filter((line) => line.trim());
  const all = filled.length > 0 && filled.every((line) => pattern.test(line));
  let count = 0;
  const changed = lines.map((line) => {
    if (all) return line.replace(pattern, "");
    if (!line.trim() && lines.length > 1) return line;
    count += 1;
    return prefix(count) + line;
  });
  const text = changed.join("\n");
  const selectFrom = lines.length > 1 ? 0 : text.length;
  replace(textarea, from, to, text, selectFrom, text.length);
}

/* Makes the selected lines a note, or a note another kind of note; if it is of that kind
   already, nothing but its lines stays. */
function note(textarea, kind) {
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

function link(textarea) {
  const { start, end, text } = selection(textarea);
  const words = text || gettext("words of the link");
  const markdown = `[${words}](https://)`;
  // What is still to be typed is selected: the address, or else the words.
  const [from, to] = text
    ? [markdown.length - 9, markdown.length - 1]
    : [1, 1 + words.length];
  replace(textarea, start, end, markdown, from, to);
}

function table(textarea) {
  const first = gettext("First column");
  const lines = [
    `| ${first} | ${gettext("Second column")} |`,
    "| --- | ---: |",
    `| ${gettext("A name")} | 10 |`,
    `| ${gettext("Another")} | 20 |`,
  ];
  insertBlock(textarea, lines.join("\n"), 2, 2 + first.length);
}

export const tools = {
  bold: (textarea) => wrap(textarea, "**", gettext("bold words")),
  italic: (textarea) => wrap(textarea, "_", gettext("emphasised words")),
  heading: (textarea) => prefixLines(textarea, /^#{1,6} /, () => "## "),
  list: (textarea) => prefixLines(textarea, /^[-*+] /, () => "- "),
  numbers: (textarea) => prefixLines(textarea, /^\d+[.)] /, (n) => `${n}. `),
  note: (textarea) => note(textarea, "NOTE"),
  warning: (textarea) => note(textarea, "WARNING"),
  myth: (textarea) => note(textarea, "MYTH"),
  fact: (textarea) => note(textarea, "FACT"),
  quote: (textarea) => prefixLines(textarea, /^> ?/, () => "> "),
  table,
  link,
};
