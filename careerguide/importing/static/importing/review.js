/* Saves each decision without leaving the page. Every form works by itself; here it is
   sent aside, and what the answer shows in another way takes the place of what stood
   there. The server's page is the only one that knows how a row looks. */

import { gettext } from "../careerguide/admin/words.js";

const root = document.querySelector(".import-review");
const find = (selector) => root.querySelector(selector);
let running = null;

function say(sentence, isProblem = true) {
  const said = find(".next .said");
  said.textContent = sentence;
  said.classList.toggle("is-problem", isProblem);
}

/* --- Sending, and taking over the answer --- */

async function send(form, button) {
  const body = new FormData(form, button);
  const rows = [...root.querySelectorAll(".row")];
  body.append("known", rows.map((row) => `${row.id}:${row.dataset.digest}`).join(","));
  const response = await fetch(form.action, { method: "POST", body });
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  return { page, next: page.querySelector(".import-review") };
}

/* Take over the rows that differ; a row in which somebody types is not among them. */
function takeOver(next) {
  const old = new Map([...root.querySelectorAll(".row")].map((row) => [row.id, row]));
  const list = find(".rows");
  let before = null;
  for (const row of [...next.querySelectorAll(".row")]) {
    const known = old.get(row.id);
    old.delete(row.id);
    const isSame = known?.dataset.digest === row.dataset.digest;
    const shown = isSame ? known : row;
    const place = before ? before.nextSibling : list.firstChild;
    if (place !== shown) list.insertBefore(shown, place);
    if (known && !isSame) known.remove();
    before = shown;
  }
  for (const row of old.values()) row.remove();
  const isOpen = [...root.querySelectorAll("details[open] > summary")].map((s) => s.textContent);
  for (const part of [".review-top", ".next", ".outline"]) find(part).replaceWith(next.querySelector(part));
  for (const summary of root.querySelectorAll(".ledger summary, .outline summary"))
    if (isOpen.includes(summary.textContent)) summary.parentElement.open = true;
  // Django's box is made of a list when the page is ready, and this one is new.
  window.django?.jQuery?.(".outline .admin-autocomplete").djangoAdminSelect2();
  window.dispatchEvent(new Event("choosers-made"));
  const { version } = next.dataset;
  root.dataset.version = version;
  for (const field of root.querySelectorAll("input[name=version]")) field.value = version;
}

async function submit(form, button) {
  if (running) return;
  running = form;
  form.setAttribute("aria-busy", "true");
  say(gettext("Saving …"), false);
  try {
    const { page, next } = await send(form, button);
    // A page of its own: one block, or the sign-in, where all is kept as it stands.
    if (!next || !next.querySelector(".rows")) return refused(form, page);
    dialog?.close();
    takeOver(next);
    const isProblem = Boolean(find(".import-way-out[role=alert]"));
    if (isProblem) find(".import-way-out").focus();
    else goOn(next.dataset.at, button);
  } catch {
    say(gettext("The server cannot be reached. Nothing was saved: try again."));
  } finally {
    running = null;
    form.removeAttribute("aria-busy");
  }
}

/* The dialog's form came back with a sentence: show it there. */
function refused(form, page) {
  const part = page.querySelector(".block-form");
  if (part && dialog?.open) return fillDialog(part);
  const sentence = page.querySelector(".errornote, .errorlist, main p, #content p")?.textContent;
  return say(sentence?.trim() || gettext("This was not saved: reload the page."));
}

/* --- Where the focus goes --- */

const isAsked = (row) => row.classList.contains("is-asked");

function goTo(row) {
  row.scrollIntoView({ block: "center" });
  const field = row.querySelector(".decide :is(input[type=text], button)") ?? row;
  field.focus({ preventScroll: true });
  if (field.select) field.select();
}

/* After a decision the next one; after any other change the row that was changed. */
function goOn(id, button) {
  const row = id && document.getElementById(id);
  if (wasDecision) {
    const after = nextDecision(row);
    if (after) return goTo(after);
    return find(".next a.default")?.focus();
  }
  // What was pressed is drawn anew, as the arrows in the outline are.
  if (!row) {
    const again = find(`button[value="${CSS.escape(button?.value ?? "")}"]`);
    return (again ?? find(".outline details[open] summary") ?? find(".next a")).focus();
  }
  const box = row.getBoundingClientRect();
  if (box.top < 60 || box.bottom > innerHeight) row.scrollIntoView({ block: "center" });
  return row.focus({ preventScroll: true });
}

function nextDecision(from) {
  const rows = [...root.querySelectorAll(".row")];
  const at = Math.max(from ? rows.indexOf(from) : 0, 0);
  return [...rows.slice(at), ...rows.slice(0, at)].find(isAsked);
}

let wasDecision = false;

root.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || event.defaultPrevented) return;
  event.preventDefault();
  wasDecision = form.classList.contains("decide");
  submit(form, event.submitter);
});

root.addEventListener("click", (event) => {
  if (event.target.closest("[data-next]")) {
    const here = document.activeElement.closest(".row");
    const from = here?.nextElementSibling ?? here;
    const row = nextDecision(from);
    if (!row) return;
    event.preventDefault();
    goTo(row);
    return;
  }
  const link = event.target.closest("a[data-dialog]");
  if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  openDialog(link);
});

/* --- A block's page, in a dialog --- */

let dialog = null;
let opener = null;

async function openDialog(link) {
  opener = link;
  try {
    const response = await fetch(link.href);
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const part = page.querySelector(".block-form");
    if (!part) return (location.href = link.href);
    dialog ??= makeDialog();
    fillDialog(part, page.querySelector("#content h1, main h1")?.textContent);
    dialog.showModal();
  } catch {
    say(gettext("The server cannot be reached. Nothing was saved: try again."));
  }
  return undefined;
}

function fillDialog(part, title) {
  if (title) dialog.querySelector("h2").textContent = title;
  dialog.querySelector("[data-part]").replaceChildren(document.adoptNode(part));
  dialog.querySelector("[data-part] .errorlist")?.scrollIntoView({ block: "center" });
}

function makeDialog() {
  const made = Object.assign(document.createElement("dialog"), { className: "import-dialog" });
  const title = Object.assign(document.createElement("h2"), { id: "import-dialog-title" });
  made.setAttribute("aria-labelledby", title.id);
  const part = document.createElement("div");
  part.dataset.part = "";
  made.append(title, part);
  made.addEventListener("submit", (event) => {
    event.preventDefault();
    wasDecision = false;
    submit(event.target, event.submitter);
  });
  made.addEventListener("click", (event) => {
    if (!event.target.closest("[data-close]")) return;
    event.preventDefault();
    made.close();
  });
  made.addEventListener("close", () => opener?.isConnected && !running && opener.focus());
  root.append(made);
  return made;
}
