/* A paste from another program becomes Markdown, in one step that Ctrl+Z takes back. */

import { gettext } from "../words.js";
import { fromPlain } from "./paste/plain.js";
import { insertBlock, insertText, replace, selection, startOfLine } from "./text.js";

const ITEM = /^(?:[-*+]|\d+[.)]) +(?:$|\S)/;

/* `say` shows a sentence to the editor. */
export function startPaste(textarea, say) {
  let asText = false; // Ctrl+Shift+V
  let last = Promise.resolve();

  textarea.addEventListener("keydown", (event) => {
    if (["Control", "Meta", "Shift", "Alt"].includes(event.key)) return;
    asText = event.shiftKey && (event.ctrlKey || event.metaKey) && event.code === "KeyV";
  });

  textarea.addEventListener("paste", (event) => {
    const isPlain = asText;
    asText = false;
    if (event.defaultPrevented || textarea.readOnly) return;
    say("");
    if (isPlain || isInCode(textarea)) return;
    const data = event.clipboardData;
    const plain = data.getData("text/plain");
    const html = isSource(data, plain) ? "" : data.getData("text/html");
    if (html.trim()) {
      event.preventDefault();
      // One after another: the first waits for what reads it.
      last = last.then(() => pasteHtml(html, plain));
    } else if (plain) {
      const result = fromPlain(plain);
      if (!result) return;
      event.preventDefault();
      put(result);
    }
  });

  textarea.addEventListener("input", (event) => {
    if (event.inputType === "historyUndo") say("");
  });

  async function pasteHtml(html, plain) {
    try {
      const { fromHtml } = await import("./paste/convert.js");
      put(fromHtml(html), plain);
    } catch {
      insertText(textarea, plain);
      say(
        gettext(
          "Only the words were pasted: their layout could not be read. Check your connection and paste again.",
        ),
      );
    }
  }

  /* A list that is pasted into an item with no words yet takes its place. */
  function insertBlocks(markdown) {
    const { start, end, value } = selection(textarea);
    const from = startOfLine(value, start);
    const isItem = ITEM.test(value.slice(from, start)) && ITEM.test(markdown);
    if (isItem) replace(textarea, from, end, markdown, markdown.length, markdown.length);
    else insertBlock(textarea, markdown);
  }

  function put({ markdown, isBlock, notes }, plain = "") {
    if (isBlock) insertBlocks(markdown);
    else if (markdown) insertText(textarea, withEdges(markdown, plain));
    else if (plain.trim()) insertText(textarea, plain);
    say(sentences(notes));
  }
}

/* The blanks before and after words from within a line. */
function withEdges(markdown, plain) {
  const isLine = !plain.includes("\n") && plain.trim();
  if (!isLine) return markdown;
  return plain.match(/^ ?/)[0] + markdown + plain.match(/ ?$/)[0];
}

function sentences(notes) {
  const all = {
    pictures: gettext("Pictures are not pasted: add them with the picture button."),
    media: gettext("Videos, drawings and formulas are not pasted: describe them in words."),
    links: gettext("Links that do not lead to a web page or a mail address were left out; their words are kept."),
    comments: gettext("Comments on the text were left out."),
    changes: gettext("Words that Word shows as deleted were left out."),
    contents: gettext("The table of contents was left out: a page lists its headings by itself."),
    merged: gettext("Merged cells were divided: see that each value stands in its place."),
    numbers: gettext(
      "This table has numbers: “Add table” under Statistics shows them as a chart, and “Statistics table…” puts it here.",
    ),
  };
  return Object.keys(all).filter((name) => notes.has(name)).map((name) => all[name]).join(" ");
}

/* Programs that edit code send its colours along; its text is what is meant. */
function isSource(data, plain) {
  if (data.types.includes("vscode-editor-data")) return true;
  const html = data.getData("text/html");
  const hasMore = /<\/pre>[\s\S]*<pre\b|<(code|p|li|h\d|td)\b/i.test(html);
  const isOnePre = /<pre\b/i.test(html) && !hasMore;
  return isOnePre && /\]\(\S+\)|\*\*\S|^#{2,6} /m.test(plain);
}

/* Whether the cursor stands in Markdown's code, where nothing is a mark. */
function isInCode(textarea) {
  const { start, value } = selection(textarea);
  const lines = value.slice(0, start).split("\n");
  const fences = lines.filter((line) => /^ {0,3}(```|~~~)/.test(line));
  if (fences.length % 2) return true;
  return (lines.at(-1).match(/`/g) ?? []).length % 2 === 1;
}
