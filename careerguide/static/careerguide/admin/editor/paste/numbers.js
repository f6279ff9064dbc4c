/* The marks of list items as the document shows them. Markdown has numbers only: what it
   cannot write, such as "iv." or "§ 12", is kept as text. */

import { STYLE } from "./quiet.js";
import { isHidden, property } from "./styles.js";
import { todoSign } from "./todos.js";

const MOST = 999_999_999; // which Markdown takes for the number of an item
const ROMAN = [
  [1000, "m"], [900, "cm"], [500, "d"], [400, "cd"], [100, "c"], [90, "xc"],
  [50, "l"], [40, "xl"], [10, "x"], [9, "ix"], [5, "v"], [4, "iv"], [1, "i"],
];
const TYPES = { a: "lower-alpha", A: "upper-alpha", i: "lower-roman", I: "upper-roman" };
const read = new WeakMap();

/* The mark of an <li>: whether its list is ordered, its number, which is null where it
   goes on from the item before, and its text where a number is not enough. */
export function markOf(item) {
  const list = item.parentNode;
  if (todoSign(item)) return { isOrdered: false, text: todoSign(item) };
  if (list?.localName !== "ol") return { isOrdered: false };
  if (!read.has(list)) read.set(list, readNumbers(list));
  const number = read.get(list).get(item);
  return number === null ? { isOrdered: true, number } : written(number, styleOf(item, list));
}

function readNumbers(list) {
  const items = [...list.children].filter((child) => child.localName === "li" && !isHidden(child));
  const step = list.hasAttribute("reversed") ? -1 : 1;
  const numbers = new Map();
  let next = integer(list, "start") ?? (step < 0 ? items.length : 1);
  if (isPiece(list, items)) next = null;
  for (const item of items) {
    const number = integer(item, "value") ?? next;
    numbers.set(item, number);
    next = number === null ? null : number + step;
  }
  return numbers;
}

/* Word on the web makes each item a list of its own. */
function isPiece(list, items) {
  const isTold = items.length === 1 && items[0].matches("[aria-level], [data-aria-level]");
  const isAlone = list.parentNode.localName === "div" && list.parentNode.children.length === 1;
  return isTold && isAlone && !list.hasAttribute("start");
}

function integer(element, name) {
  const found = (element.getAttribute(name) ?? "").match(/^\s*([-+]?\d{1,15})/);
  return found ? Number(found[1]) : null;
}

function styleOf(item, list) {
  const style = (node) => property(node, "list-style-type") || TYPES[node.getAttribute("type")];
  return style(item) || style(list) || "";
}

function written(number, style) {
  const text = number > 0 ? inLetters(number, style) : "";
  if (text) return { isOrdered: false, text: `${text}.` };
  if (number < 0 || number > MOST) return { isOrdered: false, text: `${number}.` };
  return { isOrdered: true, number };
}

function inLetters(number, style) {
  const [, letterCase, kind] = style.match(/^(lower|upper)-(alpha|latin|roman)$/) ?? [];
  if (!kind) return "";
  const text = kind === "roman" ? roman(number) : letters(number);
  return letterCase === "upper" ? text.toUpperCase() : text;
}

function letters(number) {
  let text = "";
  for (let left = number; left > 0; left = Math.floor((left - 1) / 26))
    text = String.fromCharCode(97 + ((left - 1) % 26)) + text;
  return text;
}

function roman(number) {
  if (number > 3999) return "";
  let left = number;
  let text = "";
  for (const [value, sign] of ROMAN)
    for (; left >= value; left -= value) text += sign;
  return text;
}

/* The mark that Word has written before the words of a paragraph, or null. */
export function wordMark(node) {
  const drawn = [...node.querySelectorAll(`[${STYLE}]`)].filter(
    (each) => property(each, "mso-list") === "ignore",
  );
  const text = drawn.map((each) => each.textContent).join("").replace(/\s+/g, " ").trim();
  if (!text) return null;
  const number = text.match(/^\(?(\d{1,9})[.)]{0,2}$/)?.[1];
  if (number) return { isOrdered: true, number: Number(number), text };
  return isDrawn(text, drawn[0]) ? { isOrdered: false } : { isOrdered: false, text };
}

/* Whether it is a bullet: a sign, or a letter in a font that draws something else. */
function isDrawn(text, element) {
  if ([...text].length > 1) return false;
  if (/[^\p{L}\p{N}]|[oØüvqà]/u.test(text)) return true;
  return /symbol|dings|courier/i.test(
    property(element, "font-family") + property(element.parentNode, "font-family"),
  );
}
