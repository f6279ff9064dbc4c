"""Sort texts by the alphabet of the language, as people do.

Case and accents decide only between texts that are otherwise the same, and numbers
count as such: Level 2 stands before Level 10.
"""

import re
from functools import lru_cache
from unicodedata import category, combining, decimal, normalize

from django.utils.translation import get_language

from .alphabets import ALPHABETS, EVERYWHERE, TWO_LETTERS
from .locales import locale_of

LONGEST = 100  # characters that are compared so; texts alike up to there, by their code
NUMBERS = re.compile(r"\d+")
# Classes of combining characters that are no accents: 0 of letters and of vowel signs,
# 9 of the virama, 103 of vowels below in Thai.
VOWELS = {0, 9, 103}
# In Thai and Lao some vowels are written before the consonant that they follow.
WRITTEN_BEFORE = re.compile(
    "([\u0e40-\u0e44\u0ec0-\u0ec4])([\u0e01-\u0e2e\u0e81-\u0eae])"
)
LAST_LATIN = "\u036f"
AFTER = "\uffff"  # after a letter and before the next
SIGN, NUMBER, LETTER, OTHER_SCRIPT = range(4)
BARE, UPPER = 1, 1


def collation_key(text, language=None):
    """Return a key by which `sorted` puts texts in the order of a language's alphabet.

    `language` is a code such as sv; without one it is the active language.
    """
    alphabet = _alphabet(language or get_language())
    letters, accents, cases, end = [], [], [], 0
    whole, text = text, normalize("NFKC", text[:LONGEST])
    text = WRITTEN_BEFORE.sub(r"\2\1", text)
    for number in NUMBERS.finditer(text):
        alphabet.add(text[end : number.start()], letters, accents, cases)
        digits = "".join(str(decimal(digit)) for digit in number[0]).lstrip("0")
        letters.append((NUMBER, len(digits), digits))
        end = number.end()
    alphabet.add(text[end:], letters, accents, cases)
    return letters, accents, cases, whole


def initial(text, language=None):
    """Return the letter under which an index lists a text; "" of a number or a sign.

    Accents count only where the language has such a letter: Évry stands under E, and
    Åre under Å in Swedish. Texts in the order of `collation_key` have theirs in order.
    """
    alphabet = _alphabet(language or get_language())
    letters, *_rest = collation_key(text, language)
    kind, _size, place = letters[0] if letters else (SIGN, 0, "")
    return "" if kind in (SIGN, NUMBER) else alphabet.letter(place)


class _Alphabet:
    def __init__(self, locale):
        self.places = {}  # of letters: the place, and a mark of those that share one
        for rules in (EVERYWHERE, ALPHABETS.get(locale.language, "")):
            self._follow(rules)
        self.letters = {  # by place, of those that share none
            place: letter
            for letter, (place, sharing) in self.places.items()
            if not sharing
        }
        self.longest = max(map(len, self.places))
        first = {letter[0] for letter in self.places if len(letter) > 1}
        self.first_of_many = first | {letter.upper() for letter in first}
        self.parts = lru_cache(maxsize=4096)(self._parts)
        self.dotless = locale.language in ("az", "tr")
        # Latin letters stand after those of the language's own script.
        name = locale.get_display_name() or "a"
        latin_last = name[0] > LAST_LATIN and locale.language != "ja"
        self.latin = OTHER_SCRIPT if latin_last else LETTER

    def letter(self, place):
        """Return the letter of a place, as a heading of an index has it."""
        letter = self.letters.get(place, place)
        if self.dotless and letter == "i":
            return "İ"
        return letter[0].upper() + letter[1:]

    def _follow(self, rules):
        for rule in rules.split(";"):
            anchor = rule.split("=")[0].split()
            if not anchor:
                continue
            for step, letters in enumerate(rule.split()):
                place = anchor[0] + (f"{AFTER}{chr(step)}" if step else "")
                for sharing, letter in enumerate(letters.split("=")):
                    self.places[letter] = place, sharing

    def add(self, text, letters, accents, cases):
        """Add to a key what a text without numbers weighs."""
        if self.dotless:
            text = text.replace("I", "ı").replace("İ", "i")
        at = 0
        while at < len(text):
            size = self._letter_at(text, at) if text[at] in self.first_of_many else 1
            for key, more in zip(
                (letters, accents, cases), self.parts(text[at : at + size]), strict=True
            ):
                key += more
            at += size

    def _letter_at(self, text, at):
        """How many characters make one letter there: two of the Czech ch."""
        sizes = range(min(self.longest, len(text) - at), 1, -1)
        return next((n for n in sizes if text[at : at + n].lower() in self.places), 1)

    def _parts(self, written):
        """Of a letter: its places, its accents and whether it is a capital."""
        letters, accents, cases = [], [], []
        if found := self.places.get(written.lower()):
            self._add(*found, written, letters, accents, cases)
        else:
            self._decompose(written, letters, accents, cases)
        return letters, accents, cases

    def _add(self, place, sharing, written, letters, accents, cases):
        script = self.latin if place[0] <= LAST_LATIN else LETTER
        letters.append((script, 0, place))
        accents.append(BARE + sharing)
        cases.append(UPPER if written[0].isupper() else 0)

    def _decompose(self, character, letters, accents, cases):
        """A letter without those accents that make no letter of their own."""
        base, *marks = normalize("NFKD", character)
        for mark in marks:
            whole = normalize("NFC", base + mark)
            if found := self.places.get(whole.lower()):
                self._add(*found, whole, letters, accents, cases)
                marks.remove(mark)
                break
        else:
            marks.insert(0, base)
        for part in marks:
            if _is_accent(part):
                accents.append(ord(part))
            elif category(part)[0] in "LM":
                for letter in TWO_LETTERS.get(part.lower()) or part.casefold():
                    found = self.places.get(letter, (letter, 0))
                    self._add(*found, part, letters, accents, cases)
            elif category(part) != "Cf":
                letters.append((SIGN, 0, part))


def _is_accent(character):
    """Whether it changes a letter, and is not a vowel or the sign for no vowel."""
    return combining(character) not in VOWELS


@lru_cache(maxsize=32)
def _alphabet(language):
    return _Alphabet(locale_of(language))
