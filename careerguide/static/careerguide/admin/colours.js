/* Shows the browser's picker beside a colour that is written as text. */
import { gettext } from "./words.js";

for (const text of document.querySelectorAll("input[data-colour]")) {
  const picker = document.createElement("input");
  picker.type = "color";
  picker.className = "colour-picker";
  picker.disabled = text.disabled;
  picker.setAttribute("aria-label", gettext("Choose a colour"));
  const show = () => {
    const isColour = /^#[0-9a-f]{6}$/i.test(text.value);
    picker.value = isColour ? text.value : "#ffffff";
    picker.classList.toggle("is-empty", !isColour);
  };
  picker.addEventListener("input", () => {
    text.value = picker.value;
    picker.classList.remove("is-empty");
  });
  text.addEventListener("input", show);
  show();
  text.after(picker);
}
