/* Footnotes as the programs of an office write them, and web pages: a link to the note,
   and a note that links back. Markdown has [^1] and, on a line of its own, [^1]: text. */

// How the two call each other, and what ends the name of a reference.
const NAMES = [
  [/^#_(ftn|edn)(\d+)$/, (kind, number) => `_${kind}ref${number}`], // Word
  [/^#(ftnt)(\d+)$/, (kind, number) => `${kind}_ref${number}`], // Google Docs
  [/^#sd(footnote|endnote)(\d+)sym$/, (kind, number) => `sd${kind}${number}anc`], // LibreOffice
  [/^#(?:user-content-)?(fn)[-:]?(\d+)$/, () => ""], // converters of Markdown
  [/^#(cite_note)-(.+)$/, () => ""], // MediaWiki
];
const NOTES = "p,li,div";
// Word and LibreOffice put each note into a block of its own, with paragraphs.
const FRAMES = "div[id^=ftn],div[id^=edn],div[id^=sdfootnote],div[id^=sdendnote]";

/* Replaces each reference whose note was copied as well by its mark, and takes the notes
   out. Returns [mark, element] of each note, in the order of the text. */
export function takeFootnotes(body) {
  const found = [];
  for (const link of body.querySelectorAll("a[href]")) {
    const href = link.getAttribute("href").replace(/^[^#]*(?=#)/, "");
    const [pattern, nameBack] = NAMES.find(([each]) => each.test(href)) ?? [];
    const target = pattern && named(body, href.slice(1));
    const back = pattern && nameBack(...href.match(pattern).slice(1));
    const note = target && noteOf(target, link);
    if (!note || (back && !named(body, back))) continue;
    const known = found.find((each) => each.note === note);
    const number = known ? known.number : found.length + 1;
    if (!known) found.push({ number, note, target });
    place(link, number);
  }
  return found.map(({ number, note, target }) => [number, takeOut(note, target)]);
}

const named = (body, name) =>
  [...body.querySelectorAll("[id], [name]")].find(
    (each) => each.id === name || each.getAttribute("name") === name,
  );

/* The block that a note fills, if the reference does not stand in it. */
function noteOf(target, link) {
  const whole = target.matches(NOTES) ? target : target.closest(NOTES);
  const note = whole?.closest(FRAMES) ?? whole;
  return note && !note.contains(link) && note.textContent.trim() ? note : null;
}

/* In place of the link and of what only raises it. */
function place(link, number) {
  let whole = link;
  while (/^(sup|span)$/.test(whole.parentNode.localName) && isAlone(whole)) whole = whole.parentNode;
  const mark = link.ownerDocument.createElement("data");
  mark.value = number;
  whole.replaceWith(mark);
}

const isAlone = (node) => node.parentNode.textContent.trim() === node.textContent.trim();

function takeOut(note, target) {
  dropAround(note);
  for (const link of note.querySelectorAll("a")) {
    const href = (link.getAttribute("href") ?? "").replace(/^[^#]*(?=#)/, "");
    if (link === target || /^#.*(?:ref|anc)/.test(href)) link.remove();
  }
  for (const sign of note.querySelectorAll(".mw-cite-backlink")) sign.remove();
  return note;
}

/* Takes the note out, and what numbers notes, or draws a line above them, with the last. */
function dropAround(note) {
  const list = note.parentNode;
  const section = note.closest(".footnotes");
  note.remove();
  if (section && !section.querySelector("li,p")) section.remove();
  else if (list.localName !== "body" && !list.textContent.trim()) {
    const rule = list.previousElementSibling;
    if (rule?.localName === "hr" && !list.nextElementSibling) rule.remove();
    list.remove();
  }
}
