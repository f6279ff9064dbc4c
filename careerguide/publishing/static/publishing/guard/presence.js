/* Tells the server that the form is open, and shows who else has it open. */

import { post } from "../../careerguide/admin/editor/request.js";

const PAUSE = 25_000; // milliseconds between two signs

export function startPresence(form, isSending) {
  const line = document.querySelector(".presence[data-url]");
  if (!line) return;
  const { url, model, pk } = line.dataset;
  const say = (sentence) => {
    if (line.textContent !== sentence) line.textContent = sentence;
  };

  async function sign() {
    if (document.hidden) return;
    try {
      say((await post(form, url, { model, pk })).sentence);
    } catch ({ answer }) {
      // Nobody needs to know that the line is late, but that saving will not work.
      if (answer?.signed_out || answer?.gone) say(answer.error);
    }
  }

  function leave() {
    if (isSending()) return; // the same form follows
    const { value } = form.elements.csrfmiddlewaretoken;
    const body = new URLSearchParams({ model, pk, left: "1", csrfmiddlewaretoken: value });
    fetch(url, { method: "POST", body, keepalive: true }).catch(() => {});
  }

  setInterval(sign, PAUSE);
  document.addEventListener("visibilitychange", sign);
  window.addEventListener("pagehide", leave);
  sign();
}
