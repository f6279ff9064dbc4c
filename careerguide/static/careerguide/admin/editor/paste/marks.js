/* List marks as people type them, or as a program writes them into plain text. */

// The same as in markup/nearly.py: a test holds them together.
export const BULLETS = "•▪▫◦‣●○■□◆➢➤⁃";
export const DASHES = "–—";
const MARKS = [
  ["bullet", new RegExp(String.raw`^(?:[${BULLETS}]\s*|·\s+|[o§\uf0a7\uf0b7]\t\s*)`, "u")],
  ["dash", new RegExp(String.raw`^[-*${DASHES}]\s+`)],
  ["number", /^(\d{1,3})(\.\)|[.)])\s+/],
];

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
   begin a sentence, so it takes two of these, or a list of numbers right before. */
export function listRuns(lines, readLine = readMark) {
  const marks = lines.map(readLine);
  const runs = [];
  for (let from = 0; from < marks.length; ) {
    let to = from + 1;
    while (marks[from] && follows(marks[to], marks[to - 1])) to += 1;
    const isMore = marks[from]?.kind === "number" && runs.at(-1)?.to === from;
    const isLong = to - from > 1 || marks[from]?.kind === "bullet";
    if (marks[from] && (isLong || (isMore && runs.at(-1).marks[0].kind === "number")))
      runs.push({ from, to, marks: marks.slice(from, to) });
    from = to;
  }
  return runs;
}

function follows(mark, before) {
  if (mark?.kind !== before.kind) return false;
  return (
    mark.kind !== "number" || (mark.number === before.number + 1 && mark.sign === before.sign)
  );
}
