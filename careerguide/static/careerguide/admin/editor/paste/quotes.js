/* The quotation marks of <q>, which a browser draws and no clipboard has as words. */

const MARKS = {
  bg: "„“", cs: "„“‚‘", da: "“”", de: "„“‚‘", el: "«»“”", es: "«»“”", et: "„“", fi: "””’’",
  fr: "«»“”", hr: "„“‚‘", hu: "„”»«", is: "„“‚‘", it: "«»“”", ja: "「」『』", lt: "„“", lv: "„“",
  nl: "“”‘’", no: "«»‘’", nb: "«»‘’", pl: "„”«»", pt: "«»“”", ro: "„”«»", ru: "«»„“",
  sk: "„“‚‘", sl: "„“‚‘", sv: "””’’", uk: "«»„“", "de-ch": "«»‹›", "pt-br": "“”‘’",
};
const OWN = /^\s*["'“”„‟«»‹›‘’‚「『]/u;

export function copyQuoted(node, to, context) {
  const [before, after] = quotesOf(node);
  to.text(before, context.marks);
  context.copy(node, to, context);
  to.text(after, context.marks);
}

/* [before, after], both empty where the words bring their own. */
function quotesOf(node) {
  if (OWN.test(node.textContent)) return ["", ""];
  const tongue = (node.closest("[lang]")?.getAttribute("lang") ?? document.documentElement.lang).toLowerCase();
  const marks = [...(MARKS[tongue] ?? MARKS[tongue.split("-")[0]] ?? "“”‘’")];
  const isInner = Boolean(node.parentNode.closest("q"));
  const [before, after] = (isInner && marks.length > 2 ? marks.slice(2) : marks).slice(0, 2);
  const blank = /^fr(?!-ch)/.test(tongue) && before === "«" ? "\u00a0" : "";
  return [before + blank, blank + after];
}
