/* The dialog on one column: its name, and what its numbers are. */

import { ask, findDialog } from "../../careerguide/admin/editor/dialog.js";
import { Problem } from "../../careerguide/admin/editor/request.js";
import { fill, gettext } from "../../careerguide/admin/words.js";
import { readSpec, specOf, writeSpec } from "./specs.js";

const MEASURES = ["integer", "decimal", "percent", "money"];

/* Gives {label, spec}, or null if nothing was chosen; `inferred` is what the server made
   of the cells. */
export function askForColumn(root, column, inferred) {
  const dialog = findDialog(root, "column");
  const form = dialog.querySelector("form");
  const { label, type, currency, scale, unit, decimals } = form.elements;
  const spec = readSpec(column.spec);
  const worked = inferred ? specOf(inferred) : "";
  label.value = column.label;
  for (const field of [type, currency, scale, unit, decimals]) {
    field.value = spec[field.name] ?? "";
  }
  type.options[0].textContent =
    !column.spec && worked
      ? fill(gettext("Work it out: %(spec)s"), { spec: worked })
      : gettext("Work it out from the cells");

  const show = () => {
    const isMeasure = MEASURES.includes(type.value);
    dialog.querySelector("[data-of=money]").hidden = type.value !== "money";
    dialog.querySelector("[data-of=measure]").hidden = !isMeasure;
    currency.required = type.value === "money";
  };
  type.onchange = () => {
    if (type.value === "money" && !currency.value) currency.value = "USD";
    show();
  };
  show();

  const answer = ask(dialog, () => {
    const name = label.value.trim();
    if (!name) throw new Problem(gettext("Give the column a name."));
    const chosen = { type: type.value, currency: currency.value };
    const measure = MEASURES.includes(type.value);
    const more = measure
      ? { scale: scale.value, unit: unit.value, decimals: decimals.value }
      : { scale: "", unit: type.value ? spec.unit : "", decimals: "" };
    return { label: name, spec: writeSpec({ ...chosen, ...more }) };
  });
  label.select();
  return answer;
}
