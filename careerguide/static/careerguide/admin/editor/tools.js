/* What the buttons of the toolbar do to the text, by their names. */

import { gettext } from "../words.js";
import { table } from "./cells.js";
import { link, wrap } from "./inline.js";
import { heading, list, note, numbers, quote } from "./lines.js";

export const tools = {
  bold: (textarea) => wrap(textarea, "**", gettext("bold words")),
  italic: (textarea) => wrap(textarea, "_", gettext("emphasised words")),
  heading,
  list,
  numbers,
  note: (textarea) => note(textarea, "NOTE"),
  warning: (textarea) => note(textarea, "WARNING"),
  myth: (textarea) => note(textarea, "MYTH"),
  fact: (textarea) => note(textarea, "FACT"),
  quote,
  table,
  link,
};
