/* Headings, with the numbers that Word has given them. */

import { Builder, close, make } from "./builder.js";
import { wordMark } from "./numbers.js";
import { headingLevel } from "./styles.js";

export const HEADINGS = "h1, h2, h3, h4, h5, h6";

export function copyHeading(node, to, context) {
  const level = Math.min(headingLevel(node), 6);
  const heading = new Builder(make(`h${level}`), "heading");
  const number = wordMark(node)?.text;
  if (number) heading.text(`${number} `, []);
  context.copy(node, heading, { ...context, isStrong: true });
  if (close(heading).textContent.trim()) to.block(heading.element);
}

/* The highest headings become those of level 2: the page has its own above. */
export function fitHeadings(root) {
  const headings = [...root.querySelectorAll(HEADINGS)];
  const level = (heading) => Number(heading.localName[1]);
  const shift = 2 - Math.min(...headings.map(level));
  for (const heading of headings) {
    const fitting = make(`h${Math.min(level(heading) + shift, 6)}`);
    fitting.append(...heading.childNodes);
    heading.replaceWith(fitting);
  }
}
