/* A backslash before each character that Markdown would read as a mark, and before no
   other. Code is left as it is. */

const WORD = /[\p{L}\p{N}]/u;
const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>()[\]`|\\]+/giu;
// What acts only in pairs: how its run stands among other characters, and our own marks.
const PAIRS = [
  [/\*+/g, (before, after) => isSpace(before) && isSpace(after), ["strong", "em"]],
  [/_+/g, (before, after) => (isSpace(before) && isSpace(after)) || (WORD.test(before) && WORD.test(after)), ["em"]],
  [/~+/g, (before, after) => isSpace(before) && isSpace(after), ["del"]],
  [/`+/g, () => false, ["code"]],
];
const SINGLES = [
  /\\(?=[!-/:-@[-`{-~\n]|$)/g,
  /\[(?=\^|\[|!|[^\]\n]*\][([:])/g,
  /<(?=[a-z/!?])/gi,
  /&(?=#\d{1,7};|#x[\da-f]{1,6};|[a-z][a-z\d]*;)/gi,
];
const LINE_STARTS = [
  /^(\s*)#{1,6}(?=\s|$)/,
  /^(\s*)>/,
  /^(\s*)[-+*](?=\s|$)/,
  /^(\s*)(?:-+|=+)\s*$/,
  /^(\s*)([*_-])(?:\s*\2){2,}\s*$/,
  /^(\s*)(?:~~~|```)/,
  /^(\s*\d{1,9})[.)](?=\s|$)/,
];

const isSpace = (character) => character === "" || /\s/.test(character);

export function escapeAll(root) {
  const blocks = root.querySelectorAll("p, h1, h2, h3, h4, h5, h6, li, td");
  for (const block of blocks) escapeBlock(block);
}

function escapeBlock(block) {
  const pieces = [...read(block)];
  const whole = pieces.map((piece) => piece.text).join("");
  let end = 0;
  const ends = pieces.map(({ text }) => (end += text.length));
  const places = new Set(find(block, whole, ends));
  let from = 0;
  for (const { node, text, isInLink, isCode, opensLink } of pieces) {
    if (opensLink && whole[from - 1] === "!") places.add(from - 1);
    if (isInLink) for (const { index } of text.matchAll(/[[\]]/g)) places.add(from + index);
    // What follows may be one of our marks.
    const last = node && text.search(/\\\s*$/);
    if (last >= 0) places.add(from + last);
    if (isCode) for (let at = from; at < from + text.length; at += 1) places.delete(at);
    if (block.localName === "td")
      for (const { index } of (node?.data ?? "").matchAll(/\|/g)) places.add(from + index);
    from += text.length;
  }
  from = 0;
  for (const { node, text } of pieces) {
    const start = from;
    if (node)
      node.data = [...Array(text.length).keys()]
        .map((at) => (places.has(start + at) ? "\\" : "") + node.data[at])
        .join("");
    from += text.length;
  }
}

/* The texts of a block and of what it has inline; code is no text to Markdown. */
function* read(parent, link = null, isCode = false) {
  let opensLink = parent.localName === "a";
  for (const node of parent.childNodes) {
    const name = node.localName;
    if (node.nodeType === Node.TEXT_NODE) {
      const text = isCode ? "x".repeat(node.data.length) : node.data;
      yield { node, text, isInLink: Boolean(link), isCode, opensLink };
      opensLink = false;
    } else if (name === "br") yield { node: null, text: "\n" };
    else if (!/^(ul|ol|p|pre|blockquote|table)$/.test(name))
      yield* read(node, name === "a" ? node : link, isCode || name === "code");
  }
}

function* find(block, whole, ends) {
  const addresses = [...whole.matchAll(ADDRESS)].map(({ index, 0: text }) => [index, index + text.length]);
  const isFree = (at) => !addresses.some(([from, to]) => from <= at && at < to);
  for (const [pattern, isIdle, own] of PAIRS) {
    const runs = [...whole.matchAll(pattern)].filter(({ index, 0: run }) => {
      const after = whole[index + run.length] ?? "";
      // One tilde strikes nothing here, but beside those that do.
      if (run === "~" && !block.querySelector("del")) return false;
      return isFree(index) && !isIdle(whole[index - 1] ?? "", after);
    });
    const isSplit = runs.some(({ index, 0: run }) =>
      ends.some((end) => index < end && end < index + run.length),
    );
    const isPaired = runs.length > 1 || isSplit || block.querySelector(own.join());
    if (!isPaired) continue;
    for (const { index, 0: run } of runs)
      for (let at = index; at < index + run.length; at += 1) yield at;
  }
  for (const pattern of SINGLES)
    for (const { index } of whole.matchAll(pattern)) if (isFree(index)) yield index;
  if (block.localName !== "td") yield* findInLines(block, whole);
}

function* findInLines(block, whole) {
  if (/^h\d$/.test(block.localName)) {
    const end = whole.match(/(^|\s)#+\s*$/);
    if (end) yield end.index + end[1].length;
    return;
  }
  let from = 0;
  for (const line of whole.split("\n")) {
    for (const pattern of LINE_STARTS) {
      const found = line.match(pattern);
      if (found) yield from + found[1].length;
    }
    from += line.length + 1;
  }
}
