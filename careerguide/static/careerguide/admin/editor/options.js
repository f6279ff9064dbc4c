/* A list of options below a search field that keeps the focus: arrow keys go through
   them, Enter takes one, as in the combobox pattern of ARIA. */

import { element } from "../element.js";

/* `take(item)` is called with what was chosen. */
export function startOptions(search, list, take) {
  let items = [];
  let active = -1;
  let isStale = false; // what is listed is of words before

  function activate(place) {
    active = place;
    [...list.children].forEach((option, at) =>
      option.setAttribute("aria-selected", String(at === active)),
    );
    const current = list.children[active];
    if (current) search.setAttribute("aria-activedescendant", current.id);
    else search.removeAttribute("aria-activedescendant");
    current?.scrollIntoView({ block: "nearest" });
  }

  search.onkeydown = (event) => {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && items.length) {
      event.preventDefault();
      const next = active < 0 && step < 0 ? items.length - 1 : active + step;
      activate((next + items.length) % items.length);
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (items[active] && !isStale) take(items[active]);
    }
  };
  list.onpointerdown = (event) => event.preventDefault(); // the focus stays
  list.onclick = (event) => {
    const at = [...list.children].indexOf(event.target.closest("[role=option]"));
    if (at < 0) return;
    activate(at);
    take(items[at]);
  };

  return {
    /* Enter takes nothing until others are shown. */
    wait() {
      isStale = true;
    },

    /* Shows other items, the first of them ready to be taken. */
    show(found, describe) {
      items = found;
      isStale = false;
      const options = found.map((item, at) => {
        const option = element("li", "", { id: `${list.id}-${at}` });
        option.setAttribute("role", "option");
        option.append(...describe(item).flatMap((node) => [node, " "]));
        return option;
      });
      list.replaceChildren(...options);
      list.hidden = !options.length;
      search.setAttribute("aria-expanded", String(options.length > 0));
      activate(options.length ? 0 : -1);
      list.scrollTop = 0;
    },
  };
}
