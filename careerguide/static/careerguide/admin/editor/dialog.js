/* Dialogs stand at the end of the body, as the page's form cannot hold their forms. */

export function findDialog(editor, name) {
  const there = document.querySelector(`body > dialog[data-dialog=${name}]`);
  if (there) return there;
  const template = editor.querySelector("template").content;
  const dialog = template.querySelector(`[data-dialog=${name}]`).cloneNode(true);
  dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());
  document.body.append(dialog);
  return dialog;
}

/* Opens the dialog until `confirm` gives the Markdown to insert, or it is closed. A
   sentence that `confirm` throws is shown, and everything chosen stays as it was. */
export function ask(dialog, confirm) {
  const form = dialog.querySelector("form");
  const message = dialog.querySelector(".editor-dialog-message");
  const button = form.querySelector("[type=submit]");
  const closed = new AbortController();
  message.textContent = "";
  dialog.returnValue = "";

  return new Promise((resolve) => {
    let result = null;
    let isBusy = false;
    // Not `disabled`, which would take the focus away from who pressed it by keyboard.
    const setBusy = (busy) => {
      isBusy = busy;
      button.setAttribute("aria-disabled", String(busy));
    };
    form.onsubmit = async (event) => {
      event.preventDefault();
      if (isBusy) return;
      setBusy(true);
      message.textContent = "";
      try {
        result = await confirm(closed.signal);
        dialog.close();
      } catch (problem) {
        if (problem.name !== "AbortError") message.textContent = problem.message;
      } finally {
        setBusy(false);
      }
    };
    dialog.addEventListener(
      "close",
      () => {
        closed.abort();
        resolve(result);
      },
      { once: true },
    );
    dialog.showModal();
  });
}
