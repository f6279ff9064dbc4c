"""Test that nothing that is being read moves when a script comes late."""

import pytest

pytestmark = pytest.mark.browser

KINDS = {
    "/": "home",
    "/faq/": "questions",
    "/statistics/": "statistics",
    "/careers/machine-learning-engineer/": "career",
    "/articles/what-a-machine-learning-engineer-does/": "article",
    "/statistics/machine-learning-engineer-salaries/": "table",
}
SHIFTS = """() => new Promise((resolve) => {
  const found = [];
  const observer = new PerformanceObserver((list) => {
    for (const { sources } of list.getEntries())
      for (const { node } of sources) found.push(node?.className || node?.nodeName);
  });
  observer.observe({ type: "layout-shift", buffered: true });
  setTimeout(resolve, 300, found);
})"""
HEIGHT = "document.documentElement.scrollHeight"
DRAWN = "() => performance.getEntriesByName('first-contentful-paint').length > 0"


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", KINDS, ids=KINDS.values())
def test_a_late_script_moves_nothing(new_page, path, width):
    page = new_page(viewport={"width": width, "height": 800})
    held = []
    page.route("**/static/**/*.js", lambda route: hold(route, held))
    page.goto(path, wait_until="load")
    page.wait_for_function(DRAWN)
    while not held:  # it is asked for a moment after the page is there
        page.wait_for_timeout(20)
    before = page.evaluate(HEIGHT)
    for route in held:
        route.continue_()
    page.get_by_role("button", name="Colours:").wait_for()
    assert page.evaluate(SHIFTS) == []
    # Nor what stands below, where somebody with a keyboard may be.
    assert page.evaluate(HEIGHT) == before


def hold(route, held):
    """The script that sets the colours comes before anything is drawn, by design."""
    if "/theme." in route.request.url:
        route.continue_()
    else:
        held.append(route)
