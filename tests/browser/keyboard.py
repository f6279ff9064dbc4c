"""Read with the keyboard alone: where Tab goes, and whether the focus is visible."""

# What Tab must reach, in this order; a closed <details> shows its summary only.
MARK_STOPS = """() => {
  const all = document.querySelectorAll(
    "a[href], button:enabled, input:enabled:not([type=hidden]), select:enabled, " +
    "textarea:enabled, summary, [tabindex='0']");
  const seen = [...all].filter((e) => e.checkVisibility({ visibilityProperty: true }));
  seen.forEach((e, number) => (e.dataset.stop = number));
  return seen.length;
}"""
FOCUSED = """() => {
  let e = document.activeElement;
  // In a frame, what has the focus in there; or else the frame, which must show it.
  const inner = e?.contentDocument?.activeElement;
  if (inner && inner !== e.contentDocument.body) e = inner;
  if (!e || e === document.body) return null;
  const view = e.ownerDocument.defaultView;
  const style = view.getComputedStyle(e);
  const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  const box = e.getBoundingClientRect();
  // Of something tall, as a text to edit, a part of it in the window is enough.
  const seen = (start, end, length) =>
    Math.min(end, length) - Math.max(start, 0) >= Math.min(24, (end - start) / 2);
  const inside =
    seen(box.left, box.right, view.innerWidth) &&
    seen(box.top, box.bottom, view.innerHeight);
  return { what: e.outerHTML.slice(0, 150), stop: e.dataset.stop ?? null,
           visible: outlined && inside && box.width > 0 && box.height > 0 };
}"""


def press_tab(page):
    """Go one stop on, see that the focus can be seen, and say where it is."""
    page.keyboard.press("Tab")
    focused = page.evaluate(FOCUSED)
    if focused:
        assert focused["visible"], f"The focus is not to be seen on {focused['what']}"
    return focused


def tab_to(page, locator, at_most=400):
    """Press Tab until this element has the focus, once around the page and more."""
    for _ in range(at_most):
        press_tab(page)
        if locator.evaluate("(e) => e === document.activeElement"):
            return
    raise AssertionError(f"Tab did not reach {locator} on {page.url}")


def follow(page, locator):
    """Go to a link by Tab and open it by Enter."""
    tab_to(page, locator)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def stops(page):
    """The numbers of the stops that Tab visits, and how many there should be."""
    expected = page.evaluate(MARK_STOPS)
    visited = []
    while focused := press_tab(page):
        # A box that scrolls is a stop of the browser's own.
        if focused["stop"] is not None:
            if int(focused["stop"]) in visited:
                break
            visited.append(int(focused["stop"]))
    return visited, expected
