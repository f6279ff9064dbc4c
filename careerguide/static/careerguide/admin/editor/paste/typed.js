/* Paragraphs that begin with a typed mark are items of a list. */

import { make } from "./builder.js";
import { listRuns } from "./marks.js";

export function listTypedItems(root) {
  for (const container of [root, ...root.querySelectorAll("blockquote")]) {
    for (const paragraph of paragraphs(container)) divide(paragraph);
    const blocks = [...container.children];
    const lines = blocks.map((block) => (block.localName === "p" ? block.textContent : ""));
    for (const { from, to, marks } of listRuns(lines))
      makeList(blocks.slice(from, to), marks);
  }
}

const paragraphs = (container) =>
  [...container.children].filter((block) => block.localName === "p");

/* Lines of one paragraph that are a list become paragraphs. */
function divide(paragraph) {
  const lines = [[]];
  for (const node of paragraph.childNodes)
    if (node.nodeName === "BR") lines.push([]);
    else lines.at(-1).push(node);
  const words = lines.map((line) => line.map((node) => node.textContent).join(""));
  if (lines.length < 2 || !listRuns(words).length) return;
  for (const line of lines) {
    const part = make("p");
    part.append(...line);
    paragraph.before(part);
  }
  paragraph.remove();
}

function makeList(blocks, marks) {
  const isOrdered = marks[0].kind === "number";
  const list = make(isOrdered ? "ol" : "ul");
  if (isOrdered && marks[0].number !== 1) list.setAttribute("start", marks[0].number);
  blocks[0].before(list);
  blocks.forEach((block, at) => {
    cut(block, marks[at].length);
    const item = list.appendChild(make("li"));
    item.append(...block.childNodes);
    block.remove();
  });
}

/* Takes the first characters away, in whatever elements they stand. */
function cut(block, length) {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let left = length;
  while (left > 0 && walker.nextNode()) {
    const { data } = walker.currentNode;
    walker.currentNode.data = data.slice(left);
    left -= data.length;
  }
  for (const element of block.querySelectorAll("*"))
    if (!element.textContent && element.localName !== "br") element.remove();
}
