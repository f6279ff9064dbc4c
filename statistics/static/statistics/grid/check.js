/* Asks the server, a moment after the last change, how it reads the table, and shows
   the answer: problems at their cells, and the chart as readers will see it. */

import { post } from "../../careerguide/admin/editor/request.js";
import { followTheme, showFocus, skipLinks } from "../../careerguide/admin/frames.js";

const PAUSE = 250; // milliseconds without typing before the server is asked
const ASIDE = [
  ...["title", "subtitle", "chart_form", "row_order"],
  ...["source_name", "source_url", "period"],
];

export function startCheck(grid, answered) {
  const { root, form } = grid;
  const frame = root.querySelector(".grid-chart");
  let timer = null;
  let running = null;
  let loaded = false;

  async function check() {
    running?.abort();
    const mine = (running = new AbortController());
    const texts = grid.texts();
    const { rowIds } = grid;
    const fields = { table: grid.table, ...texts, canonical: "1" };
    if (grid.settled) delete fields.canonical;
    for (const name of ASIDE) fields[name] = form.elements[name]?.value ?? "";
    try {
      const answer = await post(root, root.dataset.checkUrl, fields, {
        signal: mine.signal,
      });
      if (running !== mine) return;
      if (answer.html) show(answer.html);
      frame.classList.toggle("grid-stale", !answer.html);
      const isCurrent = grid.texts().numbers === texts.numbers;
      answered(answer, { rowIds, isCurrent });
    } catch (problem) {
      if (problem.name !== "AbortError") grid.say(problem.message, true);
    }
  }

  function show(html) {
    const page = loaded && frame.contentDocument;
    if (!page) {
      frame.srcdoc = html;
      return;
    }
    // Only the body changes, so the page does not flash. It comes from our templates,
    // and a sandboxed frame runs no script whatever it holds.
    const next = new DOMParser().parseFromString(html, "text/html");
    page.body.replaceWith(page.adoptNode(next.body));
    skipLinks(page);
    fit();
  }

  function fit() {
    const height = frame.contentDocument?.body?.scrollHeight;
    if (height) frame.height = Math.min(Math.max(height, 160), 900);
  }

  followTheme(frame);
  showFocus(frame);
  frame.addEventListener("load", () => {
    loaded = frame.contentDocument?.URL === "about:srcdoc";
    fit();
    if (frame.contentDocument) skipLinks(frame.contentDocument);
    frame.contentDocument?.addEventListener("click", (event) => {
      if (event.target.closest("a, area")) event.preventDefault();
    });
  });

  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(check, PAUSE);
  };
  for (const name of ASIDE) {
    for (const event of ["input", "change"]) {
      form.elements[name]?.addEventListener(event, soon);
    }
  }
  for (const radio of form.elements.decimal_mark) radio.addEventListener("change", soon);
  return { soon, check };
}
