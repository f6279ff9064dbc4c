/* Says that there is text which was not saved, and puts it back if that is wanted. */

import { differs, fill } from "./fields.js";
import { copiesFor, drop } from "./store.js";

export function startOffers(guard, form, keeping) {
  const show = (name) => {
    const content = guard.querySelector(`template[data-for="${name}"]`).content;
    said.replaceChildren(content.cloneNode(true));
  };
  const said = guard.querySelector(".guard-said");

  function offerNext() {
    for (const { key, copy } of copiesFor(keeping.user, keeping.path)) {
      if (differs(form, copy)) return offer(key, copy);
      drop(key); // the server has it
    }
    return false;
  }

  function offer(key, copy) {
    show("offer");
    const time = said.querySelector("time");
    time.dateTime = copy.at;
    time.textContent = hourOf(new Date(copy.at), guard.dataset.zone);
    const isSame = copy.base_version === form.elements.base_version.value;
    said.querySelector("[data-since]").hidden = isSame;
    said.querySelector("[data-do=back]").addEventListener("click", () => {
      fill(form, copy);
      // As it was then: the server notices what others have saved since.
      keeping.adopt(copy);
      show("back");
      guard.focus();
    });
    said.querySelector("[data-do=away]").addEventListener("click", () => {
      drop(key);
      if (!offerNext()) show("away");
      guard.focus();
    });
    return true;
  }

  offerNext();
}

/* In the zone that the admin shows its hours in; with the day, if it is another. */
function hourOf(moment, timeZone) {
  const language = document.documentElement.lang || undefined;
  const write = (options, when = moment) => {
    try {
      return new Intl.DateTimeFormat(language, { ...options, timeZone }).format(when);
    } catch {
      return new Intl.DateTimeFormat(language, options).format(when);
    }
  };
  const day = { day: "numeric", month: "long" };
  const hour = write({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const isToday = write(day) === write(day, new Date());
  return isToday ? hour : `${write(day)}, ${hour}`;
}
