"""Find numbers that readers saw and that a publication would change.

In the item's own texts, by all digits that readers see of them; in whatever else an app
says by numbers, as in the cells of a table; and in the sentences on other pages that
say another number by it.
"""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from difflib import SequenceMatcher
from itertools import zip_longest

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from careerguide.languages.locales import locale_of
from careerguide.languages.scales import scale_word, scale_words
from careerguide.languages.writing import isolated
from careerguide.publishing.impact.dates import without_dates
from careerguide.publishing.models.texts import text_fields

MOST_NAMED = 5
MOST_PAIRED = 2_000  # numbers of a text that are paired with those of another
_PERCENT = {"%": "%", "٪": "%", "‰": "‰", "percent": "%", "per cent": "%"}
_NUMBER = re.compile(
    r"(?:(?P<sign>[^\W\d_]{0,3}[$¢£¥฿₠-⃏]\s?)|(?<![^\W\d_]))"  # not of a word: B2B
    r"(?P<digits>\d(?:[\d.,'’٫٬]|[ \u00a0\u202f](?=\d{3}(?!\d)))*(?<=\d)|\d)"
    r"(?P<after>[ \u00a0\u202f]?(?:[%‰٪$¢£¥฿₠-⃏]|per cent\b|[^\W\d_]+\.?))?"
)
_GROUPED = re.compile(r"\d{1,3}(?:([.,'’٬ \u00a0\u202f])\d{3})(?:\1\d{3})*")
_finders = []


@dataclass(frozen=True)
class NumberChange:
    """A number as readers saw it, and as they would: "" if it went.

    `place` names in words where it stands: a cell, a field, another page.
    """

    place: str
    before: str
    after: str = ""

    def __str__(self):
        sentence = (
            _("%(place)s: readers saw %(before)s; it would be %(after)s.")
            if self.after
            else _("%(place)s: readers saw %(before)s; it would be gone.")
        )
        names = ("place", "before", "after")
        return sentence % {name: isolated(getattr(self, name)) for name in names}


def register(finder):
    """Have a function find NumberChanges: from what readers saw of an item, and the
    item as it would be published.
    """
    _finders.append(finder)


def number_changes(seen, item, loss_list=()):
    """Return the NumberChanges of publishing `item`; none where `seen` is None.

    `loss_list` are its `losses_by_publishing`, with the sentences of other pages.
    """
    if seen is None:
        return []
    found = [change for finder in _finders for change in finder(seen, item)]
    found += _of_texts(seen, item)
    for loss in loss_list:
        if loss.is_change and loss.page != item:
            kept = ("same", "gone"), ("same", "new")
            texts = ("".join(t for k, t in loss.pieces if k in kinds) for kinds in kept)
            found += _changed([(f"“{loss.page}”", *texts)], years=True)  # of cells
    return list(dict.fromkeys(found))


def sentence_on(changes):
    """Say which numbers change, and what is asked of the editor."""
    sentences = [str(change) for change in changes[:MOST_NAMED]]
    if (more := len(changes) - MOST_NAMED) > 0:
        sentences.append(ngettext("And %d more.", "And %d more.", more) % more)
    sentences.append(_("Tell readers what changed, or say why they need not be told."))
    return " ".join(sentences)


def _of_texts(seen, item):
    names = _names_of_visible_texts(type(item))
    return _changed(
        (capfirst(field.verbose_name), seen.plain(field.name), item.plain(field.name))
        for field in text_fields(type(item))
        if field.name in names
    )


def _names_of_visible_texts(model):
    found = {*model.reference_fields()}
    if model.title_field != "name":  # which states nothing
        found.add(model.title_field)
    return found.union(model.search.attributes if model.search else ())


def _changed(texts, years=False):
    """Yield NumberChanges of (place, text before, text after).

    What has moved from one text to another is no change; nor are years and dates,
    unless a table's cells are shown by them.
    """
    seen = str if years else without_dates
    read = [
        (place, _numbers(seen(old)), _numbers(seen(new))) for place, old, new in texts
    ]
    old = Counter(name for _place, numbers, _new in read for name, _text in numbers)
    new = Counter(name for _place, _old, numbers in read for name, _text in numbers)
    gone, come = old - new, new - old
    for place, before, after in read if gone else ():
        for was, now in _pairs(before, after, gone, come):
            gone[was[0]] -= 1
            if now:
                come[now[0]] -= 1
            yield NumberChange(place, was[1], now[1] if now else "")


def _pairs(before, after, gone, come):
    """Yield each number that went, and the one that stands in its place, or None."""
    if max(len(before), len(after)) > MOST_PAIRED:
        yield from ((number, None) for number in before if gone[number[0]] > 0)
        return
    names = ([name for name, _text in numbers] for numbers in (before, after))
    matcher = SequenceMatcher(None, *names, autojunk=False)
    for kind, start, end, new_start, new_end in matcher.get_opcodes():
        if kind not in ("replace", "delete"):
            continue
        was = [n for n in before[start:end] if gone[n[0]] > 0]
        now = [n for n in after[new_start:new_end] if come[n[0]] > 0]
        yield from (pair for pair in zip_longest(was, now) if pair[0])


def _numbers(text):
    """Return (what it says, as it is written) of each number of a text."""
    found = []
    if not any(map(str.isdecimal, text)):
        return found
    words = scale_words(locale_of())
    for match in _NUMBER.finditer(text):
        unit, has_sign, after = _after(match["after"] or "", words)
        written = (match["sign"] or "") + match["digits"]
        if unit is not None or has_sign:
            written += after
        sign = (match["sign"] or (after if has_sign else "")).strip()
        found.append(((_value(match["digits"]), sign, unit), written))
    return found


def _after(text, words):
    """The unit of what stands behind digits, whether that is a sign, and its text."""
    for after in (text, text.rstrip(".")):  # “Mio.”, or the end of a sentence
        word = after.strip()
        has_sign = bool(word) and unicodedata.category(word[0]) == "Sc"
        unit = _PERCENT.get(word.casefold()) or words.get(scale_word(word))
        if unit is not None or has_sign:
            break
    return unit, has_sign, after


def _value(digits):
    """Return what digits say however they are grouped."""
    digits = "".join(str(unicodedata.digit(c, c)) for c in digits)
    if grouped := _GROUPED.fullmatch(digits):
        return digits.replace(grouped[1], "")
    # Groups of one mark, then decimals behind another.
    for mark, decimal in (",.", ".,", " .", " ,", "'.", "’."):
        digits_spaced = digits.replace("\u00a0", " ").replace("\u202f", " ")
        whole, found, rest = digits_spaced.partition(decimal)
        if found and rest.isdecimal() and _GROUPED.fullmatch(whole):
            digits = f"{whole.replace(mark, '')}.{rest}"
            break
    try:
        return f"{Decimal(digits.replace(',', '.')).normalize():f}"
    except InvalidOperation:
        return digits
