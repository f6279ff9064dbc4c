/* Copy the Markdown that a link leads to, and say in its place that it is done. */

const SECONDS = 4;

/* The text is asked for inside the write: Safari allows no other order. */
async function write(text) {
  if (typeof ClipboardItem === "undefined") return navigator.clipboard.writeText(await text);
  const blob = text.then((words) => new Blob([words], { type: "text/plain" }));
  return navigator.clipboard.write([new ClipboardItem({ "text/plain": blob })]);
}

async function read(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(answer.statusText);
  return answer.text();
}

export async function copyPage(link) {
  await write(read(link.href));
  const words = link.textContent;
  if (words === link.dataset.done) return;
  link.textContent = link.dataset.done;
  setTimeout(() => (link.textContent = words), SECONDS * 1000);
}
