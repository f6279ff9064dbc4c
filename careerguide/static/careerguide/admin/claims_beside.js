/* The list of claims beside a plain textarea, such as a summary, which has no editor. */

import { startClaims } from "./editor/claims.js";
import { post } from "./editor/request.js";

const PAUSE = 500; // milliseconds without typing before the server is asked

function wire(list) {
  // The row that Django copies for each new inline is no text yet.
  if (list.dataset.wired || list.closest(".empty-form")) return;
  list.dataset.wired = "yes";
  const textarea = list.parentElement.querySelector("textarea");
  const show = startClaims(list, textarea);
  const { url, model, field, item } = list.dataset;
  let timer = null;
  let asked = null;

  async function refresh() {
    const text = textarea.value;
    if (text === asked) return;
    asked = text;
    if (!text.trim()) return show([]);
    const career = textarea.form.elements.career?.value ?? "";
    try {
      const answer = await post(list, url, { text, model, field, item, career });
      if (textarea.value === text) show(answer.claims);
    } catch {
      asked = null; // the form itself says what is wrong when it is sent
    }
  }

  textarea.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(refresh, PAUSE);
  });
  textarea.addEventListener("focus", refresh);
  refresh();
}

function wireAll(root) {
  root.querySelectorAll(".markdown-editor-claims[data-url]").forEach(wire);
}

wireAll(document);
document.addEventListener("formset:added", (event) => wireAll(event.target));
