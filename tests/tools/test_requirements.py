"""Test the lists of requirements."""

import re

import pytest

from tools.make.venv import ROOT


def names(text):
    """The normalised names at the start of each line that has one."""
    found = re.findall(r"^([A-Za-z][\w.-]*)", text, flags=re.MULTILINE)
    return {re.sub(r"[-_.]+", "-", name).lower() for name in found}


@pytest.mark.parametrize("name", ["requirements", "requirements-dev"])
class TestRequirements:
    def test_everything_asked_for_is_compiled(self, name):
        asked = names((ROOT / f"{name}.in").read_text())
        assert asked <= names((ROOT / f"{name}.txt").read_text())

    def test_each_has_its_reason(self, name):
        lines = (ROOT / f"{name}.in").read_text().splitlines()
        asked = [line for line in lines if re.match("[A-Za-z]", line)]
        assert [line for line in asked if " # " not in line] == []

    def test_each_is_exact_with_hashes_and_no_index(self, name):
        text = (ROOT / f"{name}.txt").read_text()
        for entry in re.split(r"\n(?=[A-Za-z])", text)[1:]:
            assert re.match(r"[\w.-]+==[^ ]+ ", entry)
            assert "--hash=sha256:" in entry
        assert "index-url" not in text
        assert "://" not in text
