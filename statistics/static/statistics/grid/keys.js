/* The keyboard in the grid, as in a spreadsheet, and always a way out of it. */

import { gettext } from "../../careerguide/admin/words.js";

export function startKeys(element, view, actions) {
  let leaving = false;

  element.addEventListener("focusin", () => (leaving = false));

  element.addEventListener("keydown", (event) => {
    if (event.target.closest("textarea, button")) return;
    const control = event.ctrlKey || event.metaKey;
    const name = [
      control && "Control",
      event.altKey && "Alt",
      event.shiftKey && event.key.length > 1 && "Shift",
      event.key.length === 1 ? event.key.toLowerCase() : event.key,
    ]
      .filter(Boolean)
      .join("+");
    const act = {
      Enter: () => view.edit(),
      F2: () => view.edit(),
      Delete: actions.clear,
      Backspace: actions.clear,
      "Control+z": () => (event.shiftKey ? actions.redo() : actions.undo()),
      "Control+y": actions.redo,
      "Control+a": actions.selectAll,
      "Alt+ArrowUp": actions.rowUp,
      "Alt+ArrowDown": actions.rowDown,
      "Alt+Shift+ArrowLeft": actions.columnLeft,
      "Alt+Shift+ArrowRight": actions.columnRight,
      " ": actions.space,
    }[name];
    if (event.key === "Tab") {
      tab(event);
    } else if (event.key === "Escape") {
      leaving = true;
      actions.say(gettext("Tab now leaves the table."));
    } else if (act) {
      event.preventDefault();
      event.stopPropagation();
      act();
    } else if (isText(event, control)) {
      // Tabulator takes “$”, “(” and others for the keys whose codes are their own:
      // it would go to the first row, and prevent the letter.
      event.stopPropagation();
      // The box has the focus when the key's own work is done, so it gets the letter.
      view.edit("");
    }
  }, true);

  function tab(event) {
    event.stopPropagation();
    if (leaving || !actions.next(event.shiftKey ? -1 : 1)) return;
    event.preventDefault();
  }
}

function isText(event, control) {
  const printed = event.key.length === 1 || ["Dead", "Process"].includes(event.key);
  return printed && !control && !event.altKey;
}
