"""Say what is left to translate in a file of gettext, and whether it was compiled."""

import gettext
import re
from pathlib import Path
from typing import NamedTuple

from babel.messages.pofile import read_po

PLACEHOLDER = re.compile(r"%\(\w+\)|%[#0-9.]*[a-zA-Z]|\{\w*\}")
STEPS = ("steps of a scale", "things that exclude each other")
UNTRANSLATED, UNSURE = "not translated", "a guess of gettext’s"
OTHER_PLACEHOLDERS, OTHER_STEPS = "other placeholders", "other steps"


class Left(NamedTuple):
    """A text that needs a translator: what is wrong, the text, the files it is in."""

    problem: str
    text: str
    files: tuple[str, ...]


def messages(path):
    """Return the messages of a .po file, without its header."""
    with Path(path).open("rb") as file:
        return [message for message in read_po(file) if message.id]


def left_to_translate(path):
    """Return what is `Left` of a .po file, in its order."""
    return [
        Left(problem, _all(message.id)[0], tuple(file for file, _ in message.locations))
        for message in messages(path)
        if (problem := _problem(message))
    ]


def _problem(message):
    texts, strings = _all(message.id), _all(message.string)
    if not all(strings):
        return UNTRANSLATED
    if message.fuzzy:
        return UNSURE
    known = {found for text in texts for found in PLACEHOLDER.findall(text)}
    for place, string in enumerate(strings):
        own = {*PLACEHOLDER.findall(string)}
        # A singular may say its number in a word; the last form is used for any.
        is_last = place == len(strings) - 1
        if own - known or (is_last and own != known):
            return OTHER_PLACEHOLDERS
    if (message.context or "").startswith(STEPS):
        return "" if texts[0].count(";") == strings[0].count(";") else OTHER_STEPS
    return ""


def is_compiled(path):
    """Return whether the .mo beside a .po file says the same."""
    compiled = Path(path).with_suffix(".mo")
    if not compiled.exists():
        return False
    with compiled.open("rb") as file:
        found = gettext.GNUTranslations(file)._catalog
    wanted = {}
    for message in messages(path):
        if message.fuzzy or not all(_all(message.string)):
            continue
        key = _all(message.id)[0]
        key = f"{message.context}\x04{key}" if message.context else key
        if message.pluralizable:
            wanted |= {(key, n): text for n, text in enumerate(message.string)}
        else:
            wanted[key] = message.string
    return {key: text for key, text in found.items() if key} == wanted


def _all(texts):
    return [texts] if isinstance(texts, str) else list(texts)
