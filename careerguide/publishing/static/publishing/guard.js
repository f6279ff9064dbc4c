/* Nothing an editor types is lost: leaving asks, and the text is kept in this browser
   until the server has it. Beside it, who else has the form open. */

import { changed } from "./guard/fields.js";
import { startKeeping } from "./guard/keep.js";
import { startLeaving } from "./guard/leave.js";
import { startOffers } from "./guard/offers.js";
import { startPresence } from "./guard/presence.js";

function start(guard) {
  const form = guard.closest("form");
  // What came back with errors looks as the server made it, and is not saved.
  const cameBack = "unsaved" in guard.dataset;
  const isUnsaved = () => cameBack || changed(form);

  // What a popup makes is small, and its page closes itself.
  if ("brief" in guard.dataset) return startLeaving(form, isUnsaved);
  const keeping = startKeeping(guard, form, isUnsaved);
  const leaving = startLeaving(form, isUnsaved, keeping.sent);
  if (!cameBack) startOffers(guard, form, keeping);
  return startPresence(form, leaving.isSending);
}

document.querySelectorAll(".guard").forEach(start);
