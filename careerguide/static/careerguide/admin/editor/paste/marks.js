/* List marks as people type them, or as a program writes them into plain text. */

// The same as in markup/checks/near_misses.py: a test holds them together.
export const BULLETS = "•▪▫◦‣●○■□◆➢➤⁃";
export const DASHES = "–—";
const MARKS = [
  ["bullet", new RegExp(String.raw`^(?:[${BULLETS}]\s*|·\s+|[o§\uf0a7\uf0b7]\t\s*)`, "u")],
  ["dash", new RegExp(String.raw`^[-*${DASHES}]\s+`)],
  ["number", /^(\d{1,3})(\.\)|[.)])\s+/],
];

// A dash before one is a minus: "– 5 °C", "– €3".
const AMOUNT = /^[-–—]\s+[\d\p{Sc}]|^[-–—]\s+[.,]\d/u;
// How a line ends that somebody says.
const SAID = /[.?!…]["'”’»›“)]*\s*$/u;
const ASKED = /\?["'”’»›“)]*\s*$/u;
const SHOUTED = /!["'”’»›“)]*\s*$/u;

/* The mark that begins a line: its kind and length, and what it says of a number;
   or null. */
export function readMark(line) {
  for (const [kind, pattern] of MARKS) {
    const found = line.match(pattern);
    if (found && found[0].length < line.length)
      return { kind, length: found[0].length, number: Number(found[1]), sign: found[2] };
  }
  return null;
}

/* The runs of lines that are a list: { from, to, marks }. One dash or one number may well
   begin a sentence, so it takes two of these, or a list of numbers right before; what
   may be amounts or a dialogue is left as it is. */
export function listRuns(lines, readLine = readMark) {
  const marks = lines.map(readLine);
  const runs = [];
  for (let from = 0; from < marks.length; ) {
    let to = from + 1;
    while (marks[from] && follows(marks[to], marks[to - 1])) to += 1;
    const isMore = marks[from]?.kind === "number" && runs.at(-1)?.to === from;
    const isLong = to - from > 1 || marks[from]?.kind === "bullet";
    const isText = marks[from]?.kind === "dash" && isNoList(lines.slice(from, to));
    if (marks[from] && !isText && (isLong || (isMore && runs.at(-1).marks[0].kind === "number")))
      runs.push({ from, to, marks: marks.slice(from, to) });
    from = to;
  }
  return runs;
}

function isNoList(lines) {
  const words = lines.map((line) => line.trim()).filter((line) => !line.startsWith("*"));
  return words.some((line) => AMOUNT.test(line)) || isDialogue(words);
}

/* Whole sentences, of which one is shouted, or some are asked and others answer. Three
   questions or more, and nothing else, are a list of them. */
function isDialogue(lines) {
  if (!lines.length || !lines.every((line) => SAID.test(line))) return false;
  const asked = lines.filter((line) => ASKED.test(line)).length;
  if (lines.some((line) => SHOUTED.test(line))) return true;
  return asked > 0 && (asked < lines.length || asked < 3);
}

function follows(mark, before) {
  if (mark?.kind !== before.kind) return false;
  return (
    mark.kind !== "number" || (mark.number === before.number + 1 && mark.sign === before.sign)
  );
}
