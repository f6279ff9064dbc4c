"""Test SITE_DIR, SITE_APPS and SEED: what they take, and the sentences of a bad one."""

import os
import sys

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command

from careerguide.env_values import guides
from careerguide.http.site_folder_checks import site_folder_is_read
from careerguide.models import Career, Page, SeededGuide
from careerguide.site_folder import own, site_apps, site_folder
from tests.each import each

pytestmark = pytest.mark.one_database


class TestFolder:
    def test_is_none_by_default(self, tmp_path):
        assert site_folder("", tmp_path) is None and own(None, "templates") == []

    def test_is_found_from_the_checkout_on(self, tmp_path):
        (tmp_path / "ours" / "templates").mkdir(parents=True)
        folder = site_folder("ours", tmp_path)
        assert own(folder, "templates") == [tmp_path / "ours/templates"]
        assert own(folder, "static") == []

    def test_has_to_be_there(self, tmp_path):
        (tmp_path / "file").touch()
        for name, sentence in (("gone", "which is missing"), ("file", "is a file")):
            with pytest.raises(ImproperlyConfigured, match=sentence):
                site_folder(name, tmp_path)

    def test_has_to_be_readable(self, tmp_path, monkeypatch):
        (tmp_path / "templates").mkdir()
        monkeypatch.setattr(os, "access", lambda path, mode: path == tmp_path)
        with pytest.raises(ImproperlyConfigured, match="templates, of SITE_DIR"):
            site_folder(str(tmp_path), tmp_path)


class TestApps:
    @pytest.fixture(autouse=True)
    def _path(self, monkeypatch):
        monkeypatch.setattr("sys.path", [*sys.path])

    def test_lie_in_the_folder(self, tmp_path):
        (tmp_path / "own_app_of_tests").mkdir()
        names = [" own_app_of_tests ", "", "tests.glossary"]
        assert site_apps(names, tmp_path) == ["own_app_of_tests", "tests.glossary"]

    @pytest.mark.parametrize(
        ("code", "sentence"),
        [
            (None, "which is not there: put the folder app_of_{}"),
            (
                "import no_such_module_anywhere",
                "needs no_such_module_anywhere: install",
            ),
            ("1 / 0", "cannot be imported: ZeroDivisionError"),
            ("if", "cannot be imported: SyntaxError"),
        ],
        ids=["missing", "needs", "fails", "syntax"],
    )
    def test_have_to_be_importable(self, tmp_path, code, sentence, request):
        name = f"app_of_{request.node.callspec.id}"
        if code:
            (tmp_path / name).mkdir()
            (tmp_path / name / "__init__.py").write_text(code)
        with pytest.raises(ImproperlyConfigured) as raised:
            site_apps([name], tmp_path)
        assert sentence.format(request.node.callspec.id) in str(raised.value)

    def test_need_names_of_packages(self):
        with pytest.raises(ImproperlyConfigured, match="such as glossary"):
            site_apps(["../glossary"], None)


class TestCheck:
    def test_names_what_nothing_reads(self, settings, tmp_path):
        for name in ("template", "Static", "docs", "locale/de/LC_MESSAGES"):
            (tmp_path / name).mkdir(parents=True)
        (tmp_path / "locale/de/LC_MESSAGES/django.po").touch()
        settings.SITE_DIR, settings.SITE_APPS = tmp_path, []
        found = [f"{one.msg} {one.hint}" for one in site_folder_is_read(None)]
        assert len(found) == 3
        assert "call it static" in found[0] and "call it templates" in found[1]
        assert "django.po is not compiled" in found[2] and "msgfmt" in found[2]

    def test_says_nothing_without_a_folder(self):
        assert site_folder_is_read(None) == []


@pytest.mark.django_db
class TestSeed:
    GUIDE = "machine-learning-engineer"

    @each("text, names", [("all", None), ("none", []), ("a, b-c,", ["a", "b-c"])])
    def test_is_read(self, text, names):
        assert guides(text) == names

    def test_of_a_bad_name_is_a_sentence(self):
        with pytest.raises(ImproperlyConfigured, match="SEED holds 'a/b'"):
            guides("a/b")

    def test_none_has_the_pages_of_the_site_and_no_guide(self, settings):
        settings.SEED = []
        call_command("seed", verbosity=0)
        slugs = {*Page.objects.published().values_list("slug", flat=True)}
        assert slugs == {"privacy", "accessibility"}
        assert not Career.objects.exists()

    def test_none_holds_at_every_later_start(self, settings):
        settings.SEED = []
        call_command("seed", verbosity=0)
        settings.SEED = None
        call_command("seed", verbosity=0)
        assert not Career.objects.exists()
        assert SeededGuide.objects.get(name=self.GUIDE).seeded_at is None

    def test_that_was_left_out_is_loaded_by_its_name(self, settings):
        settings.SEED = []
        call_command("seed", verbosity=0)
        call_command("seed", self.GUIDE, verbosity=0)
        assert Career.objects.get().slug == self.GUIDE

    def test_that_editors_deleted_is_never_brought_back(self, settings, seeded):
        for seed in (None, [self.GUIDE]):
            settings.SEED = seed
            Page.objects.all().delete()
            call_command("seed", verbosity=0)
            assert not Page.objects.exists()

    def test_of_a_guide_that_is_not_there_is_a_sentence(self, settings):
        settings.SEED = ["beekeeper"]
        with pytest.raises(CommandError, match="no guide beekeeper"):
            call_command("seed", verbosity=0)
