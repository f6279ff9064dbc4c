/* Builds a tree of the few elements that Markdown knows. Nothing of a paste is copied
   but its words: what is not made here does not get through. */

const inert = document.implementation.createHTMLDocument("");

export const make = (tag, href) => {
  const element = inert.createElement(tag);
  if (href) element.setAttribute("href", href);
  return element;
};

/* The blanks as Markdown has them. A no-break space between two words, or beside another
   blank, is how a program lays text out; elsewhere somebody has meant it. */
export function tidyBlanks(text) {
  return text
    .replace(/[\ufeff\u200b]/g, "")
    .replace(/[ \t\n\r\f]*\u00a0(?:[ \t\n\r\f]|\u00a0)+|[ \t\n\r\f]+\u00a0/g, " ")
    .replace(/(?<=\p{L}{2})\u00a0(?=\p{L}{2})/gu, " ")
    .replace(/[ \t\n\r\f]+/g, " ");
}

/* Takes words, breaks and blocks in turn. A `flat` one is a line: of a heading, whose
   breaks are blanks, or of a cell, whose blocks follow each other on lines. */
export class Builder {
  constructor(element, flat = "") {
    this.element = element;
    this.flat = flat;
    this.paragraph = flat ? element : null;
    this.isBreaking = false;
  }

  text(words, marks) {
    const isBlank = !words.trim();
    if (isBlank && !this.paragraph?.hasChildNodes()) return;
    if (isBlank && this.paragraph.lastChild.nodeName === "BR") return;
    this.paragraph ??= this.element.appendChild(make("p"));
    if (this.isBreaking && !isBlank) this.lineBreak();
    let at = this.paragraph;
    for (const { tag, href } of marks) {
      const last = at.lastChild;
      const isOpen = last?.localName === tag && last.getAttribute("href") === (href ?? null);
      // Blanks need no mark of their own.
      if (!isOpen && isBlank) break;
      at = isOpen ? last : at.appendChild(make(tag, href));
    }
    at.append(words);
  }

  lineBreak() {
    this.isBreaking = false;
    if (this.flat === "heading") return this.text(" ", []);
    if (!this.paragraph?.hasChildNodes()) return undefined;
    if (this.flat) return this.paragraph.append(make("br"));
    // Two in a row are how mail divides paragraphs.
    if (this.paragraph.lastChild.nodeName === "BR") return this.endParagraph();
    return this.paragraph.append(make("br"));
  }

  endParagraph() {
    if (this.flat) {
      this.isBreaking = this.element.hasChildNodes();
      return;
    }
    const { paragraph } = this;
    this.paragraph = null;
    if (paragraph) trim(paragraph);
    if (paragraph && !paragraph.textContent.trim()) paragraph.remove();
  }

  block(element) {
    this.endParagraph();
    return this.element.appendChild(element);
  }
}

function trim(block) {
  const isBlank = (node) => node && (node.nodeName === "BR" || !node.textContent.trim());
  while (isBlank(block.lastChild)) block.lastChild.remove();
  while (isBlank(block.firstChild)) block.firstChild.remove();
}

export function close(builder) {
  builder.endParagraph();
  if (builder.flat) trim(builder.element);
  return builder.element;
}
