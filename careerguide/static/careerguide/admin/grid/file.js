/* A file in place of the cells: first what would change, then the change. */

import { ask, findDialog } from "../editor/dialog.js";
import { post, Problem } from "../editor/request.js";
import { gettext } from "../words.js";

/* Gives the server's reading of a file that somebody wants to use, or null. */
export function askForFile(root, fields) {
  const dialog = findDialog(root, "file");
  const form = dialog.querySelector("form");
  const { file, mark } = form.elements;
  const button = form.querySelector("[type=submit]");
  const report = dialog.querySelector("[data-report]");
  const question = dialog.querySelector("[data-question]");
  let reading = null;

  const again = () => {
    reading = null;
    report.replaceChildren();
    button.textContent = gettext("Show what would change");
  };
  form.reset();
  question.hidden = true;
  again();
  file.onchange = () => {
    question.hidden = true;
    for (const radio of mark) radio.checked = false;
    again();
  };
  for (const radio of mark) radio.onchange = again;

  return ask(dialog, async (signal) => {
    if (reading) return reading;
    if (!file.files.length) throw new Problem(gettext("Choose a file first."));
    const sent = { ...fields, file: file.files[0], decimal_mark: mark.value };
    const answer = await post(root, root.dataset.fileUrl, sent, { signal });
    report.replaceChildren(
      ...answer.sentences.map((sentence) =>
        Object.assign(document.createElement("li"), { textContent: sentence }),
      ),
    );
    if (!answer.sentences.length) report.textContent = gettext("Nothing would change.");
    question.hidden = !answer.question;
    if (!answer.question) {
      reading = answer;
      button.textContent = gettext("Put it into the table");
    }
    // The dialog stays open, and has nothing to complain of.
    throw new Problem("");
  });
}
