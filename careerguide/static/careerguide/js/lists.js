/* What works without script, done while typing: finding figures and questions by their
   words. And all answers at once, which only script can do. */

const plain = (text) =>
  text.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase();

/* --- Find while typing ----------------------------------------------------------- */

const input = document.querySelector("[data-filter]");
// A list of several pages, or one already searched, is for the server to look through.
if (input?.dataset.filter && !input.value && !document.querySelector(".pagination")) {
  const status = document.querySelector("[data-filter-status]");
  const items = [...document.querySelectorAll(`main ${input.dataset.filter}`)];
  const texts = new Map(
    items.map((item) => {
      const topic = item.closest(".found-in")?.querySelector(".minor-heading");
      return [item, plain(`${item.textContent} ${topic?.textContent ?? ""}`)];
    }),
  );
  input.addEventListener("input", () => {
    const words = plain(input.value).split(/\s+/).filter(Boolean);
    let found = 0;
    for (const [item, text] of texts) {
      item.hidden = !words.every((word) => text.includes(word));
      found += !item.hidden;
    }
    for (const section of document.querySelectorAll(".found-in")) {
      section.hidden = !section.querySelector(`${input.dataset.filter}:not([hidden])`);
    }
    status.textContent = "";
    if (words.length) {
      status.textContent = found ? `${found} / ${items.length}` : status.dataset.none;
    }
  });
}

/* --- All answers ----------------------------------------------------------------- */

for (const button of document.querySelectorAll("[data-open-all]")) {
  const answers = [...button.closest("section").querySelectorAll("details")];
  const open = button.textContent;
  const isOpen = () => answers.every((answer) => answer.open);
  const name = () => (button.textContent = isOpen() ? button.dataset.close : open);
  button.hidden = false;
  button.addEventListener("click", () => {
    const opening = !isOpen();
    for (const answer of answers) answer.open = opening;
    name();
  });
  for (const answer of answers) answer.addEventListener("toggle", name);
}

/* --- The answer that the address names ------------------------------------------- */

// Browsers open it by themselves; this is for those that do not.
const reveal = () => {
  // Slugs are plain letters: nothing to decode, which a stray % would make fail.
  const answer = document.getElementById(location.hash.slice(1))?.closest("details");
  if (!answer || answer.open) return;
  answer.open = true;
  answer.scrollIntoView();
};
addEventListener("hashchange", reveal);
reveal();
