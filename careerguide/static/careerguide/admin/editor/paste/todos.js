/* The boxes of things to do, which are done or not: signs say it, as Markdown here has
   no boxes. Other boxes are those of a form. */

const BOXES = "li [type=checkbox], td [type=checkbox], li [role=checkbox]";

export function todoSign(node) {
  if (!node.matches(`${BOXES}, li[role=checkbox]`)) return "";
  const isDone = node.hasAttribute("checked") || node.getAttribute("aria-checked") === "true";
  return isDone ? "☑" : "☐";
}

/* Google Docs draws the box of an item as a picture. */
export const isDrawnBox = (picture) => picture.parentNode.matches("li[role=checkbox]");
