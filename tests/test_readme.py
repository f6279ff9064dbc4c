"""Test that what the README claims is so."""

import re
import subprocess
from pathlib import Path

import pytest

from tests.each import each

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_is_short_enough_to_be_read():
    assert len(README.splitlines()) <= 60


@pytest.mark.parametrize("word", sorted(set(re.findall(r"\bmake (\w+)\b", README))))
def test_its_words_are_on_the_menu(word):
    menu = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True)
    assert f"make {word} " in menu.stdout


@each("folder", re.findall(r"^    (\w[\w/]*)/ ", README, re.M))
def test_its_map_shows_folders_that_are_there(folder):
    assert (ROOT / folder).is_dir()


@pytest.mark.parametrize("picture", re.findall(r"!\[[^\]]+\]\(([^)]+)\)", README))
def test_its_pictures_are_there(picture):
    assert (ROOT / picture).is_file()


@pytest.mark.parametrize("path", re.findall(r"`(\.env\.example|var/)`", README))
def test_files_it_names_are_known(path):
    known = (ROOT / ".gitignore").read_text() + str(list(ROOT.glob(".*")))
    assert path in known
