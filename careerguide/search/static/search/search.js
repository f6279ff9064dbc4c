// Suggestions while typing: a combobox with a listbox, by the ARIA Authoring Practices.
// The form works without it; site.js loads it when somebody first comes to a field.

{
  const WAIT = 120; // ms without another key
  const MOST_CACHED = 100;

  // The style sheet of the list, which no page has before somebody types.
  const dressed = (href) =>
    new Promise((resolve) => {
      if (document.querySelector(`link[href="${href}"]`)) {
        resolve();
        return;
      }
      const link = document.createElement("link");
      link.rel = "stylesheet";
      link.href = href;
      link.onload = link.onerror = resolve;
      document.head.append(link);
    });

  const connect = (form, place) => {
    const input = form.querySelector("input[type=search]");
    const list = document.createElement("ul");
    const status = document.createElement("p");
    const cached = new Map();
    let options = [];
    let active = -1;
    let waiting;
    let asking;

    list.id = `suggestions-${place}`;
    list.className = "suggestions";
    list.hidden = true;
    list.setAttribute("role", "listbox");
    status.className = "visually-hidden";
    status.setAttribute("role", "status");
    for (const [name, value] of Object.entries({
      role: "combobox",
      "aria-autocomplete": "list",
      "aria-controls": list.id,
      "aria-expanded": "false",
    })) {
      input.setAttribute(name, value);
    }
    input.after(list);
    form.append(status);

    const mark = (place) => {
      options[active]?.removeAttribute("aria-selected");
      active = place;
      const option = options[active];
      if (!option) {
        input.removeAttribute("aria-activedescendant");
        return;
      }
      option.setAttribute("aria-selected", "true");
      option.scrollIntoView({ block: "nearest" });
      input.setAttribute("aria-activedescendant", option.id);
    };

    const close = () => {
      clearTimeout(waiting);
      asking?.abort();
      mark(-1);
      list.hidden = true;
      input.setAttribute("aria-expanded", "false");
    };

    const open = (option) => {
      close(); // or whoever comes back finds the list as it was left
      location.assign(option.dataset.url);
    };

    const line = (name, text) => {
      const part = document.createElement("span");
      part.className = name;
      part.dir = "auto";
      part.textContent = text;
      return part;
    };

    const show = ({ suggestions, label, told }) => {
      mark(-1);
      list.setAttribute("aria-label", label);
      options = suggestions.map(({ title, detail, url }, at) => {
        const option = document.createElement("li");
        option.id = `${list.id}-${at}`;
        option.dataset.url = url;
        option.setAttribute("role", "option");
        option.append(line("suggestion-title", title), line("suggestion-of", detail));
        return option;
      });
      list.replaceChildren(...options);
      list.hidden = !options.length;
      input.setAttribute("aria-expanded", String(!list.hidden));
      status.textContent = told;
    };

    const ask = async () => {
      const text = input.value.trim();
      if (text.length < 2) {
        close();
        status.textContent = "";
        return;
      }
      asking?.abort();
      asking = new AbortController();
      const { signal } = asking;
      try {
        if (!cached.has(text)) {
          const address = `${form.dataset.suggestions}?q=${encodeURIComponent(text)}`;
          const answer = await fetch(address, { signal });
          if (!answer.ok) throw new Error(answer.status);
          if (cached.size >= MOST_CACHED) cached.clear();
          const found = await answer.json();
          await dressed(found.styles);
          cached.set(text, found);
        }
        // Who went on to something else has no use for it.
        if (!signal.aborted && document.activeElement === input) show(cached.get(text));
      } catch {
        if (!signal.aborted) close();
      }
    };

    const soon = () => {
      clearTimeout(waiting);
      waiting = setTimeout(ask, WAIT);
    };

    input.addEventListener("input", soon);
    input.addEventListener("keydown", (event) => {
      if (event.isComposing || event.ctrlKey || event.metaKey) return;
      const { key } = event;
      if (key === "ArrowDown" || key === "ArrowUp") {
        event.preventDefault();
        if (list.hidden) {
          ask();
          return;
        }
        // The field itself is a stop between the last and the first.
        const stops = options.length + 1;
        mark(((active + 1 + (key === "ArrowDown" ? 1 : -1) + stops) % stops) - 1);
      } else if (key === "Enter" && !list.hidden && options[active]) {
        event.preventDefault();
        open(options[active]);
      } else if (key === "Escape") {
        if (!list.hidden) event.preventDefault();
        close(); // what was asked for does not open it again
      } else if (key === "Tab") {
        close();
      } else if (["ArrowLeft", "ArrowRight", "Home", "End"].includes(key)) {
        mark(-1);
      }
    });
    input.addEventListener("blur", close);
    // The field keeps the focus, or the list would be gone before the click.
    list.addEventListener("mousedown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) open(option);
    });
    form.addEventListener("submit", close);
    if (input.value && input.value !== input.defaultValue) soon(); // typed before this came
  };

  document.querySelectorAll("[data-search]").forEach(connect);
}
