/* The fields of a form as plain values: {name: [values]}, and back again. */

// The form's own: what it began with, and what is asked once. They are no text.
const OWN = new Set(["base_version", "form_key", "take_over", "theirs"]);
const OTHER_TYPES = ["file", "hidden", "submit", "button", "reset", "image", "fieldset"];
// Kept and put back along with a text, but nothing to save by itself.
const ASIDE = new Set(["reason"]);

const isTicked = ({ type }) => type === "checkbox" || type === "radio";
const isAside = (control) => ASIDE.has(control.name) || control.dataset.guard === "aside";

function controls(form) {
  return [...form.elements].filter(
    (control) =>
      control.name &&
      !OWN.has(control.name) &&
      !OTHER_TYPES.includes(control.type) &&
      !control.closest("dialog"),
  );
}

function valuesOf(control) {
  if (isTicked(control)) return control.checked ? [control.value] : [];
  if (control.selectedOptions) return [...control.selectedOptions].map((o) => o.value);
  return [control.value];
}

/* As the server rendered it, whatever a browser or a script has filled in since. */
function renderedValuesOf(control) {
  if (isTicked(control)) return control.defaultChecked ? [control.value] : [];
  if (!control.selectedOptions) return [control.defaultValue];
  const chosen = [...control.options].filter((option) => option.defaultSelected);
  if (!chosen.length && control.type === "select-one") chosen.push(...[...control.options].slice(0, 1));
  return chosen.map((option) => option.value);
}

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/* Whether the form holds something else than the server sent. */
export function changed(form) {
  return controls(form).some(
    (control) => !isAside(control) && !same(valuesOf(control), renderedValuesOf(control)),
  );
}

/* The values, and what the chosen options of lists say: a list that searches while one
   types has no other options than the chosen one. */
export function read(form) {
  const fields = {};
  const labels = {};
  for (const control of controls(form)) {
    (fields[control.name] ??= []).push(...valuesOf(control));
    for (const option of control.selectedOptions ?? [])
      (labels[control.name] ??= {})[option.value] = option.text;
  }
  return { fields, labels };
}

/* Whether putting the copy back would change the text in the form. */
export function differs(form, copy) {
  const { fields } = read(form);
  return controls(form).some(
    (control) =>
      !isAside(control) &&
      copy.fields[control.name] &&
      !same(fields[control.name], copy.fields[control.name]),
  );
}

export function fill(form, copy) {
  for (const control of controls(form)) {
    const values = copy.fields[control.name];
    if (!values) continue;
    const before = valuesOf(control);
    put(control, values, copy.labels?.[control.name] ?? {});
    if (same(before, valuesOf(control))) continue;
    // Previews, counters and lists that search listen to these.
    for (const name of ["input", "change"])
      control.dispatchEvent(new Event(name, { bubbles: true }));
  }
  form.dispatchEvent(new CustomEvent("guard:filled"));
}

function put(control, values, labels) {
  if (isTicked(control)) {
    control.checked = values.includes(control.value);
  } else if (control.selectedOptions) {
    const known = [...control.options].map((option) => option.value);
    for (const value of values)
      if (!known.includes(value)) control.add(new Option(labels[value] ?? value, value));
    for (const option of control.options) option.selected = values.includes(option.value);
  } else {
    control.value = values[0] ?? "";
  }
}
