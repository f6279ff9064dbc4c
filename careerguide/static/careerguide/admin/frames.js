/* Frames that show a part of the site in the admin. */

/* In the theme that was chosen in the admin, which may not be the system's. */
export function followTheme(frame) {
  const { dataset } = document.documentElement;
  const apply = () => {
    const root = frame.contentDocument?.documentElement;
    if (root) root.dataset.theme = dataset.theme ?? "auto";
  };
  frame.addEventListener("load", apply);
  new MutationObserver(apply).observe(document.documentElement, {
    attributeFilter: ["data-theme"],
  });
  apply();
}

/* CSS does not tell when a frame itself has the focus, as for scrolling with keys; and
   browsers do not bring a frame into sight that Tab leads to below the window. */
export function showFocus(frame) {
  const toggle = (has) => {
    frame.classList.toggle("has-focus", has);
    if (has) frame.scrollIntoView({ block: "nearest" });
  };
  frame.addEventListener("load", () => {
    for (const [name, has] of [["focus", true], ["blur", false]])
      frame.contentWindow?.addEventListener(name, () => toggle(has));
  });
}

/* Links lead nowhere in there, and Tab would stop at each on the way to the next field. */
export function skipLinks(page) {
  for (const link of page.querySelectorAll("a, area, summary")) link.tabIndex = -1;
}
