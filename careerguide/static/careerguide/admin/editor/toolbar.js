/* One stop for the Tab key; the arrow keys go from button to button. */

export function startToolbar(editor, actions) {
  const toolbar = editor.querySelector("[role=toolbar]");
  const buttons = [...toolbar.querySelectorAll("button")];

  const makeCurrent = (current) => {
    for (const button of buttons) button.tabIndex = button === current ? 0 : -1;
  };

  for (const button of buttons) {
    button.addEventListener("click", () => {
      makeCurrent(button);
      actions[button.dataset.tool](button);
    });
  }

  toolbar.addEventListener("keydown", (event) => {
    const last = buttons.length - 1;
    const at = buttons.indexOf(document.activeElement);
    const next = {
      ArrowRight: at === last ? 0 : at + 1,
      ArrowLeft: at === 0 ? last : at - 1,
      Home: 0,
      End: last,
    }[event.key];
    if (at < 0 || next === undefined) return;
    event.preventDefault();
    makeCurrent(buttons[next]);
    buttons[next].focus();
  });

  makeCurrent(buttons[0]);
  toolbar.hidden = false;
}
