/* What works without script works better with it. One file for every page: another one
   costs a reader on a slow line more than its bytes.

   1. Theme      light, dark, or as the system
   2. Contents   the part that the reader is in
   3. Filter     figures and questions by their words, while typing
   4. Answers    all at once, and the one that the address names
   5. Tables     sorted without loading the page again
   6. Copy       the one thing that needs script
   7. Feedback   sent without leaving the page
   8. Search     its field on a phone, and the script of suggestions on first use
   9. Markdown   the page, copied: its script, too, comes on first use */

/* 1. Theme */

{
  // The choice stays in this browser, under the name that the admin uses, too. Each page
  // sets it before anything is drawn: templates/_head.js.
  const THEMES = ["auto", "light", "dark"];
  const root = document.documentElement;
  const button = document.querySelector(".theme-button");
  const apply = (theme) => {
    root.dataset.theme = THEMES.includes(theme) ? theme : "auto";
    button.setAttribute("aria-label", button.dataset[root.dataset.theme]);
  };
  button.addEventListener("click", () => {
    const next = THEMES[(THEMES.indexOf(root.dataset.theme) + 1) % THEMES.length];
    apply(next);
    try {
      localStorage.setItem("theme", next);
    } catch {
      // It holds for this page, at least.
    }
  });
  addEventListener("storage", (event) => {
    if (event.key === "theme") apply(event.newValue);
  });
  // A page that the browser kept for Back heard nothing of a choice made meanwhile.
  addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    try {
      apply(localStorage.getItem("theme"));
    } catch {
      // It stays as it was.
    }
  });
  apply(root.dataset.theme);
  button.hidden = false;
}

/* 2. Contents */

for (const nav of document.querySelectorAll("[data-contents]")) {
  const links = new Map();
  for (const link of nav.querySelectorAll('a[href^="#"]')) {
    const part = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (part) links.set(part, link);
  }
  const parts = [...links.keys()];
  let waiting = false;

  const mark = () => {
    waiting = false;
    const end = innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
    // A heading within the upper third has been reached.
    const reached = parts.filter((part) => part.getBoundingClientRect().top < innerHeight / 3);
    const here = end && reached.length ? parts.at(-1) : reached.at(-1);
    for (const [part, link] of links) {
      if (part === here) link.setAttribute("aria-current", "location");
      else link.removeAttribute("aria-current");
    }
  };
  const soon = () => {
    if (!waiting) requestAnimationFrame(mark);
    waiting = true;
  };
  addEventListener("scroll", soon, { passive: true });
  addEventListener("resize", soon, { passive: true });
  mark();
}

/* 3. Filter */

{
  // As the server folds: careerguide/languages/folding.py, with which a test compares it.
  const APART = { "´": "'", "″": '"', "‶": '"' };
  const MARKS =
    /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670]/g;
  const LETTERS = { ł: "l", ø: "o", đ: "d", ð: "d", ħ: "h", ŧ: "t", ı: "i", ς: "σ", ƒ: "f" };
  const PAIRS = { ß: "ss", æ: "ae", œ: "oe", þ: "th" };
  const SIGNS = {
    "'": "`’‘‚‛′‵ʹʻʼʽˈ՚",
    '"': "“”„‟«»〝〞",
    "-": "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d",
    "": "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
  };
  const to = { ...LETTERS, ...PAIRS };
  for (const [sign, others] of Object.entries(SIGNS)) for (const other of others) to[other] = sign;
  const plain = (text) =>
    text
      .replace(/[´″‶]/g, (sign) => APART[sign])
      .normalize("NFKD")
      .replace(MARKS, "")
      .toLowerCase()
      .replace(/\W/g, (sign) => to[sign] ?? sign);

  // Where words have spaces between them, only the begin of one counts, as in a search.
  const has = (text, word) => {
    if (!/^[a-z0-9]/.test(word)) return text.includes(word);
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      if (!/[a-z0-9]/.test(text[at - 1] ?? "")) return true;
    }
    return false;
  };

  const input = document.querySelector("[data-filter]");
  // A list of several pages, or one already searched, is for the server to look through.
  if (input?.dataset.filter && !input.defaultValue && !document.querySelector(".pagination")) {
    const status = document.querySelector("[data-filter-status]");
    const items = [...document.querySelectorAll(`main ${input.dataset.filter}`)];
    const texts = new Map(
      items.map((item) => {
        const topic = item.closest(".found-in")?.querySelector(".minor-heading");
        return [item, plain(`${item.textContent} ${topic?.textContent ?? ""}`)];
      }),
    );
    const filter = () => {
      const words = plain(input.value).split(/\s+/).filter(Boolean);
      let found = 0;
      for (const [item, text] of texts) {
        item.hidden = !words.every((word) => has(text, word));
        found += !item.hidden;
      }
      for (const section of document.querySelectorAll(".found-in")) {
        section.hidden = !section.querySelector(`${input.dataset.filter}:not([hidden])`);
      }
      status.textContent = "";
      if (words.length) {
        const { none, some } = status.dataset;
        const counted = some.replace("{found}", found).replace("{all}", items.length);
        status.textContent = found ? counted : none;
      }
    };
    input.addEventListener("input", filter);
    if (input.value) filter(); // typed before this script was there
    // Of a page that they kept for Back some browsers empty the field, a moment later.
    addEventListener("pageshow", () => setTimeout(filter));
  }
}

/* 4. Answers */

for (const button of document.querySelectorAll("[data-open-all]")) {
  const answers = [...button.closest("section").querySelectorAll("details")];
  const words = button.firstElementChild; // the guide's name stands beside them
  const open = words.textContent;
  const isOpen = () => answers.every((answer) => answer.open);
  const name = () => (words.textContent = isOpen() ? button.dataset.close : open);
  button.hidden = false;
  button.addEventListener("click", () => {
    const opening = !isOpen();
    for (const answer of answers) answer.open = opening;
    name();
  });
  for (const answer of answers) answer.addEventListener("toggle", name);
}

{
  // Browsers open the named answer by themselves; this is for those that do not.
  const reveal = () => {
    // Slugs are plain letters: nothing to decode, which a stray % would make fail.
    if (location.hash.length < 2) return;
    const answer = document.getElementById(location.hash.slice(1))?.closest("details");
    if (!answer || answer.open) return;
    answer.open = true;
    answer.scrollIntoView();
  };
  addEventListener("hashchange", reveal);
  reveal();
}

/* 5. Tables */

{
  // The server ranks the rows by each column, and says where they stood at first: so the
  // order is the same as without script.
  const numbers = (text) => (text ? text.split(" ").map(Number) : []); // "-" is NaN

  for (const form of document.querySelectorAll("[data-sortable]")) {
    const body = form.querySelector("tbody");
    const places = new Map(numbers(form.dataset.sortable).map((place, at) => [body.rows[at], place]));
    const ranks = new Map();
    for (const button of form.querySelectorAll("[data-ranks]")) {
      ranks.set(button, new Map(numbers(button.dataset.ranks).map((rank, at) => [body.rows[at], rank])));
    }

    form.addEventListener("submit", (event) => {
      const button = event.submitter;
      if (!button) return;
      event.preventDefault();
      const asked = button.value;
      const sign = asked.startsWith("-") ? -1 : 1;
      const of = ranks.get(button);
      const last = (row) => (row.classList.contains("total") ? 2 : Number.isNaN(of.get(row)) ? 1 : 0);
      const rows = [...places.keys()].sort((a, b) => places.get(a) - places.get(b));
      if (asked) {
        rows.sort((a, b) => last(a) - last(b) || (last(a) ? 0 : sign * (of.get(a) - of.get(b))));
      }
      body.append(...rows);

      for (const other of ranks.keys()) {
        other.closest("th").removeAttribute("aria-sort");
        other.value = other.dataset.first;
      }
      if (!asked) return;
      button.closest("th").setAttribute("aria-sort", sign < 0 ? "descending" : "ascending");
      const { first } = button.dataset;
      const turned = first.startsWith("-") ? first.slice(1) : `-${first}`;
      button.value = asked === first ? turned : "";
    });
  }
}

/* 6. Copy */

{
  const SECONDS = 4; // that the button says how it went

  /* Whether the words are in the clipboard; where not, they are selected. */
  async function copy(source) {
    try {
      // Over plain http there is none.
      await navigator.clipboard.writeText(source.textContent);
      return true;
    } catch {
      getSelection().selectAllChildren(source);
      const copied = document.execCommand("copy");
      if (copied) getSelection().removeAllRanges();
      return copied;
    }
  }

  for (const button of document.querySelectorAll("[data-copy]")) {
    const words = button.textContent;
    let waiting;
    button.hidden = false;
    button.addEventListener("click", async () => {
      const copied = await copy(document.getElementById(button.dataset.copy));
      button.textContent = copied ? button.dataset.done : button.dataset.failed;
      clearTimeout(waiting);
      waiting = setTimeout(() => (button.textContent = words), SECONDS * 1000);
    });
  }
}

/* 7. Feedback */

// The part that holds the form becomes the same part of the server's answer. What is typed
// in the other part stays.
document.addEventListener("submit", async (event) => {
  const form = event.target;
  const part = form.closest(".feedback-part");
  if (!part) return;
  event.preventDefault();
  if (part.hasAttribute("aria-busy")) return;
  part.setAttribute("aria-busy", "true");
  form.querySelector(".feedback-error")?.remove();

  const body = new URLSearchParams(new FormData(form));
  const { name, value } = event.submitter ?? {};
  if (name) body.append(name, value);
  let next;
  try {
    const signal = AbortSignal.timeout?.(20_000);
    const answer = await fetch(form.action, { method: "POST", body, signal });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    next = page.querySelector(".feedback-part");
  } catch {
    // Offline, or no answer in time: as an answer that is none.
  }
  part.removeAttribute("aria-busy");

  if (next) {
    part.replaceWith(next);
    next.querySelector("[autofocus], [role=status]").focus();
  } else {
    const sentence = document.createElement("p");
    sentence.className = "feedback-error";
    sentence.setAttribute("role", "alert");
    sentence.textContent = part.closest("[data-failed]").dataset.failed;
    form.append(sentence);
  }
});

/* 8. Search */

{
  const forms = [...document.querySelectorAll("[data-search]")];
  let script;
  const load = () => {
    if (script) return;
    script = document.createElement("script");
    script.src = forms[0].dataset.search;
    document.head.append(script);
  };
  for (const form of forms) {
    const input = form.querySelector("input[type=search]");
    const link = form.querySelector(".search-link");
    input.addEventListener("focus", load);
    if (document.activeElement === input) load();
    if (!link) continue;

    // On a phone the link opens the field; without script it leads to the page.
    const open = (isOpen) => {
      form.classList.toggle("is-open", isOpen);
      link.setAttribute("aria-expanded", String(isOpen));
      (isOpen ? input : link).focus();
    };
    link.setAttribute("role", "button");
    link.setAttribute("aria-expanded", "false");
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      open(true);
    });
    link.addEventListener("keydown", (event) => {
      if (event.key !== " ") return; // as of a button
      event.preventDefault();
      open(true);
    });
    input.addEventListener("keydown", (event) => {
      const isClosed = input.getAttribute("aria-expanded") !== "true";
      if (event.key === "Escape" && isClosed && form.classList.contains("is-open")) open(false);
    });
  }
}

/* 9. Markdown */

for (const link of document.querySelectorAll("[data-copy-page]")) {
  link.addEventListener("click", async (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || !navigator.clipboard) return;
    event.preventDefault();
    try {
      await (await import(link.dataset.copyPage)).copyPage(link);
    } catch {
      location.assign(link.href); // where it can be read, and copied by hand
    }
  });
}
