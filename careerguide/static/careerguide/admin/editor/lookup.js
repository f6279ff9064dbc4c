/* A list of options that the server finds while somebody types into a search field. */

import { fill, gettext } from "../words.js";
import { startOptions } from "./options.js";
import { get } from "./request.js";

const PAUSE = 200; // milliseconds without typing before the server is asked

/* Asks at once, and again by what is typed. `about` are the other parameters, `describe`
   returns the nodes of an option, `onCount` says in words how many there are, unless a
   sentence stands `instead`, and `take` is called with the one that was chosen. */
export function startLookup(dialog, address, about, { describe, onCount, take, instead }) {
  const search = dialog.querySelector("[type=search]");
  const count = dialog.querySelector(".number-count");
  const options = startOptions(search, dialog.querySelector("[role=listbox]"), take);
  let running = null;
  let timer = null;
  let listed = null; // the words of what is listed

  async function find() {
    running?.abort();
    const mine = (running = new AbortController());
    try {
      const query = { ...about, q: search.value };
      const { items, more } = await get(address, query, { signal: mine.signal });
      options.show(items, describe);
      listed = query.q;
      count.textContent = instead || said(items.length, more, onCount);
    } catch (problem) {
      if (problem.name !== "AbortError") count.textContent = problem.message;
    }
  }

  options.show([], describe);
  count.textContent = "";
  search.oninput = () => {
    if (search.value !== listed) options.wait();
    clearTimeout(timer);
    timer = setTimeout(find, PAUSE);
  };
  find();
}

function said(shown, more, onCount) {
  if (!shown) return gettext("Nothing found");
  if (more) return fill(gettext("The first %(count)s: more words find others."), { count: shown });
  return onCount(shown);
}
