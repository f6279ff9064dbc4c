/* The list of what the checks find: each leads to its words in the form, and is struck
   out once they are others. Ignoring one leaves what is typed in the form alone. */

import { gettext } from "../careerguide/admin/words.js";

const HTML = "text/html+fragment";

const squeezed = (text) => text.replace(/\s+/g, " ").trim();
const fieldOf = (link) => document.getElementById(`id_${link.dataset.field}`);

/* Where the passage stands in a text: [start, end], of its line if not by its words. */
function placeOf(text, passage, line) {
  const lines = text.split("\n");
  const start = lines
    .slice(0, Math.max(0, line - 1))
    .reduce((sum, one) => sum + one.length + 1, 0);
  for (const words of [passage, passage.split(/[\n…]/)[0]].filter(Boolean)) {
    const at = [text.indexOf(words, start), text.indexOf(words)].find((i) => i >= 0);
    if (at !== undefined) return [at, at + words.length];
  }
  // Marks or ends of lines stand between its words.
  const first = passage.split(/\s+/).slice(0, 3).join(" ");
  const at = first ? text.indexOf(first, start) : -1;
  if (at >= 0) return [at, Math.min(text.length, at + passage.length)];
  return line ? [start, start + (lines[line - 1] ?? "").length] : null;
}

function jump(event) {
  const link = event.target.closest("a.checks-jump");
  if (link && show(link)) event.preventDefault();
}

function show(link) {
  const field = fieldOf(link);
  if (!field) return false;
  field.closest("details")?.setAttribute("open", "");
  if (!field.checkVisibility()) return showRow(field.closest(".form-row"));
  field.focus();
  if (field.matches("textarea, input[type=text]")) {
    const { passage, line } = link.dataset;
    const place = placeOf(field.value, passage, Number(line));
    if (place) {
      field.setSelectionRange(...place);
      if (field.matches("textarea")) scrollTo(field, place[0]);
    }
  }
  field.scrollIntoView({ block: "center" });
  return true;
}

/* A grid is typed into in place of its field: begin at its first stop of the Tab key. */
function showRow(row) {
  const stops = [...(row?.querySelectorAll("button, input, [tabindex]") ?? [])];
  const first = stops.find((one) => one.tabIndex === 0 && one.checkVisibility());
  if (!first) return false;
  row.scrollIntoView({ block: "start" });
  first.focus({ preventScroll: true });
  return true;
}

/* Browsers scroll to what is typed, not to what is selected by script. */
function scrollTo(field, at) {
  const all = field.value.split("\n").length || 1;
  const before = field.value.slice(0, at).split("\n").length - 1;
  const wanted = (field.scrollHeight * before) / all - field.clientHeight / 3;
  field.scrollTop = Math.max(0, wanted);
}

function strikeOut(event) {
  const text = squeezed(event.target.value ?? "");
  for (const link of document.querySelectorAll("#checks a.checks-jump")) {
    if (fieldOf(link) !== event.target || !link.dataset.passage) continue;
    const words = squeezed(link.dataset.passage).split("…")[0];
    const wasThere = (link.dataset.found ??= String(
      squeezed(event.target.defaultValue).includes(words),
    ));
    if (wasThere === "true")
      link.classList.toggle("is-changed", !text.includes(words));
  }
}

async function send(event) {
  const { submitter, target: form } = event;
  const list = form.closest("#checks");
  if (!list) return;
  event.preventDefault();
  const body = new FormData(form, submitter);
  try {
    const answer = await fetch(form.action, {
      method: "POST",
      body,
      headers: { Accept: HTML },
    });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.getElementById("checks");
    if (!answer.ok || !fresh) throw new Error(answer.status);
    list.replaceWith(document.adoptNode(fresh));
    document.querySelectorAll("[data-checks-count]").forEach((place) => {
      place.textContent = fresh.querySelector(".checks-count").textContent;
    });
    fresh.focus();
  } catch {
    list.querySelector(".checks-said").textContent = gettext(
      "That could not be saved: try again.",
    );
  }
}

/* Other pages name a finding in the address: /change/#finding-… */
function showNamed() {
  const key = location.hash.match(/^#finding-([0-9a-f]{20})$/)?.[1];
  const link = key && document.querySelector(`#checks [data-key="${key}"] a`);
  if (link) show(link);
}

document.addEventListener("click", jump);
document.addEventListener("input", strikeOut);
document.addEventListener("submit", send);
addEventListener("hashchange", showNamed);
addEventListener("load", showNamed);
