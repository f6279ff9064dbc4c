/* Numbers of the text that somebody has to answer for. One click makes a number say what
   its table says, for as long as it is there; what no table has gets a source, or is the
   editor's own. */

import { element } from "../element.js";
import { fill, gettext } from "../words.js";
import { placeOf } from "./places.js";
import { replace, select } from "./text.js";

const SHOWN = 30; // entries at once; more would hide the text

/* Gives the function that shows other claims in the list. */
export function startClaims(list, textarea) {
  let waiting = null; // claims that came while somebody answers for one

  list.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button || button.closest(".markdown-editor-answer")) return;
    const { notation, kind } = button.dataset;
    const claim = { ...button.closest("li").dataset };
    if (notation) insert(claim, notation);
    else if (kind) open(button, claim, kind);
  });

  function insert(claim, notation) {
    const [start, end, isFound] = placeOf(textarea.value, claim);
    if (isFound) replace(textarea, start, end, notation, notation.length, notation.length);
    else select(textarea, start, end);
  }

  function open(button, claim, kind) {
    const { written } = claim;
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
      insert(claim, `[[claim: ${escaped(written)}; ${kind}: ${escaped(words)}]]`);
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
    const rows = numbered(claims).flatMap((claim) => {
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

/* The claims, with how many of their line are written the same and stand before each. */
function numbered(claims) {
  const seen = new Map();
  return claims.map((claim) => {
    const key = `${claim.line} ${claim.written}`;
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    return { ...claim, nth };
  });
}

function tie({ name, table, notation, ...claim }) {
  const { written, line } = claim;
  const values = { line: String(line), written, name, table };
  const words = line
    ? gettext("Line %(line)s: “%(written)s” is %(name)s in “%(table)s”. ")
    : gettext("“%(written)s” is %(name)s in “%(table)s”. ");
  const sentence = fill(words, values);
  return entry(sentence, claim, [[gettext("Let it follow the table"), { notation }]]);
}

function answerable({ in_heading: inHeading, ...claim }) {
  const { written, line } = claim;
  const values = { line: String(line), written };
  if (inHeading) {
    const sentence = gettext(
      "Line %(line)s: “%(written)s” is in a heading: say in the text where it comes from.",
    );
    return entry(fill(sentence, values), claim, []);
  }
  const sentence = line
    ? gettext("Line %(line)s: nobody answers for “%(written)s” yet. ")
    : gettext("Nobody answers for “%(written)s” yet. ");
  return entry(fill(sentence, values), claim, answers());
}

const answers = () => [
  [gettext("Say where it comes from"), { kind: "source" }],
  [gettext("It is my own figure"), { kind: "own" }],
];

function entry(sentence, { written, line, nth }, buttons) {
  const item = element("li", sentence);
  Object.assign(item.dataset, { written, line, nth });
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
