"""Test what is done with Lighthouse's reports."""

import json

import pytest

from tools.lighthouse.audit import Audit, pages
from tools.lighthouse.install import HERE
from tools.make.problems import Problem


class TestLock:
    lock = json.loads((HERE / "package-lock.json").read_text())
    packages = {name: entry for name, entry in lock["packages"].items() if name}

    def test_each_is_exact_with_its_hash_and_no_host(self):
        assert len(self.packages) > 100
        for entry in self.packages.values():
            assert entry["integrity"].startswith("sha512-")
            assert "resolved" not in entry

    def test_what_asks_for_the_latest_is_pinned(self):
        """npm refuses a lock whose `latest` has become another version since."""
        asked = {
            name
            for entry in self.packages.values()
            for name, version in entry.get("dependencies", {}).items()
            if version == "latest"
        }
        assert (
            asked <= json.loads((HERE / "package.json").read_text())["overrides"].keys()
        )


class TestAudit:
    perfect = {
        "url": "http://127.0.0.1:8000/faq/",
        "scores": {"accessibility": 100, "best-practices": 100, "seo": 100},
        **{"losses": [], "paint": 5000, "shift": 0, "shifted": []},
        "requests": ["http://127.0.0.1:8000/faq/", "data:image/png;base64,"],
    }

    def test_speed_is_told_and_not_judged(self):
        assert list(Audit(**self.perfect).shortfalls()) == []

    @pytest.mark.parametrize(
        ("change", "shortfall"),
        [
            (
                {"scores": {"accessibility": 99, "best-practices": 100, "seo": 100}},
                "99",
            ),
            (
                {"scores": {"accessibility": 100, "best-practices": None, "seo": 0}},
                "None",
            ),
            ({"shift": 0.002, "shifted": ["main > p"]}, "main > p"),
            ({"requests": ["https://cdn.example/a.js"]}, "cdn.example"),
        ],
    )
    def test_everything_else_is(self, change, shortfall):
        (sentence,) = Audit(**self.perfect | change).shortfalls()
        assert shortfall in sentence


def test_a_site_without_a_guide_is_told():
    with pytest.raises(Problem, match="load the guide"):
        pages("<loc>http://127.0.0.1:8000/</loc>")
