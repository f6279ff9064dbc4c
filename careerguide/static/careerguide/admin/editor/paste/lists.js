/* Lists as HTML has them, and as the programs of an office draw them. */

import { Builder, close, make } from "./builder.js";
import { STYLE } from "./quiet.js";
import { isHidden, property } from "./styles.js";

export function copyList(list, to, context) {
  to.endParagraph();
  fill(list, to.element, context, 1);
}

/* Google Docs puts the inner list beside the item, not into it; Word on the web makes
   each item a list and tells its level. */
function fill(list, container, context, depth) {
  const isOrdered = list.localName === "ol";
  const start = Number(list.getAttribute("start")) || 1;
  for (const child of list.children) {
    if (isHidden(child)) continue;
    if (child.localName === "ul" || child.localName === "ol") {
      fill(child, container, context, depth + 1);
      continue;
    }
    const told = child.getAttribute("aria-level") ?? child.getAttribute("data-aria-level");
    const level = Math.max(depth, Number(told) - context.depth || 0);
    const inner = { ...context, depth: context.depth + level };
    fillItem(addItem(container, level, isOrdered, start), child, inner);
  }
}

/* Word writes a paragraph for each item, and the mark before its words. */
const wordLevel = (node) => Number(property(node, "mso-list").match(/\blevel(\d)/)?.[1]);

export const isWordItem = (node) => wordLevel(node) > 0;

export function copyWordItem(node, to, context) {
  to.endParagraph();
  const marks = [...node.querySelectorAll(`[${STYLE}]`)].filter(isHidden);
  const mark = marks.map((each) => each.textContent).join("").trim();
  const isOrdered = /^\(?(\d+|[a-z]|[ivxlcdm]+)[.)]/i.test(mark);
  const start = Number(mark.match(/(\d+)\D*$/)?.[1]) || 1;
  fillItem(addItem(to.element, wordLevel(node), isOrdered, start), node, context);
}

/* A new item in the list that ends the container, or in a new one. */
function addItem(container, level, isOrdered, start) {
  let list = lastList(container) ?? newList(container, isOrdered, start);
  for (let depth = 1; depth < level; depth += 1) {
    const item = list.lastElementChild;
    if (!item) break;
    list = lastList(item) ?? newList(item, isOrdered, start);
  }
  const isOther = (list.localName === "ol") !== isOrdered;
  if (isOther) list = newList(list.parentNode, isOrdered, start);
  return list.appendChild(make("li"));
}

function lastList(container) {
  const last = container.lastElementChild;
  return last?.localName === "ul" || last?.localName === "ol" ? last : null;
}

function newList(container, isOrdered, start) {
  const list = container.appendChild(make(isOrdered ? "ol" : "ul"));
  if (isOrdered && start !== 1) list.setAttribute("start", start);
  return list;
}

function fillItem(item, node, context) {
  const builder = new Builder(item);
  context.copy(node, builder, context);
  close(builder);
  const paragraphs = [...item.children].filter((child) => child.localName === "p");
  if (paragraphs.length === 1) paragraphs[0].replaceWith(...paragraphs[0].childNodes);
  if (item.hasChildNodes()) return;
  const list = item.parentNode;
  item.remove();
  if (!list.hasChildNodes()) list.remove();
}
