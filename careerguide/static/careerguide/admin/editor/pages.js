/* Choosing a page of this site that words of the text lead to. */

import { element } from "../element.js";
import { fill, gettext, ngettext } from "../words.js";
import { ask, findDialog } from "./dialog.js";
import { startLookup } from "./lookup.js";
import { Problem } from "./request.js";
import { selection } from "./text.js";

/* Returns the link as Markdown; nothing if the dialog was closed. */
export function askForPage(editor, textarea) {
  const dialog = findDialog(editor, "page");
  const form = dialog.querySelector("form");
  const search = dialog.querySelector("[type=search]");
  const words = dialog.querySelector("[type=text]");
  const { model, field, item, pagesUrl } = editor.dataset;
  const career = textarea.form.elements.career?.value ?? "";
  const about = { model, field, item, career };
  const { text } = selection(textarea);
  let taken = null;

  form.reset();
  words.value = text.includes("\n") ? "" : text.trim();
  // In the words, Enter goes on to the search; it would send the dialog.
  words.onkeydown = (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    search.focus();
  };
  const take = (page) => {
    taken = page;
    form.requestSubmit();
  };
  startLookup(dialog, pagesUrl, about, { describe, onCount, take });

  const answer = ask(dialog, async () => {
    if (!taken) throw new Problem(gettext("Choose a page from the list first."));
    const shown = words.value.trim() || taken.words;
    return `[${shown}](${taken.address})`;
  });
  search.focus();
  return answer;
}

function describe({ title, kind, career, published }) {
  const state = published ? [] : [gettext("not published")];
  const about = [kind, career, ...state].filter(Boolean).join(" · ");
  return [element("strong", title), element("small", about)];
}

function onCount(shown) {
  return fill(ngettext("%(count)s page", "%(count)s pages", shown), { count: shown });
}
