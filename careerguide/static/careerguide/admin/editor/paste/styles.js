/* What the name and the inline style of an element say of its words. */

import { STYLE } from "./quiet.js";

const TAGS = {
  strong: ["b", "strong"],
  em: ["em", "i", "cite", "dfn", "var"],
  del: ["del", "s", "strike"],
  sub: ["sub"],
  sup: ["sup"],
  mark: ["mark"],
  code: ["code", "kbd", "samp", "tt"],
};

const tagOf = (name) => Object.keys(TAGS).find((tag) => TAGS[tag].includes(name));

/* The value of one property; the style sheet of a paste is not read, as nothing of it
   is wanted but this. */
export function property(element, name) {
  const style = element.getAttribute(STYLE) ?? "";
  const found = style.match(new RegExp(`(?:^|;)\\s*${name}\\s*:\\s*([^;]+)`, "i"));
  return found ? found[1].trim().toLowerCase() : "";
}

// The marks and texts of Word's comments, and those that Google Docs writes into a file.
const COMMENTS = `.msocomanchor, .msocomtxt, .msocomoff, .MsoCommentReference,
  .MsoCommentText, .MsoCommentSubject, a[href^="#cmnt"]`;
const GUTTER = /(?:^|\s)(?:linenos?|line-?numbers?(?:-rows)?|linenodiv|lnt?|gutter|hljs-ln-numbers|blob-num|react-syntax-highlighter-line-number)(?:\s|$)/i;

// What somebody struck out while Word kept track, and its table of contents.
const CHANGES = "del[cite^='mailto:'], span.msoDel";
const CONTENTS = "p[class^=MsoToc]";

/* The name of what an editor should hear of, or "". */
export function whyLeftOut(element) {
  if (isComment(element)) return "comments";
  if (element.matches(CHANGES)) return "changes";
  return element.matches(CONTENTS) ? "contents" : "";
}

function isComment(element) {
  return (
    element.matches(COMMENTS) ||
    /^comment(-list)?$/.test(property(element, "mso-element")) ||
    property(element, "mso-special-character") === "comment" ||
    (element.localName === "p" && element.querySelector(':scope > a[href^="#cmnt_ref"]') !== null)
  );
}

/* The numbers of lines beside code. */
function isGutter(element) {
  const isNamed = GUTTER.test(element.getAttribute("class") ?? "");
  return isNamed && /^[\s\d]*$/.test(element.textContent);
}

export function isHidden(element) {
  return (
    element.hasAttribute("hidden") ||
    property(element, "display") === "none" ||
    property(element, "mso-hide") === "all" ||
    whyLeftOut(element) !== "" ||
    isGutter(element) ||
    // The mark of a list item, which is drawn as words.
    property(element, "mso-list") === "ignore"
  );
}

/* Google Docs puts everything into <b style="font-weight:normal">, and Word says
   "mso-bidi-font-weight" of what is bold: an own weight or slant counts more than the
   name of the element. */
export function marksOf(element, marks) {
  const weight = property(element, "font-weight");
  const slant = property(element, "font-style");
  const line = `${property(element, "text-decoration")} ${property(element, "text-decoration-line")}`;
  const height = property(element, "vertical-align");
  let next = marks;
  const set = (tag, isOn) => {
    const has = next.some((mark) => mark.tag === tag);
    if (isOn && !has) next = [...next, { tag }];
    if (!isOn && has) next = next.filter((mark) => mark.tag !== tag);
  };
  const tag = tagOf(element.localName);
  if (tag) set(tag, true);
  if (weight) set("strong", /^(bold|bolder|[6-9]\d\d|1000)$/.test(weight));
  if (slant) set("em", /^(italic|oblique)/.test(slant));
  if (line.includes("line-through")) set("del", true);
  if (/^(sub|super)$/.test(height)) set(height === "sub" ? "sub" : "sup", true);
  return next;
}

/* The level of a heading, or 0. */
export function headingLevel(element) {
  const byName = element.localName.match(/^h([1-6])$/)?.[1];
  const byRole = element.getAttribute("role") === "heading" && element.getAttribute("aria-level");
  const byWord = element.classList.contains("MsoTitle") && "1";
  return Number(byName || byRole || byWord || property(element, "mso-outline-level")) || 0;
}

export const isQuote = (element) =>
  element.localName === "blockquote" || /\bMso(Intense)?Quote\b/.test(element.className);
