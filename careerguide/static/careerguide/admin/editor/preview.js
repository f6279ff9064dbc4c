/* The text as the site shows it, in a frame where no script can run. */

import { followTheme, showFocus, skipLinks } from "../frames.js";
import { startClaims } from "./claims.js";
import { startFindings } from "./findings.js";
import { post } from "./request.js";

const PAUSE = 300; // milliseconds without typing before the server is asked

export function startPreview(editor, textarea) {
  const frame = editor.querySelector(".markdown-editor-preview");
  const message = editor.querySelector(".markdown-editor-message");
  const warn = startFindings(editor.querySelector(".markdown-editor-warnings"));
  const claim = startClaims(editor.querySelector(".markdown-editor-claims"), textarea);
  const { model, field, item, previewUrl } = editor.dataset;
  let timer = null;
  let running = null;
  let shown = null; // the text the frame shows
  let loaded = false;

  const say = (sentence) => {
    if (message.textContent !== sentence) message.textContent = sentence;
  };

  async function refresh() {
    const text = textarea.value;
    if (frame.hidden || text === shown) return;
    running?.abort();
    const mine = (running = new AbortController());
    try {
      const career = textarea.form.elements.career?.value ?? "";
      const fields = { text, model, field, item, career };
      const answer = await post(editor, previewUrl, fields, { signal: mine.signal });
      if (running !== mine) return;
      show(answer.html);
      warn(answer.warnings);
      claim(answer.claims);
      shown = text;
      say("");
    } catch (problem) {
      if (problem.name !== "AbortError") say(problem.message);
    }
  }

  function show(html) {
    const page = loaded && frame.contentDocument;
    if (!page) {
      frame.srcdoc = html;
      return;
    }
    // Only the body changes, so the page does not flash. It comes from our renderer,
    // and a sandboxed frame runs no script whatever it holds.
    const { scrollX, scrollY } = frame.contentWindow;
    const next = new DOMParser().parseFromString(html, "text/html");
    page.body.replaceWith(page.adoptNode(next.body));
    skipLinks(page);
    frame.contentWindow.scrollTo(scrollX, scrollY);
  }

  frame.addEventListener("load", () => {
    if (frame.contentDocument) skipLinks(frame.contentDocument);
    loaded = frame.contentDocument?.URL === "about:srcdoc";
    // A link followed in here would lead away from what is being written.
    frame.contentDocument?.addEventListener("click", (event) => {
      if (event.target.closest("a, area")) event.preventDefault();
    });
  });

  textarea.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(refresh, PAUSE);
  });
  // Back from another tab, perhaps after signing in again there.
  window.addEventListener("focus", refresh);

  followTheme(frame);
  showFocus(frame);
  frame.hidden = false;
  refresh();

  return {
    say,
    toggle(button) {
      frame.hidden = !frame.hidden;
      button.setAttribute("aria-pressed", String(!frame.hidden));
      refresh();
    },
  };
}
