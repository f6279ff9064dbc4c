/* Choosing a number of a table, or one worked out of several, that stands in a text. */

import { element } from "../element.js";
import { fill, gettext, ngettext } from "../words.js";
import { ask, findDialog } from "./dialog.js";
import { startLookup } from "./lookup.js";
import { post, Problem } from "./request.js";
import { selection } from "./text.js";

const LONGEST = 60; // of a selection that is looked for
const UNSAVED = gettext("Save the draft first: then the numbers of this table are listed.");

/* `root` has the addresses, and says whose text it is that stands in `textarea`. */
export function askForNumber(root, textarea) {
  const dialog = findDialog(root, "number");
  const form = dialog.querySelector("form");
  const search = dialog.querySelector("[type=search]");
  const preview = dialog.querySelector(".number-preview");
  const { model, field, item, numbersUrl, workedOutUrl } = root.dataset;
  const career = textarea.form.elements.career?.value ?? "";
  const about = { model, field, item, career };
  const kind = () => form.querySelector("[name=keyword]:checked");
  const isWorkedOut = () => kind().value !== "number";
  let picked = [];
  let notation = "";
  let asked = Promise.resolve();

  const take = (cell) => {
    if (!isWorkedOut()) {
      notation = cell.notation;
      form.requestSubmit();
      return;
    }
    picked.push(cell);
    search.select();
    workOut();
  };

  function workOut() {
    notation = "";
    for (const node of dialog.querySelectorAll("[data-worked-out]"))
      node.hidden = !isWorkedOut();
    if (isWorkedOut()) asked = askForPreview();
  }

  async function askForPreview() {
    showPicked();
    const { value: keyword, dataset } = kind();
    const missing = Number(dataset.least) - picked.length;
    const cells = picked.map(({ cell }) => cell);
    const say = (sentence, isProblem) => {
      preview.textContent = sentence;
      preview.classList.toggle("number-problem", isProblem);
    };
    if (missing > 0) return say(onMissing(missing), false);
    try {
      const fields = { ...about, keyword, cells: JSON.stringify(cells) };
      const answer = await post(root, workedOutUrl, fields);
      const isStill = keyword === kind().value && cells.length === picked.length;
      if (!isStill || cells.some((cell, at) => cell !== picked[at].cell)) return;
      notation = answer.notation;
      const shown = fill(gettext("Readers see: %(text)s"), answer);
      say(answer.problem || shown, Boolean(answer.problem));
    } catch (problem) {
      say(problem.message, true);
    }
  }

  function showPicked() {
    const rows = picked.map((cell, at) => {
      const row = element("li", "");
      if (at) row.append(element("span", kind().dataset.between, { className: "number-between" }));
      row.append(element("span", nameOf(cell)));
      const button = element("button", gettext("Take out"), { type: "button" });
      button.setAttribute("aria-label", fill(gettext("Take out %(name)s"), { name: nameOf(cell) }));
      button.onclick = () => {
        picked = picked.filter((_cell, other) => other !== at);
        workOut();
        search.focus();
      };
      row.append(button);
      return row;
    });
    const list = dialog.querySelector(".number-picked ol");
    list.replaceChildren(...rows);
    if (picked.length !== 2) return;
    const swap = element("button", gettext("Swap the two"), { type: "button" });
    swap.onclick = () => {
      picked.reverse();
      workOut();
      list.querySelector(".number-swap")?.focus();
    };
    swap.className = "number-swap";
    rows[1].append(swap);
  }

  form.reset();
  const { text } = selectionWithSign(textarea);
  if (text.trim() && text.length <= LONGEST && !/[\n[]/.test(text)) search.value = text.trim();
  for (const radio of form.elements.keyword) radio.onchange = workOut;
  workOut();
  const instead = "own" in root.dataset && !item ? UNSAVED : "";
  startLookup(dialog, numbersUrl, about, { describe, onCount, take, instead });

  const answer = ask(dialog, async () => {
    await asked;
    if (notation) return notation;
    throw new Problem(isWorkedOut() ? preview.textContent : gettext("Choose a number from the list first."));
  });
  search.focus();
  search.select();
  return answer;
}

/* A double click selects the digits alone, and the table writes their sign as well. */
function selectionWithSign(textarea) {
  const { start, end, value, text } = selection(textarea);
  if (!/^\d[\d.,]*$/.test(text)) return { text };
  const before = value.slice(0, start).match(/(?:[A-Z]{2})?[$€£¥] ?$/);
  const after = value.slice(end).match(/^[ \u00a0]?[%€]/);
  textarea.setSelectionRange(start - (before?.[0].length ?? 0), end + (after?.[0].length ?? 0));
  return selection(textarea);
}

function describe({ text, name, table, published }) {
  const of = published ? table : `${table} · ${gettext("not published")}`;
  return [element("strong", text), element("span", name), element("small", of)];
}

const nameOf = ({ text, name, table }) => `${text} — ${name} — ${table}`;

function onCount(shown) {
  return fill(ngettext("%(count)s number", "%(count)s numbers", shown), { count: shown });
}

function onMissing(missing) {
  const sentence = ngettext("Pick %(count)s more number.", "Pick %(count)s more numbers.", missing);
  return fill(sentence, { count: missing });
}
