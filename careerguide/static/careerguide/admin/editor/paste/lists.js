/* Lists as HTML has them, and as the programs of an office draw them. */

import { Builder, close, make } from "./builder.js";
import { markOf, wordMark } from "./numbers.js";
import { isHidden, property } from "./styles.js";

export function copyList(list, to, context) {
  to.endParagraph();
  fill(list, to.element, context, 1);
}

/* Google Docs puts the inner list beside the item, not into it; Word on the web makes
   each item a list and tells its level. */
function fill(list, container, context, depth) {
  for (const child of list.children) {
    if (isHidden(child)) continue;
    if (child.localName === "ul" || child.localName === "ol") {
      fill(child, container, context, depth + 1);
      continue;
    }
    const told = child.getAttribute("aria-level") ?? child.getAttribute("data-aria-level");
    const level = Math.max(depth, Number(told) - context.depth || 0);
    const inner = { ...context, depth: context.depth + level };
    addItem(container, level, markOf(child), child, inner);
  }
}

/* Word writes a paragraph for each item, and the mark before its words. */
const wordLevel = (node) => Number(property(node, "mso-list").match(/\blevel(\d)/)?.[1]);

export const isWordItem = (node) => wordLevel(node) > 0;

export function copyWordItem(node, to, context) {
  to.endParagraph();
  const mark = wordMark(node) ?? { isOrdered: false };
  const shown = mark.isOrdered ? { ...mark, text: "" } : mark;
  addItem(to.element, wordLevel(node), shown, node, context);
}

/* A new item in the list that ends the container, or in a new one. */
function addItem(container, level, mark, node, context) {
  let list = lastList(container) ?? newList(container, mark);
  for (let depth = 1; depth < level; depth += 1) {
    const item = list.lastElementChild;
    if (!item) break;
    list = lastList(item) ?? newList(item, mark);
  }
  if (!goesOn(list, mark)) list = newList(list.parentNode, mark);
  fillItem(list.appendChild(make("li")), mark, node, context);
}

/* Whether the next item of the list gets this mark; Markdown counts by itself. */
function goesOn(list, { isOrdered, number }) {
  if ((list.localName === "ol") !== isOrdered) return false;
  return !isOrdered || number === null || number === firstOf(list) + list.children.length;
}

const firstOf = (list) => Number(list.getAttribute("start") ?? 1);

function lastList(container) {
  const last = container.lastElementChild;
  return last?.localName === "ul" || last?.localName === "ol" ? last : null;
}

function newList(container, { isOrdered, number }) {
  const list = container.appendChild(make(isOrdered ? "ol" : "ul"));
  if (isOrdered && (number ?? 1) !== 1) list.setAttribute("start", number);
  return list;
}

function fillItem(item, { text }, node, context) {
  const builder = new Builder(item);
  context.copy(node, builder, context);
  close(builder);
  const paragraphs = [...item.children].filter((child) => child.localName === "p");
  if (paragraphs.length === 1) paragraphs[0].replaceWith(...paragraphs[0].childNodes);
  if (item.hasChildNodes()) {
    const first = item.firstElementChild;
    if (text) (first?.localName === "p" ? first : item).prepend(`${text} `);
    return;
  }
  const list = item.parentNode;
  item.remove();
  if (!list.hasChildNodes()) list.remove();
}
