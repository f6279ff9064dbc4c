// Tick all items of a list at once, or none; without this, each is ticked by itself.

for (const all of document.querySelectorAll("[data-ticks-all]")) {
  const boxes = [...all.form.querySelectorAll("input[name=item]")];
  const show = () => {
    const ticked = boxes.filter((box) => box.checked).length;
    all.checked = ticked === boxes.length;
    all.indeterminate = ticked > 0 && !all.checked;
  };
  all.addEventListener("change", () => {
    for (const box of boxes) box.checked = all.checked;
  });
  for (const box of boxes) box.addEventListener("change", show);
  all.closest("[hidden]").hidden = boxes.length === 0;
  show();
}
