"""Find the rules of WCAG 2.2 AA that a page breaks as it is drawn, by axe."""

import re

from axe_playwright_python.sync_playwright import Axe

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
ALL_RULES = [*WCAG, "best-practice"]
# Both widths, both schemes: no colour depends on the width, no size on the scheme.
LOOKS = {"light": 360, "dark": 1280}
# The script of Django's picker of groups names an icon that can have no name.
NOT_OURS = {"exclude": [".search-label-icon"]}
OPTIONS = {
    "resultTypes": ["violations"],
    # Or axe fetches our style sheets and inserts them again, which the CSP forbids.
    "preload": False,
    # A frame shows a public page; axe would wait for its answer in vain.
    "iframes": False,
}
SCRIPT = Axe().axe_script
# Buttons that stay in sight cover a part of some target, whichever one has scrolled to.
LIE_STILL = """document.querySelectorAll(".save-row").forEach(
  (row) => row.style.setProperty("position", "static"))"""
RUN = """async ([context, options]) =>
  (await axe.run(context ?? document, options)).violations"""


def violations(page, tags=WCAG, looks=LOOKS, context=NOT_OURS):
    """Each broken rule with the elements that break it, in each look of the page.

    `looks` are widths in CSS pixels by colour scheme, `context` is what of the page.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(SCRIPT)
    found = []
    for scheme, width in looks.items():
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 800})
        page.evaluate(LIE_STILL)
        page.evaluate("document.getAnimations().forEach((fading) => fading.finish())")
        broken = page.evaluate(RUN, [context, {**OPTIONS, "runOnly": tags}])
        found += [(f"{page.url} at {width} px, {scheme}", rule) for rule in broken]
    return [
        f"{where}: {rule['id']}, {rule['help']}: {node['html'][:200]} "
        + re.sub(r"\s+", " ", node.get("failureSummary", ""))
        for where, rule in found
        for node in rule["nodes"]
    ]
