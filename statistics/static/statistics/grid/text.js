/* Cells as text, as spreadsheets put it on the clipboard, and as CSV. */

const SIGN = "(?:[$€£¥₹]|[A-Z]{3})?";
const NUMBER = new RegExp(
  `^[-+(−]?\\s?${SIGN}\\s?[-+−]?[\\d.,][\\d.,'’\\s]*\\s?(?:%|${SIGN})\\)?$`,
);
const YEAR = /^(1[5-9]|2[01])\d\d$/;

const MARKUP = /^\s*(<[a-z!?]|\\[a-z]|[{[]\s*["[{])|&.*\\\\\s*$/im;
const RULE = /^[\s|+:=\u2500-\u257f-]*$/; // drawn, or empty
const LONGEST_NUMBER = 100;

export const looksLikeNumber = (cell) =>
  cell.length <= LONGEST_NUMBER && NUMBER.test(cell.trim());
export const looksLikeYear = (cell) => YEAR.test(cell.trim());

/* The lines of a text, each a list of cells; quotation marks may hold line ends. */
function split(text, delimiter, quotes = true) {
  const lines = [[""]];
  let open = false;
  const add = (letter) => {
    const line = lines.at(-1);
    line[line.length - 1] += letter;
  };
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (open) {
      if (letter !== '"') add(letter);
      else if (text[at + 1] === '"') add(text[++at]);
      else open = false;
    } else if (quotes && letter === '"' && lines.at(-1).at(-1) === "") open = true;
    else if (letter === delimiter) lines.at(-1).push("");
    else if (letter === "\n") lines.push([""]);
    else add(letter);
  }
  // A mark that is never closed is one for inches.
  return open ? split(text, delimiter, false) : lines;
}

function unified(text) {
  return text.replaceAll("\r\n", "\n").replaceAll("\r", "\n");
}

/* What was pasted: from a spreadsheet with tabs, or CSV where each line has as many
   cells; a column of numbers such as 85,000 is none. */
export function readBlock(text, fromSpreadsheet) {
  const plain = unified(text).replace(/\n+$/, "");
  if (fromSpreadsheet || plain.includes("\t")) return trimmed(split(plain, "\t"));
  const whole = plain.split("\n");
  if (!whole.every(looksLikeNumber)) {
    for (const delimiter of [";", ","]) {
      const lines = split(plain, delimiter);
      const width = lines[0].length;
      if (lines.length > 1 && width > 1 && lines.every((l) => l.length === width)) {
        return trimmed(lines);
      }
    }
  }
  return trimmed(split(plain, "\t"));
}

/* Whether there are lines above the names or below the rows, or cells that nothing known
   separates: such as one with a title alone, an upright line in each, or many spaces. */
export function isMoreThanATable(text, lines, fromSpreadsheet) {
  if (!text.includes("\t") && MARKUP.test(text)) return true; // the server says what it is
  if (lacksNames(lines)) return true;
  const filled = lines.map((line) => line.filter(Boolean).length);
  const width = Math.max(...filled);
  const body = filled.filter(Boolean);
  if (width > 1) {
    // One name of two may be missing, but that is the first one, of the rows' names.
    const isTitle = body[0] === 1 && Boolean(lines.find((line) => line.some(Boolean))[0]);
    if (isTitle || body[0] < width - 1 || (width > 2 && body.at(-1) === 1)) return true;
    return isNoRow(lines[1]);
  }
  const whole = unified(text).trim().split("\n").filter((line) => !RULE.test(line));
  const has = (pattern) => whole.filter((line) => pattern.test(line)).length;
  const spaced = fromSpreadsheet ? 0 : has(/\S {2,}\S|\D .*\d/);
  return Math.max(has(/[|;│┃║]/), spaced) > whole.length / 2;
}

/* Whether columns of the first line share a name or have none, as names of groups and
   years do above others, and columns of flags. Numbers are no names, but years are. */
function lacksNames(lines) {
  const names = lines.find((line) => line.some(Boolean)) ?? [];
  const filled = names.filter(Boolean);
  if (filled.some((name) => looksLikeNumber(name) && !looksLikeYear(name))) return false;
  const width = Math.max(...lines.map((line) => line.length));
  const unnamed = Array.from({ length: width }, (_, at) => at).filter((at) => at && !names[at]);
  const hasCells = (at) => lines.some((line) => line[at]);
  return new Set(filled).size < filled.length || (filled.length > 1 && unnamed.some(hasCells));
}

const BRACKETED = /^[([{<]\s*[\p{Nd}\p{L}]{1,3}\s*[)\]}>]$/u;

/* Whether a line below the names may number the columns, or say their units: (1) (2) (3),
   A 1 2, or 1000 below them. The server tells. */
function isNoRow([head = "", ...rest] = []) {
  const filled = rest.filter(Boolean);
  if (!filled.length || (head.length > 1 && !BRACKETED.test(head))) return false;
  if (filled.every((cell) => BRACKETED.test(cell))) return true;
  if (!head && filled.some((cell) => /^[([x×\s]*1[ .,'’]?000/.test(cell))) return true;
  const counts = filled.map((cell) => (/^\d{1,2}$/.test(cell) ? Number(cell) : NaN));
  const rise = counts.every((count, at) => !at || count === counts[at - 1] + 1);
  return counts.length > 1 && rise && counts[0] < 3;
}

function trimmed(lines) {
  return lines.map((line) => line.map((cell) => cell.trim()));
}

/* The form's text as the server reads it: nothing empty at the end, no empty lines. */
export function readLines(text) {
  const plain = unified(text).replace(/^\n+/, "");
  const first = plain.replace(/(^|[\t,;])"(?:[^"]|"")*"/gm, "$1").replace(/^\n+/, "");
  const names = first.split("\n")[0];
  const semicolons = names.includes(";") && !names.includes(",");
  const delimiter = names.includes("\t") ? "\t" : semicolons ? ";" : ",";
  const lines = trimmed(split(plain, delimiter));
  for (const line of lines) while (line.length && !line.at(-1)) line.pop();
  return lines.filter((line) => line.length);
}

export function writeLines(lines, quoteAll = false) {
  const written = (cell) =>
    quoteAll || /["\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  return lines.map((line) => `${line.map(written).join("\t")}\n`).join("");
}
