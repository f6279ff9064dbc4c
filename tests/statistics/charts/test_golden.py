"""Test the HTML of each chart form against files that are read in review.

`UPDATE_GOLDEN=1 pytest tests/statistics/charts` writes them anew.
"""

import os
from pathlib import Path

from statistics.charts import chart_html
from tests.each import each

from .figures import GOLDEN

FOLDER = Path(__file__).parent / "golden"


def pretty(html):
    """A tag a line, so that a difference names the place."""
    return html.replace("><", ">\n<") + "\n"


@each("name", GOLDEN)
def test_is_drawn_as_reviewed(name):
    html = pretty(chart_html(*GOLDEN[name]))
    path = FOLDER / f"{name}.html"
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(html, encoding="utf-8")
    assert html == path.read_text(encoding="utf-8")
