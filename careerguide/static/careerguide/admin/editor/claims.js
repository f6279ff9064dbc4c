/* Numbers of the text that a table has as well: one click makes a number say what its
   table says, for as long as it is there. */

import { element } from "../element.js";
import { fill, gettext } from "../words.js";
import { replace } from "./text.js";

const SHOWN = 12; // proposals at once; more would hide the text

/* Gives the function that shows other claims in the list. */
export function startClaims(list, textarea) {
  list.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-notation]");
    if (!button) return;
    const { written, line, notation } = button.dataset;
    const at = placeOf(textarea.value, written, Number(line));
    if (at < 0) return;
    replace(textarea, at, at + written.length, notation, notation.length, notation.length);
  });

  return (claims) => {
    const found = claims.flatMap((claim) =>
      claim.proposals.map((proposal) => ({ ...claim, ...proposal })),
    );
    const rows = found.slice(0, SHOWN).map(row);
    list.replaceChildren(...rows);
    list.hidden = !rows.length;
  };
}

function row({ written, line, name, table, notation }) {
  const words = line
    ? gettext("Line %(line)s: “%(written)s” is %(name)s in “%(table)s”. ")
    : gettext("“%(written)s” is %(name)s in “%(table)s”. ");
  const sentence = fill(words, { line: String(line), written, name, table });
  const button = element("button", gettext("Let it follow the table"), { type: "button" });
  button.setAttribute("aria-label", `${sentence}${button.textContent}`);
  Object.assign(button.dataset, { written, line, notation });
  const item = element("li", sentence);
  item.append(button);
  return item;
}

// What shows no numbers: code, pictures, addresses and titles of links, tags.
const UNREAD = /`[^`]*`|!\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])?|\]\([^)]*\)|<[^>]*>/g;

/* Where a number stands in its line, outside these and what is tied already. A text
   without Markdown has no lines: there it is line 0, the whole. */
function placeOf(text, written, line) {
  const lines = line ? text.split("\n") : [text];
  const place = Math.max(0, line - 1);
  const start = lines.slice(0, place).join("\n").length + (place ? 1 : 0);
  const whole = lines[place] ?? "";
  const end = start + whole.length;
  const unread = [...whole.matchAll(UNREAD)].map(({ 0: found, index }) => [
    start + index,
    start + index + found.length,
  ]);
  for (let at = text.indexOf(written, start); at >= 0 && at < end; ) {
    const before = text.slice(start, at);
    const isTied = before.lastIndexOf("[[") > before.lastIndexOf("]]");
    const isPart = /[\w.,]$/.test(before) || /^\w/.test(text.slice(at + written.length));
    const isUnread = unread.some(([from, to]) => at >= from && at < to);
    if (!isTied && !isPart && !isUnread) return at;
    at = text.indexOf(written, at + 1);
  }
  return -1;
}
