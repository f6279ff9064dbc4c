/* Numbers of tables in a text without a preview: a button for the dialog, and the list
   of what somebody has to answer for. */

import { startClaims } from "./claims.js";
import { askForNumber } from "./numbers.js";
import { post } from "./request.js";
import { insertText } from "./text.js";

const PAUSE = 300; // milliseconds without typing before the server is asked

export function startNumberTool(tool) {
  const field = tool.parentElement.querySelector("textarea, input");
  const button = tool.querySelector(".number-button");
  if (field.disabled || field.readOnly) return;
  button.addEventListener("click", async () => {
    const notation = await askForNumber(tool, field);
    if (notation) insertText(field, notation);
  });
  button.hidden = false;

  const show = startClaims(tool.querySelector(".markdown-editor-claims"), field);
  const { model, field: name, item, claimsUrl } = tool.dataset;
  let timer = null;
  let running = null;

  async function refresh() {
    running?.abort();
    const mine = (running = new AbortController());
    const text = field.value;
    if (!text.trim()) return show([]);
    try {
      const career = field.form.elements.career?.value ?? "";
      const fields = { text, model, field: name, item, career };
      const { claims } = await post(tool, claimsUrl, fields, { signal: mine.signal });
      if (running === mine) show(claims);
    } catch {
      show([]); // a proposal less: whoever saves is told what is wrong
    }
  }

  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(refresh, PAUSE);
  });
  refresh();
}
