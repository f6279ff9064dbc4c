/* HTML of a clipboard as Markdown. Loaded, with Turndown, by the first paste of any. */

import { clean } from "./clean.js";
import { escapeAll } from "./escape.js";
import { toMarkdown } from "./markdown.js";

/* The Markdown, whether it is more than words of one paragraph, and the names of what an
   editor should hear of. */
export function fromHtml(html) {
  const notes = new Set();
  const root = clean(html, notes);
  const blocks = root.children;
  const isBlock = blocks.length > 1 || (blocks[0] && blocks[0].localName !== "p");
  escapeAll(root);
  return { markdown: toMarkdown(root), isBlock: Boolean(isBlock), notes };
}
