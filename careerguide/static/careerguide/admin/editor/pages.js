/* Choosing a page of this site that words of the text lead to. */

import { element } from "../element.js";
import { fill, gettext, ngettext } from "../words.js";
import { ask, findDialog } from "./dialog.js";
import { startOptions } from "./options.js";
import { get, Problem } from "./request.js";
import { selection } from "./text.js";

const PAUSE = 200; // milliseconds without typing before the server is asked

/* Returns the link as Markdown; nothing if the dialog was closed. */
export function askForPage(editor, textarea) {
  const dialog = findDialog(editor, "page");
  const form = dialog.querySelector("form");
  const search = dialog.querySelector("[type=search]");
  const words = dialog.querySelector("[type=text]");
  const count = dialog.querySelector(".number-count");
  const { model, field, item, pagesUrl } = editor.dataset;
  const career = textarea.form.elements.career?.value ?? "";
  const about = { model, field, item, career };
  const { text } = selection(textarea);
  let taken = null;
  let running = null;
  let timer = null;

  const options = startOptions(search, dialog.querySelector("[role=listbox]"), (page) => {
    taken = page;
    form.requestSubmit();
  });

  async function find() {
    running?.abort();
    const mine = (running = new AbortController());
    try {
      const query = { ...about, q: search.value };
      const { items, more } = await get(pagesUrl, query, { signal: mine.signal });
      options.show(items, describe);
      count.textContent = onCount(items.length, more);
    } catch (problem) {
      if (problem.name !== "AbortError") count.textContent = problem.message;
    }
  }

  form.reset();
  words.value = text.includes("\n") ? "" : text.trim();
  options.show([], describe);
  count.textContent = "";
  search.oninput = () => {
    options.wait();
    clearTimeout(timer);
    timer = setTimeout(find, PAUSE);
  };
  // In the words, Enter goes on to the search; it would send the dialog.
  words.onkeydown = (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    search.focus();
  };
  find();

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

function onCount(shown, more) {
  if (!shown) return gettext("Nothing found");
  if (more) return fill(gettext("The first %(count)s: more words find others."), { count: shown });
  return fill(ngettext("%(count)s page", "%(count)s pages", shown), { count: shown });
}
