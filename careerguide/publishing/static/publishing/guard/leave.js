/* Leaving with unsaved text asks first; sending twice sends once. */

const PATIENCE = 20_000; // milliseconds; then the sending was stopped, or went wrong

export function startLeaving(form, isUnsaved, sent = () => {}) {
  let timer = null;

  const settle = () => {
    clearTimeout(timer);
    timer = null;
    form.classList.remove("is-sending");
  };

  // At the window: after whatever may call it off.
  window.addEventListener("submit", (event) => {
    if (event.target !== form || event.defaultPrevented) return;
    // Into a preview: this page stays.
    if (event.submitter?.formTarget || form.getAttribute("target")) return;
    if (timer) {
      event.preventDefault();
      return;
    }
    timer = setTimeout(settle, PATIENCE);
    form.classList.add("is-sending");
    sent();
  });

  window.addEventListener("beforeunload", (event) => {
    if (!timer && isUnsaved()) event.preventDefault();
  });
  window.addEventListener("pageshow", settle); // by the back button

  return { isSending: () => timer !== null };
}
