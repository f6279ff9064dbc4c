"""Parse docs/operating.md into what can be run: its blocks, and their stand-ins.

The blocks of shell are run in the order of the page. A word after `sh` says what one
needs: `root` a Debian of one's own, `network` a package index, `nginx` nginx,
`beside` a server that can be replaced while it serves, and `untried` what cannot be
run where this is written.
"""

import re
from collections import namedtuple
from pathlib import Path

from tools.make.venv import ROOT

PAGE = ROOT / "docs" / "operating.md"
STAND_INS = Path(__file__).resolve().parent / "stand_ins"
FENCE = re.compile(r"^```(\w*) ?(\w*)\n(.*?)^```$", re.M | re.S)
HEADING = re.compile(r"^## (.+)$", re.M)
# What belongs to a release; all else is of the project's own workshop.
RELEASED = (
    *("manage.py", "requirements.txt", "LICENSE", "README.md", "CHANGELOG.md"),
    *("careerguide", "articles", "faq", "statistics", "templates", "fixtures"),
    *("docs", "deploy"),
)

Block = namedtuple("Block", "topic needs text")


def blocks(page=None):
    """Yield the blocks of shell, in order, with the heading that they stand under."""
    page = PAGE.read_text(encoding="utf-8") if page is None else page
    headings = [(found.start(), found[1]) for found in HEADING.finditer(page)]
    for found in FENCE.finditer(page):
        language, needs, text = found.groups()
        if language == "sh":
            before = [name for start, name in headings if start < found.start()]
            yield Block(before[-1], needs, text)
