/* Copies a link to share. Browsers allow that only to sites with a secure address;
   elsewhere the button stays away, and a click selects the link. */

for (const button of document.querySelectorAll("[data-copy]")) {
  const field = button.form.querySelector("input[readonly]");
  field.addEventListener("focus", () => field.select());
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(field.value);
      button.textContent = button.dataset.done;
    } catch {
      field.focus();
    }
  });
}
