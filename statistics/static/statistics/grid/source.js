/* Where in a file the table stands: its sheet, the row of its names, what separates its
   cells; and what was left out around it. Each choice reads the file again. */

import { element } from "../../careerguide/admin/element.js";
import { fill, gettext } from "../../careerguide/admin/words.js";

const SEPARATORS = {
  tab: gettext("tabs"),
  ";": gettext("semicolons ;"),
  ",": gettext("commas ,"),
  "|": gettext("upright lines |"),
  spaces: gettext("spaces"),
};
const CHOICES = ["sheet", "header_row", "separator"];

const rowNumber = (number) => element("span", number, { className: "grid-header-number" });

export function startSource(dialog, again) {
  const box = dialog.querySelector("[data-source]");
  const find = (name) => box.querySelector(`[data-${name}]`);
  const { sheet, separator, notes } = dialog.querySelector("form").elements;
  let chosen = {};

  const choose = (name, value) => {
    // Another sheet, or other cells, have another header.
    if (name !== "header_row") delete chosen.header_row;
    chosen[name] = value;
    again();
  };
  sheet.onchange = () => choose("sheet", sheet.value);
  separator.onchange = () => choose("separator", separator.value);

  function options(field, row, entries, current) {
    row.hidden = entries.length < 2;
    field.replaceChildren(
      ...entries.map(([value, text]) => new Option(text, value, false, value === current)),
    );
  }

  function header(value, number, cells, current) {
    const label = element("label", "", { className: "grid-header" });
    const radio = element("input", "", { type: "radio", name: "header_row", value });
    radio.checked = value === String(current);
    radio.addEventListener("change", () => choose("header_row", value));
    label.append(radio, rowNumber(number));
    const words = element("span", "", { className: "grid-header-cells" });
    words.append(...cells.map((cell) => element("span", cell || "–")));
    label.append(words);
    return label;
  }

  function headers(source) {
    const focused = document.activeElement?.name === "header_row";
    const none = header("0", "", [gettext("No row holds names")], source.header_row ?? 0);
    const rows = (source.header_choices ?? []).map(({ row, cells }) =>
      header(String(row), String(row), cells, source.header_row ?? 0),
    );
    find("headers").replaceChildren(...rows, none);
    if (focused) find("headers").querySelector(":checked")?.focus();
  }

  function leftOut(name, lines = []) {
    find(name).hidden = !lines.length;
    find(name).querySelector("ul").replaceChildren(
      ...lines.map(({ row, text }) => {
        const item = element("li");
        item.append(rowNumber(row), text);
        return item;
      }),
    );
  }

  return {
    get choices() {
      return Object.fromEntries(CHOICES.map((name) => [name, chosen[name] ?? ""]));
    },
    get notes() {
      return notes.checked && !find("notes").hidden ? find("notes-text").textContent : "";
    },
    reset(before = {}) {
      chosen = { ...before };
      box.hidden = true;
    },
    show(source, hasNote) {
      box.hidden = !source;
      if (!source) return;
      const sheets = (source.sheets ?? []).map(({ name, rows, columns }) => {
        const size = { name, size: `${rows} × ${columns}` };
        return [name, fill(gettext("%(name)s (%(size)s)"), size)];
      });
      options(sheet, find("sheets"), sheets, source.sheet);
      const separators = (source.separators ?? []).map((s) => [s, SEPARATORS[s] ?? s]);
      options(separator, find("separators"), separators, source.separator);
      headers(source);
      leftOut("above", source.above);
      leftOut("below", source.below);
      const isNew = find("notes-text").textContent !== (source.notes ?? "");
      find("notes").hidden = !source.notes;
      find("notes-text").textContent = source.notes ?? "";
      if (isNew) notes.checked = !hasNote;
    },
  };
}
