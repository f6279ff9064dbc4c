/* A title that names numbers: Django makes the address of what is typed, and it should
   be made of what readers see. */

export function startTitle(form) {
  const { title, slug } = form.elements;
  const $ = globalThis.django?.jQuery;
  let isOurs = false; // the address follows the title, as nobody has typed another

  // Before Django listens to the keys of it.
  title?.addEventListener("input", () => {
    const address = $ && slug?.type === "text" ? $(slug) : null;
    const names = title.value.includes("[[");
    // Django says so of an address that somebody has typed.
    if (!address?.data || address.data("_changed") === undefined) return;
    if (!isOurs && address.data("_changed")) return;
    isOurs = names;
    address.data("_changed", names);
  });
  slug?.addEventListener("change", () => (isOurs = false));

  return (answer) => {
    if (isOurs && answer.slug) slug.value = answer.slug;
  };
}
