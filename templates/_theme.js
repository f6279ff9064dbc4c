{
  let theme;
  try {
    theme = localStorage.getItem("theme");
  } catch {} // Storage is forbidden: the system decides.
  document.documentElement.dataset.theme = ["light", "dark"].includes(theme) ? theme : "auto";
}
