/* One stop for the Tab key; the arrow keys go from button to button. A button that opens
   a group shows it beside itself, and whatever is done next closes it. */

export function startToolbar(editor, actions) {
  const toolbar = editor.querySelector("[role=toolbar]");
  const buttons = [...toolbar.querySelectorAll("button")];
  const openers = buttons.filter((button) => button.dataset.opens);

  const makeCurrent = (current) => {
    for (const button of buttons) button.tabIndex = button === current ? 0 : -1;
  };

  const groupOf = (opener) =>
    toolbar.querySelector(`[data-group="${opener.dataset.opens}"]`);

  const open = (opener, isOpen) => {
    opener.setAttribute("aria-expanded", isOpen);
    groupOf(opener).hidden = !isOpen;
  };

  // Returns the opener of a group that was open: the focus may have been in it.
  const closeGroups = () => {
    const opener = openers.find((button) => !groupOf(button).hidden);
    if (opener) {
      open(opener, false);
      makeCurrent(opener);
    }
    return opener;
  };

  const toggle = (opener) => {
    if (closeGroups() === opener) return;
    open(opener, true);
    const first = groupOf(opener).querySelector("button");
    makeCurrent(first);
    first.focus();
  };

  for (const button of buttons) {
    button.addEventListener("click", () => {
      if (button.dataset.opens) return toggle(button);
      makeCurrent(button);
      closeGroups();
      actions[button.dataset.tool](button);
    });
  }

  toolbar.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      const opener = closeGroups();
      if (opener) event.preventDefault();
      opener?.focus();
      return;
    }
    const shown = buttons.filter((button) => !button.closest("[hidden]"));
    const last = shown.length - 1;
    const at = shown.indexOf(document.activeElement);
    const next = {
      ArrowRight: at === last ? 0 : at + 1,
      ArrowLeft: at === 0 ? last : at - 1,
      Home: 0,
      End: last,
    }[event.key];
    if (at < 0 || next === undefined) return;
    event.preventDefault();
    makeCurrent(shown[next]);
    shown[next].focus();
  });

  makeCurrent(buttons[0]);
  toolbar.hidden = false;
}
