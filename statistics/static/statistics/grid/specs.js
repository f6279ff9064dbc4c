/* What a column holds: the line of the form, taken apart for a dialog and put back. */

import { SCALES } from "./state.js";

export function readSpec(spec) {
  const [kind, ...options] = (spec ?? "").split(",").map((part) => part.trim());
  const [type, currency = ""] = kind.split(" ");
  const found = { type, currency, scale: "", unit: "", decimals: "" };
  for (const option of options) {
    if (SCALES.includes(option) && !found.unit) found.scale = option;
    else if (/^decimals \d+$/.test(option)) found.decimals = option.slice(9);
    else if (option.startsWith("unit ")) found.unit = option.slice(5);
    else if (found.unit) found.unit += `, ${option}`;
  }
  return found;
}

export function writeSpec({ type, currency, scale, unit, decimals }) {
  if (!type) return null;
  return [
    type === "money" ? `money ${currency.trim().toUpperCase()}` : type,
    ...(scale ? [scale] : []),
    ...(unit.trim() ? [`unit ${unit.trim()}`] : []),
    ...(decimals !== "" ? [`decimals ${decimals}`] : []),
  ].join(", ");
}

/* The same of a column that the server has read. */
export function specOf(column) {
  return writeSpec({
    currency: "",
    scale: "",
    unit: "",
    ...column,
    decimals: column.decimals ?? "",
  });
}
