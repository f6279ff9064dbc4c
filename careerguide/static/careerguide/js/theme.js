/* Light, dark, or as the system: set before anything is drawn, so that nothing flashes.
   The choice stays in this browser, under the name that the admin uses, too. */
{
  const THEMES = ["auto", "light", "dark"];
  const root = document.documentElement;
  const stored = () => {
    try {
      return localStorage.getItem("theme");
    } catch {
      return null; // Storage is forbidden: the system decides.
    }
  };
  const apply = (theme) => (root.dataset.theme = THEMES.includes(theme) ? theme : "auto");
  apply(stored());

  document.addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector(".theme-button");
    if (!button) return;
    const name = () => button.setAttribute("aria-label", button.dataset[root.dataset.theme]);
    button.addEventListener("click", () => {
      const next = THEMES[(THEMES.indexOf(root.dataset.theme) + 1) % THEMES.length];
      apply(next);
      try {
        localStorage.setItem("theme", next);
      } catch {
        // It holds for this page, at least.
      }
      name();
    });
    window.addEventListener("storage", (event) => {
      if (event.key !== "theme") return;
      apply(event.newValue);
      name();
    });
    name();
    button.hidden = false;
  });
}
