/* The box in which a cell is typed. Enter and Tab keep the text and go on, Escape
   leaves the cell as it was, Alt+Enter makes a new line. */

const STEPS = {
  Enter: { row: 1, column: 0 },
  Tab: { row: 0, column: 1 },
};

export function cellEditor({ take, written, done, opened, closed }) {
  return (cell, onRendered, success, cancel) => {
    const box = document.createElement("textarea");
    const stored = cell.getValue() ?? "";
    const before = written(cell);
    let finished = false;
    box.rows = 1;
    box.className = "grid-editor";
    box.setAttribute("aria-label", cell.getColumn().getDefinition().title);
    box.value = take() ?? before;

    const finish = (step) => {
      if (finished) return;
      finished = true;
      const text = box.value === before ? stored : box.value;
      success(text);
      closed();
      done(cell, text, step);
    };
    const stop = () => {
      if (finished) return;
      finished = true;
      cancel();
      closed();
    };

    box.addEventListener("keydown", (event) => {
      event.stopPropagation();
      if (event.isComposing) return;
      if (event.key === "Escape") {
        event.preventDefault();
        stop();
      } else if (event.key in STEPS && !event.altKey) {
        event.preventDefault();
        const { row, column } = STEPS[event.key];
        const back = event.shiftKey ? -1 : 1;
        finish({ row: row * back, column: column * back });
      } else if (event.key === "Enter") {
        event.preventDefault();
        box.setRangeText("\n", box.selectionStart, box.selectionEnd, "end");
      }
    });
    box.addEventListener("blur", () => finish());
    for (const name of ["mousedown", "paste", "copy", "cut"]) {
      box.addEventListener(name, (event) => event.stopPropagation());
    }
    opened();
    onRendered(() => {
      box.focus({ preventScroll: true });
      box.setSelectionRange(box.value.length, box.value.length);
    });
    return box;
  };
}
