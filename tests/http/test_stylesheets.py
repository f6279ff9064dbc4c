"""Test that a style sheet of parts is found, collected and served as one file."""

import os
import re
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.finders import get_finder
from django.contrib.staticfiles.management.commands import collectstatic
from django.core.exceptions import ImproperlyConfigured
from django.core.files.storage import FileSystemStorage
from django.core.management import call_command

from careerguide.http.stylesheets import JoiningFinder
from careerguide.server.collectstatic import fingerprint

SITE = "careerguide/css/site.css"


@pytest.fixture
def write(settings, tmp_path, monkeypatch):
    """Writes a static file of one of two apps: ``write("hive", "hive/a.css", "…")``."""
    settings.STATE_DIR = tmp_path / "var"
    settings.STATIC_ROOT = tmp_path / "collected"
    names = ("hive", "wax")
    for name in names:
        (tmp_path / name / "static").mkdir(parents=True)
    configs = [SimpleNamespace(name=name, path=tmp_path / name) for name in names]
    monkeypatch.setattr(apps, "get_app_configs", lambda: configs)

    def write(app, name, text):
        path = tmp_path / app / "static" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        return path

    get_finder.cache_clear()
    yield write
    get_finder.cache_clear()


def found(name):
    with open(finders.find(name), encoding="utf-8") as file:
        return file.read()


def collect():
    call_command(collectstatic.Command(), interactive=False, verbosity=0)


class TestJoining:
    def test_parts_stand_in_the_order_of_their_imports(self, write):
        write("hive", "hive/_b.css", "b {}\n")
        write("hive", "hive/_a.css", "a {}\n")
        write("hive", "hive/all.css", '/* All */\n@import "_b.css";\n@import "_a.css";')
        assert found("hive/all.css") == "/* All */\nb {}\na {}"

    def test_a_part_may_lie_in_another_app_and_have_parts(self, write):
        write("wax", "wax/_candle.css", '@import "_wick.css";\ncandle {}')
        write("wax", "wax/_wick.css", "wick {}")
        write("hive", "hive/css/all.css", '@import "../../wax/_candle.css";')
        assert found("hive/css/all.css") == "wick {}\ncandle {}"

    @pytest.mark.parametrize(
        ("written", "read"),
        [
            ("url(a.svg)", "url(../../wax/a.svg)"),
            ('url("../img/a.svg")', 'url("../../img/a.svg")'),
            ("url('/static/a.svg')", "url('/static/a.svg')"),
            ("url(data:image/png;base64,aa)", "url(data:image/png;base64,aa)"),
            ("url(#clip)", "url(#clip)"),
        ],
    )
    def test_addresses_lead_where_they_led(self, write, written, read):
        write("wax", "wax/_a.css", f"a {{ background: {written} }}")
        write("hive", "hive/css/all.css", '@import "../../wax/_a.css";')
        assert found("hive/css/all.css") == f"a {{ background: {read} }}"

    def test_part_that_is_missing_is_named(self, write):
        write("hive", "hive/all.css", '@import "_none.css";')
        with pytest.raises(ImproperlyConfigured, match="static/hive/_none.css"):
            finders.find("hive/all.css")

    def test_sheet_without_parts_is_its_own_file(self, write):
        path = write("hive", "hive/a.css", "a {}")
        assert finders.find("hive/a.css") == str(path)


class TestCollecting:
    def collected(self, settings):
        return sorted(
            path.relative_to(settings.STATIC_ROOT).as_posix()
            for path in settings.STATIC_ROOT.rglob("*")
            if path.is_file()
        )

    def test_whole_sheets_are_collected_and_no_parts(self, write, settings):
        write("wax", "wax/_a.css", "a {}")
        write("hive", "hive/all.css", '@import "../wax/_a.css";')
        write("hive", "hive/_not_a_sheet.js", "1")
        collect()
        assert self.collected(settings) == ["hive/_not_a_sheet.js", "hive/all.css"]
        assert (settings.STATIC_ROOT / "hive/all.css").read_text() == "a {}"

    def test_change_of_a_part_alone_is_seen_and_collected(self, write, settings):
        part = write("wax", "wax/_a.css", "a {}")
        sheet = write("hive", "hive/all.css", '@import "../wax/_a.css";')
        os.utime(sheet, (1, 1))
        collect()
        before = fingerprint()
        os.utime(settings.STATIC_ROOT / "hive/all.css", (2, 2))
        part.write_text("b {}")
        assert fingerprint() != before
        collect()
        assert (settings.STATIC_ROOT / "hive/all.css").read_text() == "b {}"

    def test_what_did_not_change_is_not_written_again(self, write):
        write("wax", "wax/_a.css", "a {}")
        write("hive", "hive/all.css", '@import "../wax/_a.css";')
        os.utime(path := finders.find("hive/all.css"), (1, 1))
        finders.find("hive/all.css")
        assert os.stat(path).st_mtime == 1


class TestOurs:
    def test_every_part_is_of_a_sheet(self):
        """A part that no sheet imports would be read by nobody."""
        imported, parts = set(), set()
        for storage in JoiningFinder().storages.values():
            files = FileSystemStorage(storage.location)
            for folder, _folders, names in os.walk(files.location):
                for name in names:
                    path = os.path.join(folder, name)
                    if name.endswith(".css"):
                        with open(path, encoding="utf-8") as file:
                            imported |= {
                                one.rpartition("/")[2]
                                for one in re.findall(r'@import "(.+?)"', file.read())
                            }
                    if name.startswith("_") and name.endswith(".css"):
                        parts.add(name)
        assert parts == imported

    def test_readers_get_one_file(self):
        assert "@import" not in found(SITE)
        assert ".ranking" in found(SITE) and ".feedback" in found(SITE)
