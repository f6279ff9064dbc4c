"""Test what is said of translations, and that those we ship are complete."""

import ast
import io
import re
from io import StringIO

import pytest
from babel.messages.extract import extract
from django.conf import settings
from django.core.management import CommandError, call_command
from django.utils.translation.template import templatize

from careerguide.languages.po_files import (
    OTHER_PLACEHOLDERS,
    OTHER_STEPS,
    UNSURE,
    UNTRANSLATED,
    is_compiled,
    left_to_translate,
    messages,
)
from tests.each import each

ROOT = settings.BASE_DIR
SHIPPED = sorted((ROOT / "locale").glob("*/LC_MESSAGES/*.po"))
APPS = ("articles", "careerguide", "faq", "statistics")
KEYWORDS = {"_": None, "gettext_noop": None}
for lazy in ("", "_lazy"):
    KEYWORDS |= {f"gettext{lazy}": None, f"ngettext{lazy}": (1, 2)}
    KEYWORDS |= {f"pgettext{lazy}": ((1, "c"), 2)}
    KEYWORDS |= {f"npgettext{lazy}": ((1, "c"), 2, 3)}
HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
HEAD += '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
STEPS = 'msgctxt "steps of a scale; their words, separated by commas"\n'
PROBLEMS = {
    'msgid "Read"\nmsgstr ""\n': UNTRANSLATED,
    '#, fuzzy\nmsgid "Read"\nmsgstr "Lesen"\n': UNSURE,
    'msgid "%(a)s"\nmsgstr "%(b)s"\n': OTHER_PLACEHOLDERS,
    'msgid "{n} of them"\nmsgstr "alle"\n': OTHER_PLACEHOLDERS,
    'msgid "%d is"\nmsgid_plural "%d are"\nmsgstr[0] "eines"\nmsgstr[1] "alle"\n': (
        OTHER_PLACEHOLDERS
    ),
    STEPS + 'msgid "low; high"\nmsgstr "niedrig, hoch"\n': OTHER_STEPS,
}
FINE = 'msgid "%d is"\nmsgid_plural "%d are"\nmsgstr[0] "eines"\nmsgstr[1] "%d"\n'
FINE += STEPS + 'msgid "low; high"\nmsgstr "niedrig; hoch"\n'


@pytest.fixture
def catalogue(settings, tmp_path):
    """Write a German catalogue of this text."""
    settings.LOCALE_PATHS = [tmp_path]
    path = tmp_path / "de/LC_MESSAGES/django.po"
    path.parent.mkdir(parents=True)

    def write(text):
        path.write_text(HEAD + text)
        return path

    return write


@each("text", PROBLEMS)
def test_what_is_left_has_a_reason(tmp_path, text):
    path = tmp_path / "django.po"
    path.write_text(HEAD + text)
    assert [one.problem for one in left_to_translate(path)] == [PROBLEMS[text]]


def test_a_singular_may_do_without_its_number(catalogue):
    assert left_to_translate(catalogue(FINE)) == []


def test_command_counts_and_names_what_is_left(catalogue):
    catalogue('#: faq/models.py\nmsgid "Read"\nmsgstr ""\n\n' + FINE)
    call_command("untranslated", stdout=(told := StringIO()))
    assert told.getvalue().splitlines() == [
        "de: 3 texts, 1 not translated.",
        "  faq/models.py: not translated: Read",
    ]


def test_command_says_that_all_is_translated(catalogue):
    catalogue(FINE)
    call_command("untranslated", "de", stdout=(told := StringIO()))
    assert told.getvalue() == "de: 2 texts, all translated.\n"
    with pytest.raises(CommandError, match="no catalogue of fr"):
        call_command("untranslated", "fr")


class TestShippedCatalogues:
    def test_german_is_there(self):
        assert {path.parts[-3] for path in SHIPPED} >= {"de"}

    @pytest.mark.parametrize("path", SHIPPED, ids=lambda p: f"{p.parts[-3]}-{p.stem}")
    def test_leave_nothing_to_translate(self, path):
        """After a text was changed: `make messages`, then translate what it lists."""
        assert left_to_translate(path) == []

    @pytest.mark.parametrize("path", SHIPPED, ids=lambda p: f"{p.parts[-3]}-{p.stem}")
    def test_are_compiled(self, path):
        assert is_compiled(path), "make messages"

    def test_have_every_text_of_the_site(self):
        known = {
            text
            for path in SHIPPED
            for message in messages(path)
            for text in ([message.id] if isinstance(message.id, str) else message.id)
        }
        texts = {*_texts_of_the_site()}
        assert len(texts) > 2_000
        lacking = {text for text in texts if text not in known}
        assert sorted(lacking) == [], "make messages, then translate"

    def test_no_text_stands_within_an_f_string(self):
        """Where gettext finds none, so that nobody would translate it."""
        found = [
            f"{path.relative_to(ROOT)}:{call.lineno}"
            for app in APPS
            for path in (ROOT / app).rglob("*.py")
            for string in ast.walk(ast.parse(path.read_bytes()))
            if isinstance(string, ast.JoinedStr)
            for call in ast.walk(string)
            if isinstance(call, ast.Call) and getattr(call.func, "id", "") in KEYWORDS
        ]
        assert found == []


def _texts_of_the_site():
    """The texts of the code and templates, without gettext: not those of scripts."""
    for app in APPS:
        for path in (ROOT / app).rglob("*.py"):
            yield from _texts(path.read_bytes())
    for folder in ("templates", *APPS):
        for suffix in ("html", "txt"):
            for path in (ROOT / folder).rglob(f"*.{suffix}"):
                if "vendor" not in path.parts and "node_modules" not in path.parts:
                    source = templatize(path.read_text(), origin=str(path))
                    yield from _texts(re.sub(r"\bu'", "'", source).encode())


def _texts(source):
    for _line, text, _comments, _context in extract(
        "python", io.BytesIO(source), keywords=KEYWORDS
    ):
        texts = text if isinstance(text, tuple) else (text,)
        yield from (one for one in texts if one)
