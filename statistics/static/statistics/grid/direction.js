/* Which way the columns run: from the right where the page does. */

// Tabulator mirrors its columns, but not its keys.
const MIRRORED = {
  navLeft: 39,
  navRight: 37,
  rangeJumpLeft: ["ctrl + 39", "meta + 39"],
  rangeJumpRight: ["ctrl + 37", "meta + 37"],
  rangeExpandLeft: "shift + 39",
  rangeExpandRight: "shift + 37",
  rangeExpandJumpLeft: ["ctrl + shift + 39", "meta + shift + 39"],
  rangeExpandJumpRight: ["ctrl + shift + 37", "meta + shift + 37"],
};

export const isMirrored = (element) => getComputedStyle(element).direction === "rtl";

/* The keys, as Tabulator names them, that differ from its own. */
export const keysOf = (element) => (isMirrored(element) ? MIRRORED : {});
