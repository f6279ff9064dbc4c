"""Read language tags (BCP 47), such as de-ch, and find what stands in for them."""

import re
from functools import lru_cache

from babel import Locale, UnknownLocaleError

LONGEST_TAG = 35  # characters, as RFC 5646 recommends
TAG = re.compile(
    r"(?P<language>[a-z]{2,3})(?:-(?P<script>[a-z]{4}))?"
    r"(?:-(?P<country>[a-z]{2}|[0-9]{3}))?"
    r"(?P<variants>(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*)"
)
# Codes that were replaced, and those under which Django has its catalogues.
REPLACED = {"iw": "he", "in": "id", "ji": "yi", "mo": "ro"}
CATALOGUES = {"no": "nb", "zh": "zh-hans", "sh": "sr-latn"}
# Scripts written from the right, and languages written in one where none is named.
FROM_THE_RIGHT = {"adlm", "arab", "hebr", "mand", "nkoo", "rohg", "syrc", "thaa"}
RIGHT_TO_LEFT = ["ar", "arc", "bgn", "bqi", "ckb", "dv", "fa", "glk", "he", "ks", "lrc"]
RIGHT_TO_LEFT += ["mzn", "nqo", "pnb", "ps", "sd", "sdh", "syr", "ug", "ur", "yi"]


def language_tag(text):
    """Return a tag as this site writes it, in small letters: zh-Hant_TW as zh-hant-tw.

    A ValueError says what is no tag: its language, script and country have to be known
    to CLDR.
    """
    tag = text.strip().lower().replace("_", "-")
    parts = TAG.fullmatch(tag) if len(tag) <= LONGEST_TAG else None
    if not parts or not _is_known(parts):
        raise ValueError(text)
    language = REPLACED.get(parts["language"], parts["language"])
    return language + tag[len(parts["language"]) :]


def _is_known(parts):
    english = Locale("en")
    return (
        parts["language"] in english.languages
        or parts["language"] in REPLACED
        or parts["language"] in RIGHT_TO_LEFT
    ) and all(
        not code or code in known
        for code, known in (
            ((parts["script"] or "").title(), english.scripts),
            ((parts["country"] or "").upper(), english.territories),
        )
    )


@lru_cache(maxsize=64)
def nearest_tags(tag):
    """The tags to look for, the nearest first: zh-hant-tw, zh-hant, zh-tw, zh.

    The script that a country is known for counts as named: zh-hk finds zh-hant.
    """
    parts = TAG.fullmatch(tag.lower())
    if not parts:
        return (tag,)
    language, country = parts["language"], parts["country"]
    script = parts["script"] or _script(language, country)
    ways = [(language, script, country), (language, script), (language, country)]
    found = [tag.lower(), *("-".join(filter(None, way)) for way in ways), language]
    found.append(CATALOGUES.get(language, language))
    return tuple(dict.fromkeys(found))


def _script(language, country):
    try:
        locale = Locale.parse("_".join(filter(None, (language, country))))
    except (UnknownLocaleError, ValueError):
        return ""
    return (locale.script or "").lower()


def direction(tag):
    """Return "rtl" where the language is written from right to left, or "ltr"."""
    parts = TAG.fullmatch((tag or "").lower())
    if not parts:
        return "ltr"
    if parts["script"]:
        return "rtl" if parts["script"] in FROM_THE_RIGHT else "ltr"
    return "rtl" if parts["language"] in RIGHT_TO_LEFT else "ltr"


def english_name(tag):
    """Return the English name of a tag's language, without its country."""
    language = tag.partition("-")[0]
    return Locale("en").languages.get(language, language)


def own_name(tag):
    """Return what a language calls itself: Deutsch (Schweiz)."""
    for near in nearest_tags(tag):
        try:
            name = Locale.parse(near.replace("-", "_")).get_display_name()
        except (UnknownLocaleError, ValueError):
            continue
        if name:
            return name[:1].upper() + name[1:]
    return english_name(tag)
