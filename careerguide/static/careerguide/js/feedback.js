/* Sends feedback without leaving the page: the part that holds the form becomes the same
   part of the server's answer. What is typed in the other part stays. */

document.addEventListener("submit", async (event) => {
  const form = event.target;
  const part = form.closest(".feedback-part");
  if (!part) return;
  event.preventDefault();
  if (part.hasAttribute("aria-busy")) return;
  part.setAttribute("aria-busy", "true");
  form.querySelector(".feedback-error")?.remove();

  const body = new URLSearchParams(new FormData(form));
  const { name, value } = event.submitter ?? {};
  if (name) body.append(name, value);
  let next;
  try {
    const signal = AbortSignal.timeout?.(20_000);
    const answer = await fetch(form.action, { method: "POST", body, signal });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    next = page.querySelector(".feedback-part");
  } catch {
    // Offline, or no answer in time: as an answer that is none.
  }
  part.removeAttribute("aria-busy");

  if (next) {
    part.replaceWith(next);
    next.querySelector("[autofocus], [role=status]").focus();
  } else {
    const sentence = document.createElement("p");
    sentence.className = "feedback-error";
    sentence.setAttribute("role", "alert");
    sentence.textContent = part.closest("[data-failed]").dataset.failed;
    form.append(sentence);
  }
});
