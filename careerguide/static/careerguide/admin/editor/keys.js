/* Keys in the text and in its form. Tab is left to the browser: it leaves the field. */

import { fill, gettext } from "../words.js";
import { replace, selection, startOfLine } from "./text.js";

const TOOLS = { b: "bold", i: "italic", k: "link" };
const ITEM = /^(\s*)([-*+]|(\d{1,9})([.)]))( +)/;
const isMac = /^(Mac|iP)/.test(navigator.platform);

/* Ctrl or Cmd with one letter and no other key: that letter, on any layout of keys. */
function letterOf(event) {
  const control = isMac ? event.metaKey : event.ctrlKey;
  const other = isMac ? event.ctrlKey : event.metaKey;
  if (!control || other || event.altKey || event.shiftKey) return "";
  const key = (event.key ?? "").toLowerCase(); // the browser fills in without one
  return /^[a-z]$/.test(key) ? key : event.code.replace(/^Key/, "").toLowerCase();
}

const hasModifier = (event) =>
  event.shiftKey || event.ctrlKey || event.metaKey || event.altKey;

function tell(button, letter) {
  const keys = isMac ? `⌘${letter.toUpperCase()}` : `Ctrl+${letter.toUpperCase()}`;
  button.title = fill(gettext("Keys: %(keys)s"), { keys });
  button.setAttribute("aria-keyshortcuts", `${isMac ? "Meta" : "Control"}+${letter.toUpperCase()}`);
}

export function startKeys(editor, textarea, tools) {
  for (const [letter, name] of Object.entries(TOOLS))
    tell(editor.querySelector(`[data-tool=${name}]`), letter);

  textarea.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const tool = TOOLS[letterOf(event)];
    if (tool) {
      event.preventDefault();
      tools[tool](textarea);
    } else if (event.key === "Enter" && !hasModifier(event)) {
      if (continueList(textarea)) event.preventDefault();
    }
  });
}

/* Ctrl+S presses the button of the form that saves its draft, where it has one. */
export function startSaving(form) {
  const button = form?.querySelector('.save-row button[name="_save"]');
  if (!button || form.dataset.savesByKey) return;
  form.dataset.savesByKey = "yes";
  tell(button, "s");
  document.addEventListener("keydown", (event) => {
    if (letterOf(event) !== "s" || event.isComposing) return;
    event.preventDefault();
    if (!event.repeat && !document.querySelector("dialog[open]")) form.requestSubmit(button);
  });
}

/* Begins the next item; in an empty item, ends the list. */
function continueList(textarea) {
  const { start, end, value } = selection(textarea);
  const from = startOfLine(value, start);
  const stop = value.indexOf("\n", end);
  const line = value.slice(from, stop < 0 ? value.length : stop);
  const found = line.match(ITEM);
  if (!found || start - from < found[0].length || isRule(line)) return false;
  const [whole, indent, mark, number, dot, blanks] = found;
  if (line === whole && start === end) {
    replace(textarea, from, from + whole.length, "", 0, 0);
  } else {
    const next = `\n${indent}${number ? Number(number) + 1 + dot : mark}${blanks}`;
    replace(textarea, start, end, next, next.length, next.length);
  }
  return true;
}

const isRule = (line) => /^\s*([-*])(?:\s*\1){2,}\s*$/.test(line);
