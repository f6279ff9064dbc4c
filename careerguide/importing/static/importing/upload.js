/* Says at the field what the server would say of a file, drops files on it, and keeps
   what the clipboard has beside its text: headings and tables. */

import { fill, gettext } from "../careerguide/admin/words.js";

const MOST = 1_500_000; // characters
const form = document.querySelector(".import-way").closest("form");
const { file, text, pasted_html: html } = form.elements;
const place = file.closest("[data-drop]");

function say(sentence) {
  place.querySelector(".errorlist")?.remove();
  file.setAttribute("aria-invalid", String(Boolean(sentence)));
  if (!sentence) return;
  const list = document.createElement("ul");
  list.className = "errorlist";
  list.setAttribute("role", "alert");
  list.append(Object.assign(document.createElement("li"), { textContent: sentence }));
  file.before(list);
}

/* A larger one would be sent as a whole before the server refused it. */
function check() {
  const most = Number(file.dataset.most);
  const isTooLarge = file.files[0]?.size > most;
  const sentence = gettext("The file is larger than %(size)s MB: make it smaller.");
  say(isTooLarge ? fill(sentence, { size: Math.round(most / 1e6) }) : "");
  return !isTooLarge;
}

file.addEventListener("change", check);
form.addEventListener("submit", (event) => {
  if (check()) return;
  event.preventDefault();
  file.focus();
});

for (const name of ["dragover", "dragleave", "drop"]) {
  place.addEventListener(name, (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    place.classList.toggle("is-dropped-on", name === "dragover");
    if (name !== "drop" || !event.dataTransfer.files.length) return;
    file.files = event.dataTransfer.files;
    check();
    file.focus();
  });
}

/* What is pasted over all that stands there comes with its structure; once somebody
   types in it, the text alone is meant. */
text.addEventListener("paste", (event) => {
  const isWhole = text.selectionEnd - text.selectionStart === text.value.length;
  const structure = event.clipboardData?.getData("text/html") ?? "";
  // Pictures within it may be more than a form can send; the text alone is less.
  html.value = isWhole && structure.length < MOST ? structure : "";
});
text.addEventListener("input", (event) => {
  if (event.inputType !== "insertFromPaste") html.value = "";
});
