/* Marks within a line: bold, italic and links. Pressed again, a button takes its own
   away. */

import { gettext } from "../words.js";
import { replace, selection } from "./text.js";

// What begins a line and is no part of its words.
const LINE_START = /^\s*(?:>\s?)*(?:[-*+]\s+|\d+[.)]\s+|#{1,6}\s+)?/;
const ADDRESS = /^(?:https?:\/\/|mailto:|tel:|\/)\S+$|^www\.\S+\.\S+$/i;
const MAIL = /^[^\s@<>()[\]]+@[^\s@<>()[\]]+\.[^\s@<>()[\]]+$/;
const LINK = /(?<!!)\[((?:\\.|[^\]\\\n])*)\]\(((?:\\.|[^()\\\n]|\([^()\n]*\))*)\)/g;

/* Puts the mark around the selection, or takes it away if it is there. */
export function wrap(textarea, mark, placeholder) {
  const { start, end, value, text } = selection(textarea);
  const size = mark.length;
  const isAround =
    start >= size &&
    value.slice(start - size, start) === mark &&
    value.slice(end, end + size) === mark;
  if (isAround) {
    replace(textarea, start - size, end + size, text, 0, text.length);
  } else if (text.includes("\n")) {
    const changed = wrapLines(text, mark);
    replace(textarea, start, end, changed, 0, changed.length);
  } else if (isMarked(text, mark)) {
    const inner = text.slice(size, -size);
    replace(textarea, start, end, inner, 0, inner.length);
  } else {
    // Markdown sees no emphasis where a space stands inside its marks.
    const inner = text.trim() || placeholder;
    const [lead, trail] = edges(text);
    const from = lead.length + size;
    replace(textarea, start, end, lead + mark + inner + mark + trail, from, from + inner.length);
  }
}

/* The blanks before and after words; none where there are no words. */
const edges = (text) =>
  text.trim() ? [text.match(/^\s*/)[0], text.match(/\s*$/)[0]] : ["", ""];

const isMarked = (text, mark) =>
  text.length > 2 * mark.length && text.startsWith(mark) && text.endsWith(mark);

/* No mark reaches over the end of a paragraph or an item: each line has its own. */
function wrapLines(text, mark) {
  const lines = text.split("\n").map((line) => {
    const start = line.match(LINE_START)[0];
    const words = line.slice(start.length).trimEnd();
    return { line, start, words, rest: line.slice(start.length + words.length) };
  });
  const filled = lines.filter(({ words }) => words);
  const isOn = filled.length > 0 && filled.every(({ words }) => isMarked(words, mark));
  return lines
    .map(({ line, start, words, rest }) => {
      if (!words || isMarked(words, mark) !== isOn) return line;
      return start + (isOn ? words.slice(mark.length, -mark.length) : mark + words + mark) + rest;
    })
    .join("\n");
}

export function link(textarea) {
  const { start, end, value, text } = selection(textarea);
  const found = [...value.matchAll(LINK)].find(
    ({ index, 0: whole }) => index <= start && end <= index + whole.length && start < index + whole.length,
  );
  if (found && (text || found.index < start)) {
    const [whole, words] = found;
    replace(textarea, found.index, found.index + whole.length, words, 0, words.length);
    return;
  }
  const chosen = text.trim();
  const [lead, trail] = edges(text);
  const isAddress = ADDRESS.test(chosen) || MAIL.test(chosen);
  const words = isAddress || !chosen ? gettext("words of the link") : chosen;
  const address = isAddress ? whole(chosen) : "https://";
  // What is still to be typed is selected: the words, or else the address.
  const [from, to] =
    words === chosen
      ? [words.length + 3, words.length + 3 + address.length]
      : [1, 1 + words.length];
  const markdown = `${lead}[${words}](${address})${trail}`;
  replace(textarea, start, end, markdown, lead.length + from, lead.length + to);
}

function whole(address) {
  if (MAIL.test(address)) return `mailto:${address.replace(/^mailto:/i, "")}`;
  return /^www\./i.test(address) ? `https://${address}` : address;
}
