/* A file in place of the cells: first what would change, then the change. */

import { ask, findDialog } from "../../careerguide/admin/editor/dialog.js";
import { post, Problem } from "../../careerguide/admin/editor/request.js";
import { element } from "../../careerguide/admin/element.js";
import { gettext } from "../../careerguide/admin/words.js";
import { startSource } from "./source.js";

/* Gives the server's reading of a file that somebody wants to use, or null. `given` is a
   file that is known already, as what was pasted is, and `choices` how it was read. */
export function askForFile(root, fields, { given = null, choices = {}, hasNote } = {}) {
  const dialog = findDialog(root, "file");
  const form = dialog.querySelector("form");
  const { file, mark } = form.elements;
  const button = form.querySelector("[type=submit]");
  const report = dialog.querySelector("[data-report]");
  const reportHead = dialog.querySelector("[data-report-head]");
  const question = dialog.querySelector("[data-question]");
  const message = dialog.querySelector(".editor-dialog-message");
  let running = null;
  let reading = null;

  const source = startSource(dialog, () => show());
  const begin = () => {
    running?.abort();
    reading = null;
    report.replaceChildren();
    reportHead.hidden = true;
    message.textContent = "";
    button.textContent = gettext("Show what would change");
  };

  /* Reads the file by what is chosen, and says what it would change. */
  async function read(signal) {
    const chosen = given ?? file.files[0];
    if (!chosen) throw new Problem(gettext("Choose a file first."));
    const sent = { ...fields, ...source.choices, file: chosen, decimal_mark: mark.value };
    const answer = await post(root, root.dataset.fileUrl, sent, { signal });
    report.replaceChildren(...answer.sentences.map((sentence) => element("li", sentence)));
    const asked = answer.question?.text;
    if (asked && !answer.sentences.includes(asked)) report.append(element("li", asked));
    reportHead.hidden = false;
    if (!report.children.length) report.textContent = gettext("Nothing would change.");
    source.show(answer.source, hasNote);
    question.hidden = !answer.question || answer.question.kind === "separator";
    if (answer.question) return;
    reading = { answer, file: chosen, choices: source.choices };
    button.textContent = gettext("Put it into the table");
  }

  async function show() {
    begin();
    const mine = (running = new AbortController());
    try {
      await read(mine.signal);
    } catch (problem) {
      if (problem.name !== "AbortError") message.textContent = problem.message;
    }
  }

  form.reset();
  source.reset(choices);
  question.hidden = true;
  dialog.querySelector("[data-file]").hidden = Boolean(given);
  begin();
  file.onchange = () => {
    question.hidden = true;
    for (const radio of mark) radio.checked = false;
    source.reset();
    begin();
  };
  for (const radio of mark) radio.onchange = show;

  const answer = ask(dialog, async (signal) => {
    if (reading) return { ...reading, notes: source.notes };
    await read(signal);
    // The dialog stays open, and has nothing to complain of.
    throw new Problem("");
  });
  if (given) show();
  return answer;
}
