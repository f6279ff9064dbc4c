"""Test that sites of any language tag have the nearest catalogue and formats.

What is leant on here is not documented by Django: `DjangoTranslation` and
`iter_format_modules` look catalogues and formats up.
"""

import os
import subprocess
import sys
from datetime import date, datetime

from django.conf import settings as site_settings
from django.utils import formats, translation
from django.utils.translation import gettext, trans_real

from careerguide.languages.calendar import django_format
from careerguide.languages.catalogues import NearestTranslation, nearest_formats
from careerguide.languages.dates import short_date, short_moment
from tests.each import each
from tests.test_translation import write_catalogue

DAY = date(2026, 11, 28)
MOMENT = datetime(2026, 11, 28, 15, 52)
LONG = {
    "en-gb": "28 November 2026",
    "en-us": "Nov. 28, 2026",
    "de-ch": "28. November 2026",
    "fr-ca": "28 novembre 2026",
    "nl-be": "28 november 2026",
    "mt": "28 ta’ Novembru 2026",
    "am": "28 ኖቬምበር 2026",
    "zh-hant-tw": "2026年11月28日",
}
SHORT = {
    "en-gb": "28 Nov 2026, 15:52",
    "en-us": "Nov 28, 2026, 3:52\u202fPM",
    "de-at": "28.11.2026, 15:52",
    "fr-be": "28 nov. 2026, 15:52",
    "zh-hant-tw": "2026年11月28日 下午3:52",
    "ar-eg": "٢٨\u200f/١١\u200f/٢٠٢٦، ٣:٥٢ م",
}


def test_django_asks_ours():
    assert trans_real.DjangoTranslation is NearestTranslation
    assert formats.iter_format_modules is nearest_formats


STARTED = """
import django
django.setup()
from django.core.management import call_command
from django.utils.translation import gettext, trans_real
call_command("check")
print(gettext("Home"), type(trans_real.translation(settings.LANGUAGE_CODE)).__name__)
"""


@each(
    ("tag", "home"),
    [("gsw", "Home"), ("zh-hant-tw", "首頁"), ("de-ch", "Start"), ("en-gb", "Home")],
)
def test_site_of_any_language_starts(tag, home, tmp_path):
    """In a process of its own, as Django translates before any app is ready."""
    code = f"from django.conf import settings\n{STARTED}"
    variables = {"LANGUAGE_CODE": tag, "STATE_DIR": str(tmp_path), "DEBUG": "true"}
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=site_settings.BASE_DIR,
        env=os.environ | variables | {"DJANGO_SETTINGS_MODULE": "careerguide.settings"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split()[-2:] == [home, "NearestTranslation"]


@each("tag", LONG)
def test_dates_follow_the_tag(tag):
    with translation.override(tag):
        assert formats.date_format(DAY) == LONG[tag]


@each("tag", SHORT)
def test_short_dates_follow_the_tag(tag):
    with translation.override(tag):
        assert short_moment(MOMENT) == SHORT[tag]
        assert short_moment(MOMENT).startswith(short_date(DAY))


def test_a_site_of_a_language_without_catalogue_speaks_english(settings):
    settings.LANGUAGE_CODE = "mt"
    with translation.override("mt"):
        assert gettext("Delete") == "Delete"
        assert gettext("Monday") == "It-Tnejn"


def test_words_of_a_country_come_before_those_of_its_language(settings, tmp_path):
    settings.LOCALE_PATHS = [tmp_path]
    write_catalogue(tmp_path / "de/LC_MESSAGES/django.mo", {"Delete": "Weg", "A": "a"})
    write_catalogue(tmp_path / "de_CH/LC_MESSAGES/django.mo", {"A": "ä"})
    with translation.override("de-ch"):
        assert [gettext(text) for text in ("A", "Delete", "Add")] == [
            "ä",
            "Weg",
            "Hinzufügen",
        ]


def test_patterns_keep_their_words():
    assert django_format("d 'ta'’ MMMM y") == r"j \t\a’ F Y"
