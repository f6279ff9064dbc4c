/* Choosing the statistics table that stands in the text. */

import { element } from "../element.js";
import { gettext } from "../words.js";
import { ask, findDialog } from "./dialog.js";
import { startPicker } from "./picker.js";

export function askForTable(editor) {
  const dialog = findDialog(editor, "table");
  const picker = startPicker(dialog, editor.dataset.tablesUrl, (table) => {
    const state = table.published ? "" : ` · ${gettext("draft")}`;
    return [element("span", table.title), element("small", table.career + state)];
  });
  picker.open();
  return ask(dialog, () => picker.chosen());
}
