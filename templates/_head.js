{
  let theme;
  try {
    theme = localStorage.getItem("theme");
  } catch {} {# Storage is forbidden: the system decides. #}
  document.documentElement.dataset.theme = ["light", "dark"].includes(theme) ? theme : "auto";

  {# The rest comes once the page is there to be read, and its first picture drawn. #}
  const rest = document.createElement("script");
  rest.src = document.currentScript.dataset.rest;
  addEventListener("load", () => setTimeout(() => document.head.append(rest), 200));
}
