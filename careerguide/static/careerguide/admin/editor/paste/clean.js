/* The HTML of a clipboard as a tree of headings, paragraphs, lists, tables, quotes and
   code. It is parsed in a document where nothing is fetched and no script runs. */

import { isInner, readAddress } from "./addresses.js";
import { Builder, close, make, tidyBlanks } from "./builder.js";
import { copyCode } from "./code.js";
import { takeFootnotes } from "./footnotes.js";
import { copyHeading, fitHeadings, HEADINGS } from "./headings.js";
import { copyList, copyWordItem, isWordItem } from "./lists.js";
import { markOf, wordMark } from "./numbers.js";
import { parse } from "./quiet.js";
import { copyQuoted } from "./quotes.js";
import { headingLevel, isHidden, isQuote, marksOf, property, whyLeftOut } from "./styles.js";
import { copyTable } from "./tables.js";
import { isDrawnBox, todoSign } from "./todos.js";
import { listTypedItems } from "./typed.js";

const DROPPED = new Set([
  "base", "button", "datalist", "frame", "frameset", "head", "input", "link",
  "map", "meta", "noscript", "script", "select", "style", "template",
  "textarea", "title", "xml",
]);
const MEDIA = new Set([
  "audio", "canvas", "embed", "iframe", "math", "object", "svg", "video",
]);
const BLOCKS = new Set([
  "address", "article", "aside", "body", "caption", "center", "dd", "details",
  "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure",
  "footer", "form", "header", "hgroup", "legend", "li", "main", "menu", "nav",
  "p", "section", "summary", "tbody", "td", "tfoot", "th", "thead", "tr",
]);
const EMOJI = /^\p{Extended_Pictographic}[\p{Extended_Pictographic}\p{M}\u200d\ufe0f]*$/u;

// What a heading's link to itself is drawn as.
const SIGN = /^\s*[#¶§🔗]\s*$/u;

/* `notes` collects the names of what an editor should hear of. */
export function clean(html, notes) {
  const source = parse(html);
  const footnotes = takeFootnotes(source.body);
  const root = new Builder(make("div"));
  const context = { marks: [], depth: 0, notes, copy: walkAll };
  walkAll(source.body, root, context);
  close(root);
  listTypedItems(root.element);
  fitHeadings(root.element);
  for (const [number, note] of footnotes) copyFootnote(note, number, root, context);
  return root.element;
}

/* A paragraph that Markdown takes for the text of a note; its own are lines of it. */
function copyFootnote(note, number, to, context) {
  const text = new Builder(make("p"), "cell");
  walkAll(note, text, context);
  if (!close(text).textContent.trim()) return;
  text.element.dataset.note = number;
  to.block(text.element);
}

function walkAll(parent, to, context) {
  for (const node of parent.childNodes) walk(node, to, context);
}

function walk(node, to, context) {
  if (node.nodeType === Node.TEXT_NODE) return addText(node.data, to, context);
  if (node.nodeType !== Node.ELEMENT_NODE) return;
  const name = node.localName;
  if (todoSign(node)) to.text(`${todoSign(node)} `, []);
  if (whyLeftOut(node)) context.notes.add(whyLeftOut(node));
  if (DROPPED.has(name) || isHidden(node)) return;
  if (MEDIA.has(name)) return void context.notes.add("media");
  if (name === "img" || name === "v:imagedata") return addPicture(node, to, context);
  if (name === "a" && SIGN.test(node.textContent) && node.closest(HEADINGS)) return;
  if (name === "data" && node.value) return to.text(node.value, [...context.marks, { tag: "data", href: node.value }]);
  if (name === "br") return to.lineBreak();
  const space = property(node, "white-space") || (name === "pre" ? "pre" : "");
  const inner = space ? { ...context, keepsLines: /^(pre|break)/.test(space) } : context;
  if (name === "q") return copyQuoted(node, to, withMarks(node, inner));
  if (to.flat) return walkFlat(node, to, inner);
  if (name === "hr") return void to.block(make("hr"));
  if (name === "table") return copyTable(node, to, inner);
  if (name === "ul" || name === "ol") return copyList(node, to, inner);
  if (name === "pre") return copyCode(node, to);
  if (headingLevel(node)) return copyHeading(node, to, inner);
  if (isQuote(node)) return copyQuote(node, to, inner);
  if (isWordItem(node)) return copyWordItem(node, to, inner);
  if (!BLOCKS.has(name)) return walkAll(node, to, withMarks(node, inner));
  to.endParagraph();
  walkAll(node, to, withMarks(node, inner));
  to.endParagraph();
}

function walkFlat(node, to, context) {
  const isBlock = BLOCKS.has(node.localName) || /^(ul|ol|pre|table|blockquote|h[1-6])$/.test(node.localName);
  if (isBlock) to.endParagraph();
  to.text(flatMark(node), []);
  walkAll(node, to, withMarks(node, context));
  if (isBlock) to.endParagraph();
}

/* The mark of an item where there can be no list. */
function flatMark(node) {
  if (node.localName === "li") {
    const { text, number } = markOf(node);
    return text || number != null ? `${text ?? `${number}.`} ` : "• ";
  }
  return isWordItem(node) ? `${wordMark(node)?.text ?? "•"} ` : "";
}

function withMarks(node, context) {
  let marks = marksOf(node, context.marks).filter(
    ({ tag }) => !(context.isStrong && tag === "strong"),
  );
  if (node.localName === "a" && node.hasAttribute("href") && !isAnchor(node)) {
    const href = readAddress(node.getAttribute("href"));
    marks = marks.filter(({ tag }) => tag !== "a");
    if (href) marks = [...marks, { tag: "a", href }];
    else if (!isInner(node.getAttribute("href"))) context.notes.add("links");
  }
  return { ...context, marks };
}

/* A heading's link to itself is no part of its words. */
function isAnchor(link) {
  const heading = link.closest(HEADINGS);
  const isWhole = heading?.textContent.trim() === link.textContent.trim();
  return isWhole && link.getAttribute("href").includes("#");
}

function addText(data, to, context) {
  const lines = context.keepsLines ? data.split(/\r?\n/) : [data];
  lines.forEach((line, number) => {
    if (number) to.lineBreak();
    to.text(tidyBlanks(line), context.marks);
  });
}

function addPicture(node, to, { marks, notes }) {
  if (isDrawnBox(node)) return undefined;
  const alt = node.getAttribute("alt")?.trim() ?? "";
  if (EMOJI.test(alt)) return to.text(alt, marks);
  const size = ["width", "height"].map((name) => parseFloat(node.getAttribute(name) ?? property(node, name)));
  // What counts readers is no picture.
  if (!size.some((length) => length <= 2)) notes.add("pictures");
  return undefined;
}

function copyQuote(node, to, context) {
  to.endParagraph();
  const last = to.element.lastElementChild;
  // Word makes each paragraph of a quotation one.
  const isMore = node.localName !== "blockquote" && last?.localName === "blockquote";
  const quote = new Builder(isMore ? last : make("blockquote"));
  walkAll(node, quote, context);
  if (close(quote).textContent.trim() && !isMore) to.block(quote.element);
}
