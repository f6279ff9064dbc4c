/* Choosing the statistics table that stands in the text. */

import { ask, findDialog } from "./dialog.js";
import { element, startPicker } from "./picker.js";
import { gettext } from "../words.js";

export function askForTable(editor) {
  const dialog = findDialog(editor, "table");
  const picker = startPicker(dialog, editor.dataset.tablesUrl, (table) => {
    const state = table.published ? "" : ` · ${gettext("draft")}`;
    return [element("span", table.title), element("small", table.career + state)];
  });
  picker.open();
  return ask(dialog, () => picker.chosen());
}
