/* Asks how far the reading is, and goes on to the review when it is over. */

const PAUSE = 700; // milliseconds
const box = document.querySelector(".import-progress");
const bar = box.querySelector("progress");
const said = box.querySelector("[role=status]");

async function ask() {
  try {
    const answer = await fetch(box.dataset.url, { headers: { Accept: "application/json" } });
    if (answer.redirected) return location.reload(); // signed out meanwhile
    const { percent, sentence, is_over: isOver } = await answer.json();
    bar.value = Math.max(bar.value, percent);
    if (said.textContent !== sentence) said.textContent = sentence;
    if (isOver) return location.reload();
  } catch {
    // The next time, perhaps.
  }
  return setTimeout(ask, PAUSE);
}

ask();
