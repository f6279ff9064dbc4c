/* What to look at in a text, each sentence once: what a refused form says as a mistake
   stands there alone, and goes when the text no longer has it. */

import { element } from "../element.js";

/* Gives the function that shows other sentences in the list. */
export function startFindings(list) {
  const linesOf = (node) => [...(node?.querySelectorAll("li") ?? [])];
  const errors = list.closest(".form-row")?.querySelector(".errorlist");
  const mistakes = new Map(linesOf(errors).map((line) => [line.textContent, line]));
  const current = new Set(); // those mistakes that are in the text as it is now

  function show(sentences) {
    for (const sentence of current) {
      if (sentences.includes(sentence)) continue;
      current.delete(sentence);
      mistakes.get(sentence).remove();
      mistakes.delete(sentence);
    }
    for (const sentence of sentences)
      if (mistakes.has(sentence)) current.add(sentence);
    if (errors && !errors.children.length) {
      document.querySelector(`[aria-describedby~="${errors.id}"]`)?.removeAttribute("aria-invalid");
      errors.closest(".form-row").classList.remove("errors");
      errors.remove();
    }
    const rest = sentences.filter((sentence) => !mistakes.has(sentence));
    const shown = linesOf(list).map((line) => line.textContent);
    // Only what changed is said again to those who listen.
    if (shown.join("\n") === rest.join("\n")) return;
    list.replaceChildren(...rest.map((sentence) => element("li", sentence)));
    list.hidden = !rest.length;
  }

  return show;
}
