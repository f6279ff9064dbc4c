/* Numbers of cells in the form of the site's language. What is stored is plain, with a
   point and nothing between thousands; only what is shown and typed has marks. */

const PLAIN = /^(-?)([^\d\s-]{0,4}?)(\d+)(?:\.(\d+))?(%?(?: \[[^\]]*\])?)$/;
const GROUPED = ["integer", "decimal", "percent", "money"];

export function startNumbers({ decimal = ".", group = ",", first = "3", others = "3" }) {
  const sizes = [Number(first), Number(others)];

  function grouped(digits) {
    const parts = [];
    let rest = digits;
    for (let size = sizes[0]; rest.length > size; size = sizes[1]) {
      parts.unshift(rest.slice(-size));
      rest = rest.slice(0, -size);
    }
    return [rest, ...parts].join(group);
  }

  const write = (text, kind, whole) => {
    const found = GROUPED.includes(kind) && PLAIN.exec(text);
    if (!found) return text;
    const [, minus, sign, digits, fraction, after] = found;
    const end = fraction === undefined ? "" : decimal + fraction;
    return minus + sign + whole(digits) + end + after;
  };

  return {
    /* As readers see it, but with each decimal. */
    shown: (text, kind) => write(text, kind, grouped),
    /* As somebody would type it: no marks between thousands. */
    written: (text, kind) => write(text, kind, (digits) => digits),
    /* Whether a text means the same by any marks, so that nobody has to be asked. */
    isPlain: (text) => !/\d/.test(text) || /^-?\d{1,30}%?$/.test(text),
  };
}
