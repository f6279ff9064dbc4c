/* A picture from this computer, with the words about it, or one from the library. */

import { element } from "../element.js";
import { gettext } from "../words.js";
import { ask, findDialog } from "./dialog.js";
import { startPicker } from "./picker.js";
import { post, Problem } from "./request.js";

export function askForPicture(editor, file, say) {
  const dialog = findDialog(editor, "picture");
  const form = dialog.querySelector("form");
  const [input, canvas, alt, decorative, progress] = [
    "#editor-picture-file",
    "canvas",
    "#editor-picture-alt",
    "#editor-picture-decorative",
    "progress",
  ].map((selector) => dialog.querySelector(selector));
  const picker = startPicker(dialog, editor.dataset.imagesUrl, (image) => [
    element("img", "", { src: image.thumbnail, alt: "", loading: "lazy" }),
    element("span", image.alt || gettext("Decorative picture")),
  ]);

  let chosen = file;
  form.reset();
  progress.hidden = true;
  const places = dialog.querySelectorAll("[data-place]");
  const showPlace = () => {
    const place = form.elements.place.value;
    for (const node of places) node.hidden = node.dataset.place !== place;
    if (place === "library") picker.open();
  };
  for (const radio of form.elements.place) radio.onchange = showPlace;
  showPlace();

  const useDecorative = () => (alt.disabled = decorative.checked);
  decorative.onchange = useDecorative;
  useDecorative();

  input.onchange = () => {
    chosen = input.files[0];
    draw(canvas, chosen);
  };
  draw(canvas, chosen);

  async function upload(signal) {
    if (!chosen) throw new Problem(gettext("Choose a picture first."));
    const fields = { image: chosen, alt: alt.value };
    if (decorative.checked) fields.decorative = "on";
    else if (!alt.value.trim()) {
      alt.focus();
      throw new Problem(
        gettext("Describe the picture in a sentence, or tick “decorative”."),
      );
    }
    progress.hidden = false;
    progress.value = 0;
    const onProgress = (part) => (progress.value = part);
    try {
      const { uploadUrl } = editor.dataset;
      const answer = await post(editor, uploadUrl, fields, { signal, onProgress });
      if (answer.note) say(answer.note);
      return answer.markdown;
    } finally {
      progress.hidden = true;
    }
  }

  const answer = ask(dialog, (signal) =>
    form.elements.place.value === "new" ? upload(signal) : picker.chosen(),
  );
  if (file) alt.focus();
  return answer;
}

/* Our CSP allows no blob: addresses, so the picture is drawn instead of loaded. */
async function draw(canvas, file) {
  canvas.hidden = true;
  if (!file) return;
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, 480 / picture.width, 240 / picture.height);
    canvas.width = Math.max(1, Math.round(picture.width * scale));
    canvas.height = Math.max(1, Math.round(picture.height * scale));
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    canvas.hidden = false;
  } catch {
    // Not a picture this browser can read; the server will say what it is.
  }
}
