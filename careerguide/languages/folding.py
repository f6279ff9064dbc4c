"""Fold text for comparison: what readers take for the same letters is the same.

Both sides of a comparison are folded, what is looked for and what is looked through.
`careerguide.db.folded` says the same in SQL; a test compares the two for every
character.
"""

import re
import unicodedata

from .signs import DASHES, INVISIBLE

# Of what is typed in ASCII on one keyboard and not on another.
SIGNS = {
    "'": "`’‘‚‛′‵ʹʻʼʽˈ՚",
    '"': "“”„‟«»〝〞",
    "-": DASHES,
    "": INVISIBLE,
}
# Those that NFKD would take apart.
APART = {"´": "'", "″": '"', "‶": '"'}
# Accents, and the points of Hebrew and Arabic, which are left out as often as written.
# The vowel signs of other scripts are letters to their readers, and stay.
MARKS = (
    "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
    "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670"
)
# Letters with a stroke or of two kinds have no decomposition in Unicode.
LETTERS = str.maketrans("łøđðħŧıςƒ", "loddhtiσf")
PAIRS = {"ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"}

GREEK = re.compile("[\u0370-\u03ff\u1f00-\u1fff]")
ACCENTED = re.compile("([\u03b1-\u03c9]\u0308?)\u0301")

_TO = {sign: to for to, signs in SIGNS.items() for sign in signs} | PAIRS
_TO |= {chr(letter): chr(to) for letter, to in LETTERS.items()}
# Patterns, as few signs of a text match: `str.translate` looks each one up.
_APART = re.compile(f"[{''.join(APART)}]")
_MARKS = re.compile(f"[{MARKS}]+")
_OTHERS = re.compile(f"[{re.escape(''.join(_TO))}]")


def fold_case(text):
    """Return the text without case: capitals and small letters are the same.

    More than `str.casefold`, as capitals lose more than their size: “MİLYON” is
    “milyon” with the capital of the Turkish i, and Greek capitals have no accents.
    """
    if text.isascii():
        return text.lower()
    text = unicodedata.normalize("NFC", text).casefold()
    text = text.replace("i\u0307", "i").replace("ı", "i")
    if GREEK.search(text):
        text = ACCENTED.sub(r"\1", unicodedata.normalize("NFD", text))
        text = unicodedata.normalize("NFC", text)
    return text


def fold(text):
    """Lower case without accents, typographic signs and compatibility forms.

    "Ｅ́cole d’Ingénieurs" and "ecole d'ingenieurs" are the same, as are "Straße" and
    "STRASSE", "ﬁ" and "fi", "İ", "I", "ı" and "i", and "Σ", "σ" and "ς".
    """
    if text.isascii():
        return text.lower().replace("`", "'")
    text = _APART.sub(lambda sign: APART[sign[0]], text)
    text = _MARKS.sub("", unicodedata.normalize("NFKD", text)).lower()
    return _OTHERS.sub(lambda sign: _TO[sign[0]], text)
