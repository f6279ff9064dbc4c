/* Changes to the text of a textarea, each of which Ctrl+Z takes back. */

/* setRangeText empties the browser's undo list. insertText, though called deprecated,
   is what every browser still counts as typing; setRangeText stands in for it. */
export function replace(textarea, start, end, text, selectFrom, selectTo) {
  if (textarea.readOnly || textarea.disabled) return;
  textarea.focus();
  // Elsewhere first: what was typed just before is a step of its own to Ctrl+Z.
  textarea.setSelectionRange(0, 0);
  textarea.setSelectionRange(start, end);
  const isDone = text
    ? document.execCommand("insertText", false, text)
    : start === end || document.execCommand("delete");
  if (!isDone) {
    textarea.setRangeText(text, start, end, "end");
    textarea.dispatchEvent(new Event("input", { bubbles: true }));
  }
  textarea.setSelectionRange(start + selectFrom, start + selectTo);
}

/* Show where something is that has to be changed by hand. */
export function select(textarea, start, end) {
  textarea.focus();
  textarea.setSelectionRange(start, end);
}

export function selection(textarea) {
  const { selectionStart: start, selectionEnd: end, value } = textarea;
  return { start, end, value, text: value.slice(start, end) };
}

export const startOfLine = (value, at) => value.slice(0, at).lastIndexOf("\n") + 1;

/* In place of what is selected. */
export function insertText(textarea, text) {
  const { start, end } = selection(textarea);
  replace(textarea, start, end, text, text.length, text.length);
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
