/* Keeps the text of a form in this browser while it is not saved, and forgets it once
   the server says that it is. */

import { read } from "./fields.js";
import { drop, keyOf, put, tidy } from "./store.js";

const PAUSE = 3_000; // milliseconds between two looks at the form
const SIGNING_OUT = 30_000; // after which it was called off
const SENT = "guide-sent"; // of this tab: which copy was sent

export function startKeeping(guard, form, isUnsaved) {
  const { user } = guard.dataset;
  const path = window.location.pathname;
  const key = () => keyOf(user, path, form.elements.form_key.value);
  let kept = null;
  let signingOut = 0;

  function keep() {
    if (Date.now() - signingOut < SIGNING_OUT) return;
    if (!isUnsaved()) {
      if (kept !== null) drop(key());
      kept = null;
      return;
    }
    const { fields, labels } = read(form);
    const text = JSON.stringify(fields);
    if (text === kept) return;
    const { base_version: base, form_key: formKey } = form.elements;
    const began = { base_version: base.value, form_key: formKey.value };
    if (put(key(), { at: new Date().toISOString(), ...began, fields, labels })) kept = text;
  }

  tidy();
  forgetSaved(guard, path);
  setInterval(keep, PAUSE);
  window.addEventListener("pagehide", keep);
  document.addEventListener("visibilitychange", keep);

  // Another script forgets all copies at sign-out: make none while that goes on.
  document.getElementById("logout-form")?.addEventListener("submit", () => {
    signingOut = Date.now();
    kept = null;
  });
  form.addEventListener("input", () => (signingOut = 0));

  return {
    user,
    path,
    sent() {
      keep();
      tellNextPage({ key: key(), path });
    },
    /* The copy is in the form: from here on it is kept under its own name. */
    adopt(copy) {
      form.elements.base_version.value = copy.base_version;
      form.elements.form_key.value = copy.form_key;
      kept = null;
      keep();
    },
  };
}

function tellNextPage(mark) {
  try {
    sessionStorage.setItem(SENT, JSON.stringify(mark));
  } catch {
    // Then the copy is dropped when the form is next seen to hold the same.
  }
}

/* The page after a form was sent: if it says that all went well, the copy may go. */
function forgetSaved(guard, path) {
  let mark = null;
  try {
    mark = JSON.parse(sessionStorage.getItem(SENT));
    sessionStorage.removeItem(SENT);
  } catch {
    return;
  }
  const wentWell = document.querySelector(".messagelist .success");
  if (!mark || !wentWell || "unsaved" in guard.dataset) return;
  const isNew = mark.path.endsWith("/add/") && path.startsWith(mark.path.slice(0, -4));
  if (mark.path === path || isNew) drop(mark.key);
}
