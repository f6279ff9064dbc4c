/* The focal point of a picture: set by a click on it, or moved by arrow keys. The two
   fields below go on working by themselves. */

import { element } from "../careerguide/admin/element.js";
import { fill, gettext } from "../careerguide/admin/words.js";

const STEPS = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
const clamped = (number) => Math.min(100, Math.max(0, Math.round(number)));

function start(picture, fields) {
  const frame = element("div", "", { className: "focal-frame" });
  const mark = element("button", "", { type: "button", className: "focal-mark" });
  const help = element(
    "p",
    gettext("Click what must stay visible when the picture is cropped, or move the ring with the arrow keys."),
    { className: "help", id: "focal-help" },
  );
  mark.setAttribute("aria-describedby", help.id);
  picture.replaceWith(frame);
  frame.append(picture, mark);
  frame.after(help);
  const point = () => fields.map((field) => clamped(Number(field.value) || 0));

  function show() {
    const [x, y] = point();
    mark.style.insetInlineStart = "auto";
    mark.style.left = `${x}%`;
    mark.style.top = `${y}%`;
    const where = gettext("Focal point: %(x)s %% from the left, %(y)s %% from the top");
    mark.setAttribute("aria-label", fill(where, { x, y }).replaceAll("%%", "%"));
  }

  function set(values) {
    fields.forEach((field, at) => {
      field.value = clamped(values[at]);
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
  }

  picture.addEventListener("click", (event) => {
    const box = picture.getBoundingClientRect();
    set([
      (100 * (event.clientX - box.left)) / box.width,
      (100 * (event.clientY - box.top)) / box.height,
    ]);
    mark.focus();
  });
  mark.addEventListener("keydown", (event) => {
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    const size = event.shiftKey ? 10 : 1;
    set(point().map((value, at) => value + size * step[at]));
  });
  for (const field of fields) field.addEventListener("input", show);
  show();
}

const picture = document.querySelector(".library-preview");
const fields = ["id_focal_x", "id_focal_y"].map((id) => document.getElementById(id));
if (picture && fields.every((field) => field && !field.disabled)) start(picture, fields);
