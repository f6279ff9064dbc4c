// Django's boxes for choosing a related item have no name for a screen reader: give
// each the label that stands beside it.

function nameChoosers() {
  for (const select of document.querySelectorAll("select.admin-autocomplete")) {
    const label = document.querySelector(`label[for="${select.id}"]`);
    const box = select.nextElementSibling;
    if (!label || !box?.classList.contains("select2")) continue;
    label.id ||= `${select.id}-label`;
    const chosen = box.querySelector(".select2-selection__rendered");
    box.querySelector("[role=combobox]")?.setAttribute("aria-labelledby", `${label.id} ${chosen.id}`);
    chosen.setAttribute("aria-labelledby", label.id);
    // Of a box for several the field to search in is a part of it.
    box.querySelector(".select2-search__field")?.setAttribute("aria-labelledby", label.id);
  }
}

// Django's own script makes the boxes when jQuery finds the page ready, which may be
// after it has loaded; jQuery calls us after it.
window.addEventListener("choosers-made", nameChoosers);
window.addEventListener("load", () => window.django?.jQuery?.(nameChoosers));
