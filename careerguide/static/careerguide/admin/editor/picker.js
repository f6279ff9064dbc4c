/* A list to choose from that the server searches and pages. */

import { fill, gettext, ngettext } from "../words.js";
import { get, Problem } from "./request.js";

const PAUSE = 250;

/* `describe(item)` gives the nodes of an item's label. */
export function startPicker(root, url, describe) {
  const search = root.querySelector("[data-picker-search]");
  const list = root.querySelector("[data-picker-list]");
  const count = root.querySelector("[data-picker-count]");
  const more = root.querySelector("[data-picker-more]");
  let page = 0;
  let running = null;
  let timer = null;

  async function load(next) {
    running?.abort();
    running = new AbortController();
    try {
      const query = { q: search.value, page: next };
      const answer = await get(url, query, { signal: running.signal });
      // What somebody has chosen from a list that is searched anew stays chosen.
      const chosen = list.querySelector("input:checked")?.value;
      if (next === 1) list.replaceChildren();
      page = answer.page;
      list.append(...answer.items.map((item) => choice(item, chosen)));
      more.hidden = answer.page >= answer.pages;
      const found = ngettext(
        "Choose one of %(count)s",
        "Choose one of %(count)s",
        answer.count,
      );
      count.textContent = answer.count ? fill(found, answer) : gettext("Nothing found");
    } catch (problem) {
      if (problem.name !== "AbortError") count.textContent = problem.message;
    }
  }

  function choice(item, chosen) {
    const label = document.createElement("label");
    const input = document.createElement("input");
    input.type = "radio";
    input.name = "choice";
    input.value = item.markdown;
    input.checked = input.value === chosen;
    label.append(input, ...describe(item));
    return label;
  }

  search.oninput = () => {
    clearTimeout(timer);
    timer = setTimeout(() => load(1), PAUSE);
  };
  // Enter searches; without this it would press the dialog's button.
  search.onkeydown = (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    load(1);
  };
  more.onclick = () => load(page + 1);

  return {
    open() {
      search.value = "";
      load(1);
    },
    chosen() {
      const input = list.querySelector("input:checked");
      if (!input) throw new Problem(gettext("Choose one from the list first."));
      return input.value;
    },
  };
}
