"""Explain why cells like numbers are labels: <5 years, (1), £30k–£40k, 36:00."""

import re
import unicodedata

from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from careerguide.languages.folding import fold_case
from statistics.table.cell_notes import LIMITS
from statistics.table.errors import shortened
from statistics.table.vocabulary import words_of

from .amounts import take_apart
from .characters import plain
from .currencies import candidates
from .subjects import is_counted

BRACKETED = re.compile(r"\( ?([0-9]{1,4}) ?\)")
PHONE = re.compile(r"\+[0-9]{9,15}")
NAME = re.compile("R[0-9]")  # a road, or an amount of rand
MINUS_LAST = re.compile(r"[^.,:-]-$")  # but 12.- are twelve francs
BEFORE_DIGIT = re.compile(r"([^0-9]*)[0-9]")
MOST_OTHERS = 4  # cells like numbers to each that is none
LONGEST_SIGN = 4  # letters of a currency: USDm
FROM = pgettext_lazy(
    "words, separated by commas",
    "from, up to, to, about, around, circa, ca, c, approx, over, under, "
    "above, below, at least, at most, more than, less than, up from, starting at, ab, "
    "bis, bis zu, über, unter, etwa, rund, mindestens, höchstens, mind, max, "
    "min, à partir de, dès, jusqu à, environ, plus de, moins de, desde, hasta, "
    "más de, unos, från, över, upp till, cirka, da, fino a, oltre, vanaf, tot, a "
    "partir de, até, fra, op til",
)


def reason_for_labels(cells):
    """Return a sentence on limits and on numbers in brackets that name rows, or ""."""
    label, texts = cells.column.label, [plain(text) for text in cells.filled]
    limits = [
        text
        for text, amount in zip(cells.texts, cells.amounts, strict=True)
        if amount and amount.note in LIMITS
    ]
    if limits and (cells.place == 0 or len(limits) == len(cells.filled)):
        sentence = _("%(label)s: text, as cells such as “%(cell)s” are limits.")
        return sentence % {"label": label, "cell": shortened(limits[0])}
    found = [BRACKETED.fullmatch(text) for text in texts]
    if texts and all(found):
        numbers = [int(match[1]) for match in found]
        counts = range(numbers[0], numbers[0] + len(numbers))
        if cells.place == 0 or (numbers[0] < 2 and numbers == list(counts)):
            return _("%s: text, as its cells number the rows.") % label
    may_name = cells.place == 0 or not is_counted(label)
    if texts and may_name and all(NAME.match(text) for text in texts):
        sentence = _("%(label)s: text, as cells such as “%(cell)s” may be names.")
        return sentence % {"label": label, "cell": shortened(texts[0])}
    if texts and not is_counted(label) and all(map(PHONE.fullmatch, texts)):
        sentence = _(
            "%(label)s: text, as cells such as “%(cell)s” may be phone numbers."
        )
        return sentence % {"label": label, "cell": shortened(texts[0])}
    # What a number format adds to a number is asked about.
    typed = not any(hasattr(text, "amount") for text in cells.filled)
    if typed and len(texts) > 1 and all(map(MINUS_LAST.search, texts)):
        sentence = _("%(label)s: text, as all cells end in “-”, as “%(cell)s” does.")
        return sentence % {"label": label, "cell": shortened(texts[0])}
    return ""


def like_numbers(cells):
    """A sentence on cells that begin as numbers do, and are none: 1e5, £30k–£40k."""
    texts = cells.filled
    kinds = {getattr(text, "kind", "") for text in texts} - {""}  # by a format
    alike = texts if kinds else [text for text in texts if _begins_like_number(text)]
    if not alike or cells.place == 0 or len(texts) > len(alike) * (1 + 1 / MOST_OTHERS):
        return ""
    if kinds & {"date", "time"}:
        sentence = _("%(label)s: text, as its cells are days or times: “%(cell)s”.")
        return sentence % {"label": cells.column.label, "cell": shortened(texts[0])}
    bare = (text for text in alike if not take_apart(text))
    cell = shortened(next(bare, alike[0]))
    if cell.strip().isdigit():
        sentence = _("%(label)s: text, as cells such as “%(cell)s” are times or dates.")
    else:
        sentence = _(
            "%(label)s: text, as cells such as “%(cell)s” are no plain numbers."
        )
    return sentence % {"label": cells.column.label, "cell": cell}


def _begins_like_number(text):
    """Whether a digit comes first, or after signs, a currency, or a word as "from"."""
    found = BEFORE_DIGIT.match(plain(text))
    if not found:
        return False
    before = fold_case(found[1].strip())
    words = " ".join("".join(c if c.isalpha() else " " for c in before).split())
    if words in words_of(FROM):
        return True
    letters = "".join(c for c in found[1] if c.isalpha())
    if not letters:
        return not before or _has_sign(before)
    return len(letters) <= LONGEST_SIGN and any(
        candidates(part) for part in (letters, letters[:3], letters.rstrip("kmKMB"))
    )


def _has_sign(before):
    """Whether no more than signs of amounts stand before the digits."""
    return all(
        c in "()[]+-.,'≈~<>≤≥%#*" or unicodedata.category(c) in "ScSoSmZs"
        for c in before
    )
