/* Numbers of the text that somebody has to answer for. One click makes a number say what
   its table says, for as long as it is there; what no table has gets a source, or is the
   editor's own. */

import { element } from "../element.js";
import { fill, gettext } from "../words.js";
import { replace } from "./text.js";

const SHOWN = 30; // entries at once; more would hide the text

/* Gives the function that shows other claims in the list. */
export function startClaims(list, textarea) {
  let waiting = null; // claims that came while somebody answers for one

  list.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button || button.closest(".markdown-editor-answer")) return;
    const { notation, kind } = button.dataset;
    const { written, line } = button.closest("li").dataset;
    if (notation) insert(written, line, notation);
    else if (kind) open(button, written, line, kind);
  });

  function insert(written, line, notation) {
    const at = placeOf(textarea.value, written, Number(line));
    if (at < 0) return;
    replace(textarea, at, at + written.length, notation, notation.length, notation.length);
  }

  function open(button, written, line, kind) {
    list.querySelector(".markdown-editor-answer")?.remove();
    const answer = answerFor(written, kind);
    const input = answer.querySelector("input");
    const close = () => {
      answer.remove();
      if (waiting) show(waiting);
    };
    const [insertIt, cancel] = answer.querySelectorAll("button");
    const finish = () => {
      const words = plain(input.value);
      if (!words) {
        input.setAttribute("aria-invalid", "true");
        return input.focus();
      }
      close();
      insert(written, line, `[[claim: ${escaped(written)}; ${kind}: ${escaped(words)}]]`);
    };
    insertIt.addEventListener("click", finish);
    cancel.addEventListener("click", () => {
      button.focus();
      close();
    });
    answer.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      if (event.key === "Enter" && event.target === input) {
        event.preventDefault(); // the form is not sent by it
        finish();
      } else if (event.key === "Escape") {
        event.preventDefault();
        cancel.click();
      }
    });
    button.closest("li").append(answer);
    answer.scrollIntoView({ block: "nearest" });
    input.focus({ preventScroll: true });
  }

  function show(claims) {
    if (list.querySelector(".markdown-editor-answer")) {
      waiting = claims;
      return;
    }
    waiting = null;
    const rows = claims.flatMap((claim) => {
      const proposed = claim.proposals.map((proposal) => tie({ ...claim, ...proposal }));
      if (!proposed.length) return [answerable(claim)];
      // It may be another number that happens to be the same.
      if (claim.is_open) addButtons(proposed.at(-1), answers());
      return proposed;
    });
    const more = rows.length - SHOWN;
    list.replaceChildren(...rows.slice(0, SHOWN));
    if (more > 0) {
      list.append(element("li", fill(gettext("And %(more)s more."), { more: String(more) })));
    }
    list.hidden = !rows.length;
  }

  return show;
}

function tie({ written, line, name, table, notation }) {
  const values = { line: String(line), written, name, table };
  const words = line
    ? gettext("Line %(line)s: “%(written)s” is %(name)s in “%(table)s”. ")
    : gettext("“%(written)s” is %(name)s in “%(table)s”. ");
  const sentence = fill(words, values);
  return entry(sentence, written, line, [[gettext("Let it follow the table"), { notation }]]);
}

function answerable({ written, line, in_heading: inHeading }) {
  const values = { line: String(line), written };
  if (inHeading) {
    const sentence = gettext(
      "Line %(line)s: “%(written)s” is in a heading: say in the text where it comes from.",
    );
    return entry(fill(sentence, values), written, line, []);
  }
  const sentence = line
    ? gettext("Line %(line)s: nobody answers for “%(written)s” yet. ")
    : gettext("Nobody answers for “%(written)s” yet. ");
  return entry(fill(sentence, values), written, line, answers());
}

const answers = () => [
  [gettext("Say where it comes from"), { kind: "source" }],
  [gettext("It is my own figure"), { kind: "own" }],
];

function entry(sentence, written, line, buttons) {
  const item = element("li", sentence);
  Object.assign(item.dataset, { written, line });
  addButtons(item, buttons);
  return item;
}

function addButtons(item, buttons) {
  const sentence = item.firstChild.textContent;
  for (const [name, data] of buttons) {
    const button = element("button", name, { type: "button" });
    button.setAttribute("aria-label", `${sentence}${name}`);
    Object.assign(button.dataset, data);
    item.append(button, " ");
  }
}

/* The field in which somebody says who answers for a number. */
function answerFor(written, kind) {
  const question =
    kind === "source"
      ? gettext("Source of “%(written)s”: its name, and its address if it has one")
      : gettext("Why “%(written)s” may stand without a source; only editors see it");
  const box = element("span", "", { className: "markdown-editor-answer" });
  const label = element("label", fill(question, { written }));
  const input = element("input", "", { type: "text", maxLength: 300, autocomplete: "off" });
  label.append(input);
  const names = [gettext("Put it into the text"), gettext("Cancel")];
  box.append(label, ...names.map((name) => element("button", name, { type: "button" })));
  return box;
}

/* Words that can stand in our notation: without brackets, pairs of marks and addresses
   of mail, of which Markdown would make a link. */
function plain(words) {
  return words
    .replace(/[[{]/g, "(")
    .replace(/[\]}]/g, ")")
    .replace(/["“”„]/g, "’")
    .replace(/(\S)@(?=\S)/g, "$1 at ")
    .replace(/\s+/g, " ")
    .trim();
}

const escaped = (words) => words.replace(/[\\`*_<>&|~]/g, "\\$&");

// What shows no numbers: code, pictures, addresses and titles of links, tags.
const UNREAD = /`[^`]*`|!\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])?|\]\([^)]*\)|<[^>]*>/g;

/* Where a number stands in a text without Markdown, outside what is tied. */
function placeInPlain(text, written) {
  for (let at = text.indexOf(written); at >= 0; at = text.indexOf(written, at + 1)) {
    const before = text.slice(0, at);
    const isTied = before.lastIndexOf("[[") > before.lastIndexOf("]]");
    const isPart = /[\w.,]$/.test(before) || /^\w/.test(text.slice(at + written.length));
    if (!isTied && !isPart) return at;
  }
  return -1;
}

/* Where a number stands in its line, outside these and what is tied already. */
function placeOf(text, written, line) {
  if (!line) return placeInPlain(text, written); // of a text without Markdown
  const lines = text.split("\n");
  const start = lines.slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
  const whole = lines[line - 1] ?? "";
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
