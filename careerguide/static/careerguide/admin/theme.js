/* A frame that shows a page of the site follows the theme that was chosen in the admin,
   which may not be the system's. */

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
