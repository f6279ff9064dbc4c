/* The page that the form would make, beside it, a moment after each change. */

import { wireFrame } from "./preview-frame.js";

const PAUSE = 700; // milliseconds without a change before the server is asked
const DESKTOP = 1100;
const KEY = "career-guide-preview"; // "open" where an editor likes it open

const pane = document.getElementById("preview-pane");
const button = document.querySelector("[data-preview]");
if (pane && button) start();

function start() {
  const form = button.closest("form");
  const note = pane.querySelector(".preview-note");
  const frame = wireFrame(pane, DESKTOP);
  let timer = null;
  let running = null;

  const say = (sentence) => {
    if (note.textContent !== sentence) note.textContent = sentence;
  };

  function soon() {
    clearTimeout(timer);
    if (!pane.hidden) timer = setTimeout(refresh, PAUSE);
  }

  async function refresh() {
    clearTimeout(timer);
    running?.abort();
    const mine = (running = new AbortController());
    try {
      const { html, notes } = await ask(mine.signal);
      if (running !== mine) return;
      if (html) show(html);
      say(notes.join(" "));
    } catch (problem) {
      if (running === mine && problem.name !== "AbortError")
        say(pane.dataset[problem.message] || pane.dataset.unreachable);
    }
  }

  async function ask(signal) {
    const headers = { Accept: "application/json" };
    const answer = button.href
      ? await fetch(button.href, { headers, signal })
      : await fetch(button.formAction, {
          method: "POST",
          body: written(),
          headers,
          signal,
        });
    if (answer.redirected || answer.status === 403) throw new Error("signedOut");
    if (!answer.ok) throw new Error("failed");
    return answer.json();
  }

  // The whole form but its files, which no preview shows before they are read.
  function written() {
    const data = new FormData(form);
    for (const [name, value] of [...data])
      if (value instanceof File) data.delete(name);
    return data;
  }

  // It comes from our renderer, and a sandboxed frame runs no script whatever it holds.
  function show(html) {
    const next = new DOMParser().parseFromString(html, "text/html");
    for (const script of next.querySelectorAll("script")) script.remove();
    // They lead nowhere in here, and Tab would stop at each.
    for (const link of next.querySelectorAll("a, area")) link.tabIndex = -1;
    const page = frame.contentDocument;
    if (page?.URL !== "about:srcdoc") {
      frame.srcdoc = `<!doctype html>${next.documentElement.outerHTML}`;
      return;
    }
    // Only the body changes, so the page does not flash and stays where it is.
    const { scrollX, scrollY } = frame.contentWindow;
    page.body.replaceWith(page.adoptNode(next.body));
    frame.contentWindow.scrollTo(scrollX, scrollY);
  }

  function open(isOpen) {
    pane.hidden = !isOpen;
    button.setAttribute("aria-expanded", String(isOpen));
    if (isOpen) refresh();
    else running?.abort();
  }

  function toggle(isOpen) {
    open(isOpen);
    remember(isOpen ? "open" : "closed");
    // Below the form, it may open out of sight.
    if (isOpen && pane.getBoundingClientRect().top > window.innerHeight / 2)
      pane.scrollIntoView();
  }

  button.setAttribute("aria-controls", pane.id);
  button.addEventListener("click", (event) => {
    event.preventDefault();
    toggle(pane.hidden);
  });
  pane.querySelector("[data-close]").addEventListener("click", () => {
    toggle(false);
    button.focus();
  });
  form.addEventListener("input", soon);
  form.addEventListener("change", soon);
  // Lists that search while one types tell only jQuery.
  window.django?.jQuery(form).on("change", soon);
  open(remembered() === "open");
}

// A browser may keep nothing for us; then the pane begins closed.
function remember(state) {
  try {
    localStorage.setItem(KEY, state);
  } catch {
    /* not kept */
  }
}

function remembered() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
