"""Follow docs/adopting.md word by word: a site of another name, guide, page and app."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest
from django.conf import settings

PAGE = (Path(settings.BASE_DIR) / "docs/adopting.md").read_text(encoding="utf-8")
FILE = re.compile(r"In `our-guide/(.+?)`:\n\n((?:    .*\n|\n(?=    ))+)")
SETTING = re.compile(r"^    ([A-Z_]+)=(.*)$", re.MULTILINE)
COMMAND = re.compile(
    r"^    (msgfmt .*|var/venv/bin/python manage\.py check)$", re.MULTILINE
)
ASK = """
import django, json, sys
django.setup()
from django.test import Client
from django.contrib.staticfiles import finders
from careerguide.models import Site
Site.objects.create(pk=1, name="Bee Guide", accent="#806000")
pages = {path: Client().get(path).content.decode() for path in sys.argv[1:]}
for name in ("site.css", "paper.css"):
    with open(finders.find(f"careerguide/css/{name}")) as sheet:
        pages[name] = sheet.read()
print(json.dumps(pages))
"""
pytestmark = [pytest.mark.django_db, pytest.mark.one_database, pytest.mark.long]


@pytest.fixture(scope="module")
def site(tmp_path_factory, migrated_file):
    """Return a function that runs Python in the site that the page describes."""
    folder = tmp_path_factory.mktemp("adopted")
    files = dict(FILE.findall(PAGE))
    assert len(files) >= 5, "The page has other files than it had."
    for name, text in files.items():
        file = folder / "our-guide" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(dedent(text), encoding="utf-8")
    compile_words, check = COMMAND.findall(PAGE)
    assert check.endswith("manage.py check")
    if shutil.which("msgfmt"):
        where = folder / "our-guide"
        subprocess.run(compile_words.split(), cwd=where, check=True)
    found = SETTING.findall(PAGE)
    assert [*dict(found)] == ["SITE_DIR", "SEED", "SITE_APPS"]
    environ = dict(found)
    environ["SITE_DIR"] = environ["SITE_DIR"].replace("/srv", str(folder))
    database = folder / "guide.sqlite3"
    if migrated_file:
        shutil.copy(migrated_file, database)
    environ |= {
        "DATABASE_URL": f"sqlite:///{database}",
        "STATE_DIR": str(folder),
        "ENV_FILE": os.devnull,
        "DEBUG": "true",
        "SITE_URL": "http://127.0.0.1:8000",
        "ALLOWED_HOSTS": "testserver",
        "DJANGO_SETTINGS_MODULE": "careerguide.settings",
    }

    def run(*command):
        done = subprocess.run(
            [sys.executable, *command],
            cwd=settings.BASE_DIR,
            env={"PATH": os.environ["PATH"], **environ},
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    run("manage.py", "migrate", "--verbosity", "0")
    # As the page has it: the site begins empty, and grows by a piece at a time.
    seeds = [value for name, value in found if name == "SEED"]
    assert seeds == ["none", "beekeeper"]
    later = environ.pop("SITE_APPS")
    home = folder / "our-guide/templates/home.html"
    home.rename(home.with_suffix(".later"))
    for environ["SEED"] in seeds:
        run("manage.py", "seed")
    environ["SITE_APPS"] = later
    home.with_suffix(".later").rename(home)
    return run


@pytest.fixture(scope="module")
def pages(site):
    paths = ("/", "/events/", "/careers/", "/articles/a-year-with-bees/", "/privacy/")
    return json.loads(site("-c", ASK, *paths, "/about/"))


def test_is_called_as_its_settings_say(pages):
    assert "<title>Careers in words and numbers · Bee Guide</title>" in pages["/"]
    assert "/pages.css" in pages["/events/"]


def test_has_its_own_first_guide_and_none_of_ours(pages):
    assert "Beekeeper" in pages["/careers/"]
    assert "Machine Learning" not in pages["/"] + pages["/careers/"]
    assert "The hives wake up." in pages["/articles/a-year-with-bees/"]


def test_has_pages_about_the_site_but_ours_about_our_guide(pages):
    assert "Published by" in pages["/privacy/"]
    assert "Page not found" in pages["/about/"]


def test_takes_its_own_template_and_style(pages):
    assert 'Meet us at <a href="/events/">our events</a>.' in pages["/"]
    assert "No career has been" not in pages["/"] and "Beekeeper" in pages["/"]
    assert "font-size: 12pt" in pages["paper.css"]
    assert "--accent" in pages["site.css"]


def test_shows_the_pages_of_its_app(pages):
    assert "Every Saturday at ten" in pages["/events/"]
    assert "<title>Events · Bee Guide</title>" in pages["/events/"]


@pytest.mark.skipif(not shutil.which("msgfmt"), reason="GNU gettext is not here")
def test_says_words_of_its_own(pages):
    assert ">Bee questions</a>" in pages["/"]


def test_has_nothing_that_check_would_name(site):
    assert "our-guide" not in site("manage.py", "check")


def test_is_no_package_to_install(tmp_path):
    command = [sys.executable, "-m", "pip", "install", "--no-deps", "--target"]
    command += [str(tmp_path), "--no-build-isolation", str(settings.BASE_DIR)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode and "docs/adopting.md" in done.stdout + done.stderr
