/* A clean tree as Markdown, by Turndown; the rules are those of the site's own marks. */

import Turndown from "../../../../vendor/turndown/turndown.js";

import { writeRows } from "./rows.js";

const OPTIONS = {
  headingStyle: "atx",
  bulletListMarker: "-",
  codeBlockStyle: "fenced",
  hr: "---",
};
const INLINE = ["a", "strong", "em", "del", "sub", "sup", "mark", "code"];

export function toMarkdown(root) {
  const service = new Turndown(OPTIONS);
  service.escape = (text) => text; // by escape.js, which sees a whole block
  for (const [name, filter, replacement] of RULES) service.addRule(name, { filter, replacement });
  setDelimiters(root);
  service.addRule("table", {
    filter: "table",
    replacement: (_content, node) => `\n\n${writeTable(node, service)}\n\n`,
  });
  return service.turndown(root);
}

const RULES = [
  ["strong", "strong", (content, node) => emphasise(content, node, ["**"])],
  ["em", "em", (content, node) => emphasise(content, node, ["_", "*"])],
  ["del", "del", (content, node) => emphasise(content, node, ["~~"])],
  ["element", ["sub", "sup", "mark"], (content, { localName }) => `<${localName}>${content}</${localName}>`],
  ["br", "br", (_content, node) => (node.closest("td") ? "<br>" : "\\\n")],
  ["quote", "blockquote", writeQuote],
  ["link", "a", writeLink],
  ["reference", "data", writeReference],
  ["footnote", (node) => node.localName === "p" && node.dataset.note, writeFootnote],
  ["list", ["ul", "ol"], writeList],
  ["item", "li", writeItem],
];

function writeLink(content, node) {
  const href = node.getAttribute("href");
  if (!content.trim()) return "";
  if (node.textContent === href && /^https?:/.test(href)) return `<${href}>`;
  const isEven = /^[^()]*(?:\([^()]*\)[^()]*)*$/.test(href);
  return `[${content}](${isEven ? href : href.replace(/[()]/g, "\\$&")})`;
}

/* A parenthesis right behind it would make it a link. */
function writeReference(_content, node) {
  const isTouched = /^[([:]/.test(node.nextSibling?.data ?? "");
  return `[^${node.getAttribute("href")}]${isTouched ? "\\" : ""}`;
}

function writeFootnote(content, node) {
  return `\n\n[^${node.dataset.note}]: ${content.trim()}\n\n`;
}

function writeQuote(content) {
  const lines = content.trim().split("\n");
  return `\n\n${lines.map((line) => (line ? `> ${line}` : ">")).join("\n")}\n\n`;
}

/* Markdown would go on with the list before, but for another sign after the number. */
function setDelimiters(root) {
  for (const list of root.querySelectorAll("ol + ol"))
    if (!list.previousElementSibling.dataset.sign) list.dataset.sign = ")";
}

/* In an item, a number other than 1 begins a list only after an empty line. */
function writeList(content, list) {
  const isInner = list.parentNode.localName === "li";
  const { nextElementSibling: next, previousElementSibling: last } = list;
  const gap = (other) => (isInner && (!other || /^[uo]l$/.test(other.localName)) ? "\n" : "\n\n");
  const isFirst = isInner && !/^[uo]l$/.test(last?.localName);
  const before = isFirst && firstOf(list) === 1 ? "\n" : isFirst ? "\n\n" : gap(last);
  return before + content + gap(next);
}

const firstOf = (list) => Number(list.getAttribute("start") ?? 1);

function writeItem(content, node) {
  const list = node.parentNode;
  const at = [...list.children].indexOf(node);
  const prefix = list.localName === "ol" ? `${firstOf(list) + at}${list.dataset.sign ?? "."} ` : "- ";
  const isLoose = /\n\n$/.test(content) && node.nextSibling;
  const lines = content.trim().replace(/\n(?=[^\n])/g, `\n${" ".repeat(prefix.length)}`);
  return prefix + lines + (isLoose ? "\n" : "") + (node.nextSibling ? "\n" : "");
}

/* Markdown sees marks only where they stand between certain characters; elsewhere the
   element itself is written, which the site takes as well. */
function emphasise(content, node, marks) {
  if (!content.trim()) return content;
  const before = neighbour(node, "previousSibling", -1);
  const after = neighbour(node, "nextSibling", 0);
  // cmark looks through tildes at what is beyond them.
  const words = content.replace(/^~+|~+$/g, "");
  const opens = stands(words[0], before);
  const closes = stands(words.at(-1), after);
  const isApart = !isLetter(before) && !isLetter(after);
  const mark = marks.find((each) => each !== "_" || isApart);
  if (opens && closes && mark && !isTangled(node)) return mark + content + mark;
  return `<${node.localName}>${content}</${node.localName}>`;
}

/* Whether a star or a line that is text would touch our mark. */
const isTangled = ({ firstChild, lastChild }) =>
  /^[*_]/.test(firstChild?.data ?? "") || /(?:^|[^\\])[*_]$/.test(lastChild?.data ?? "");

/* Whether a mark between the two characters acts on the side of the first. */
const stands = (inner, outer) =>
  !isSpace(inner) && (!isMark(inner) || isSpace(outer) || isMark(outer));

function neighbour(node, side, at) {
  const next = node[side];
  if (next?.nodeType === Node.TEXT_NODE)
    return next.data.replace(/^(?:\\?~)+|(?:\\?~)+$/g, "").at(at) ?? "";
  if (next?.nodeName === "BR") return "\n";
  if (next) return next.localName === "del" ? (next.textContent.at(at) ?? "") : "*";
  if (node.parentNode.localName === "del") return neighbour(node.parentNode, side, at);
  return INLINE.includes(node.parentNode.localName) ? "*" : "";
}

const isSpace = (character) => !character || /\s/.test(character);
const isMark = (character) => /[\p{P}\p{S}]/u.test(character);
const isLetter = (character) => Boolean(character) && !isSpace(character) && !isMark(character);

function writeTable(table, service) {
  const rows = [...table.rows].map((row) =>
    [...row.cells].map((cell) => service.turndown(cell).replace(/\s*\n\s*/g, " ")),
  );
  return writeRows(rows);
}
