/* A frame with a page of the site in it: how wide, how dark, and never leaving it. */

const PHONE = 360;

/* `desktop` is how wide a desktop is in pixels, made smaller to fit, and a phone where
   that would be too small to read; without it, as wide as there is room. */
export function wireFrame(root, desktop) {
  const stage = root.querySelector(".preview-stage");
  const frame = stage.querySelector("iframe");
  const widths = [...root.querySelectorAll("[data-width]")];
  const darkness = root.querySelector("[data-dark]");
  let width = null;
  let dark = matchMedia("(prefers-color-scheme: dark)").matches;

  function fit() {
    const room = stage.clientWidth;
    if (!room) return; // closed
    if (!width) return choose(desktop > 2 * room ? "phone" : "desktop");
    const wanted = width === "phone" ? PHONE : desktop || room;
    const scale = Math.min(1, room / wanted);
    frame.style.width = `${wanted}px`;
    frame.style.height = `${stage.clientHeight / scale}px`;
    frame.style.transform = scale < 1 ? `scale(${scale})` : "";
  }

  function paint() {
    darkness.setAttribute("aria-pressed", String(dark));
    const page = frame.contentDocument?.documentElement;
    if (page) page.style.colorScheme = dark ? "dark" : "light";
  }

  function choose(name) {
    width = name;
    for (const button of widths)
      button.setAttribute("aria-pressed", String(button.dataset.width === name));
    fit();
  }

  // A link would lead away from the draft; one to a place in the page works.
  function stay(event) {
    const link = event.target.closest("a, area");
    if (!link) return;
    event.preventDefault();
    const [start, id] = (link.getAttribute("href") || "").split("#");
    if (start || !id) return;
    frame.contentDocument.getElementById(decodeURIComponent(id))?.scrollIntoView();
  }

  function arrive() {
    const page = frame.contentDocument;
    if (!page) return;
    page.addEventListener("click", stay);
    page.addEventListener("submit", (event) => event.preventDefault());
    // CSS does not tell when a frame itself has the focus, as for scrolling with keys.
    for (const [name, has] of [["focus", true], ["blur", false]])
      frame.contentWindow.addEventListener(name, () =>
        stage.classList.toggle("has-focus", has),
      );
    paint();
  }

  for (const button of widths)
    button.addEventListener("click", () => choose(button.dataset.width));
  darkness.addEventListener("click", () => {
    dark = !dark;
    paint();
  });
  frame.addEventListener("load", arrive);
  new ResizeObserver(fit).observe(stage);
  root.querySelector(".preview-tools").hidden = false;
  arrive();
  return frame;
}
