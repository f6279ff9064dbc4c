"""Test that there is one version number, and a changelog that knows it."""

import re
from pathlib import Path

import careerguide

ROOT = Path(__file__).resolve().parent.parent.parent
CHANGELOG = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_stands_in_one_place():
    assert re.fullmatch(r"\d+\.\d+\.\d+(\.dev0)?", careerguide.__version__)
    written = [
        path
        for folder in ("careerguide", "articles", "faq", "statistics", "tools")
        for path in (ROOT / folder).rglob("*")
        if path.suffix == ".py" and "__version__ = " in path.read_text(encoding="utf-8")
    ]
    assert written == [ROOT / "careerguide" / "__init__.py"]


def test_changelog_begins_with_what_is_next():
    """A version under development is Unreleased; a released one has its heading."""
    headings = re.findall(r"^## (.+)$", CHANGELOG, re.M)
    if careerguide.__version__.endswith(".dev0"):
        assert headings[0] == "Unreleased"
        assert careerguide.__version__.removesuffix(".dev0") not in str(headings)
    else:
        assert headings[0].split()[0] == careerguide.__version__
