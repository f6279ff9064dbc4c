/* Marks in a list of contents the part that the reader is in. */

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
