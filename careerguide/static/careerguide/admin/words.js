/* The words of our scripts in the language of the site. Every form of the admin loads
   Django's own script of words before us, and it holds ours, too; should it not arrive,
   they are English. `make messages` finds them by the names of these functions. */

export const gettext = (text) => globalThis.gettext?.(text) ?? text;

export const ngettext = (one, many, count) =>
  globalThis.ngettext?.(one, many, count) ?? (count === 1 ? one : many);

/* Puts the values into a text: fill("Row %(row)s", { row: 2 }). */
export const fill = (text, values) =>
  text.replace(/%\((\w+)\)s/g, (_whole, name) => values[name]);
