"""Find words beside a tied number, or in a title, that say another number.

“A majority, [[number: …]]” is wrong once the cell is 46%. Only what a fixed list of
words says is judged, in sentences with one number; all else is left to the editor.
"""

import re
from itertools import combinations

from django.utils.translation import get_language, gettext

from careerguide.markup import plain_text
from careerguide.markup.checks.findings import Fault, shortened
from careerguide.markup.references.notation import plain_references_in
from careerguide.publishing.models.texts import is_markdown
from statistics.importing.values.amounts import take_apart
from statistics.importing.values.digits import own_mark
from statistics.references.notation import COUNTS, DIFFERENCE, RATIO, NotationError
from statistics.references.numbers import cells_of, number_of

from . import english_proportions as english

NEAR = 80  # letters between a number and the words that are held against it
MOST_ROWS = 100  # of a table, two of which may make what a title says together
OPEN, CLOSE = "\ue000", "\ue001"  # around the place of a number: no text has them
PLACE = re.compile(f"{OPEN}(\\d+){CLOSE}")
_REFERENCE = re.compile(r"\[\[[^\]]{1,1000}\]\]")
_LANGUAGES = {"en": english}


def proportions():
    """Return the words of the site's language, or None where nobody wrote any."""
    return _LANGUAGES.get((get_language() or "").partition("-")[0].lower())


def beside_ties(item, name, tables):
    """Yield a fault for each word of a text that its tied number contradicts."""
    words, text = proportions(), getattr(item, name)
    if words is None or "[[" not in text:
        return
    shown, references = with_places(item, name, text)
    for clause in words.CLAUSE.split(shown):
        places = [*PLACE.finditer(clause)]
        if len(places) != 1:
            continue
        reference = references[int(places[0][1])]
        if reference.keyword not in COUNTS or reference.keyword == DIFFERENCE:
            continue
        try:
            number = number_of(reference, tables, getattr(item, "slug", ""))
        except NotationError:
            continue
        yield from _judged(clause, places[0], number.text, reference.keyword, words)


def with_places(item, name, text):
    """A text as readers see it, with a place in it for each of its references."""
    references = []

    def place(reference):
        references.append(reference)
        return f"{OPEN}{len(references) - 1}{CLOSE}"

    if is_markdown(item._meta.get_field(name)):
        parts = re.split(r"\n\s*\n|\n(?=\s*(?:[-*+>|]|\d+[.)])\s)", text)
        shown = [plain_text(part, place) if "[[" in part else "" for part in parts]
        return "\n".join(shown), references
    end, shown = 0, []
    for reference, match in plain_references_in(text):
        shown += [text[end : match.start()], place(reference)]
        end = match.end()
    return "".join([*shown, text[end:]]), references


def _judged(clause, place, written, keyword, words):
    amount = take_apart(written.removeprefix(gettext("about")).strip()[:100])
    if amount is None or not amount.readings:
        return
    readings = amount.readings
    value = float(readings.get(own_mark()) or next(iter(readings.values())))
    near = clause[max(0, place.start() - NEAR) : place.end() + NEAR]
    said = None
    if amount.percent:
        said = _contradicted(near, [value], words.PROPORTIONS, words)
        said = said or _contradicted_share(near, [value], words)
    elif keyword == RATIO:
        said = _contradicted(near, [value], words.MULTIPLES, words)
    is_exact = keyword != RATIO and written[:1] not in (gettext("about")[:1], "~")
    before = clause[: place.start()]
    if not said and is_exact and (found := words.BESIDE_EXACT.search(before)):
        said = found[1]
    if said:
        sentence = gettext(
            "“%(words)s” stands beside a number that is %(number)s: change the words, "
            "or see whether it is the right number."
        )
        values = {"words": shortened(said), "number": written}
        yield Fault("beside", f"{said} {written}", 0, sentence % values)


def _contradicted(text, values, patterns, words):
    """The first words that none of the values agrees with, or ""."""
    for pattern, said in patterns:
        for found in pattern.finditer(text):
            qualifier = found["qualifier"]
            if not any(words.agrees(qualifier, said, value) for value in values):
                return found[0]
    return ""


def _contradicted_share(text, values, words):
    for pattern, (least, most) in words.SHARES:
        found = pattern.search(text)
        if found and not any(least < value < most for value in values):
            return found[0]
    return ""


def title_faults(table):
    """Yield a fault for each word of a table's title that none of its cells bears out.

    What two rows are together, the share of a total and what one is of another count,
    too: a title may say any of these.
    """
    words = proportions()
    if words is None or not table.title:
        return
    columns = {}
    for cell in cells_of(table):
        columns.setdefault(cell.column.key, []).append(cell)
    shares, multiples = [], []
    has_shares = any(cells[0].column.type == "percent" for cells in columns.values())
    for cells in columns.values():
        values = [float(cell.value) for cell in cells]
        is_percent = cells[0].column.type == "percent"
        pairs = [*combinations(values, 2)] if len(values) <= MOST_ROWS else []
        multiples += [b / a for a, b in pairs if a]
        multiples += [a / b for a, b in pairs if b]
        whole = 100 if is_percent else sum(values)
        if whole > 0 and is_percent == has_shares:
            together = [*values, *(a + b for a, b in pairs)]
            shares += [100 * value / whole for value in together]
    title = _REFERENCE.sub("", table.title)
    said = ""
    if shares:
        said = _contradicted(title, shares, words.PROPORTIONS, words)
        said = said or _contradicted_share(title, shares, words)
    if multiples and not said:
        said = _contradicted(title, multiples, words.MULTIPLES, words)
    if said:
        sentence = gettext(
            "The title says “%s”, and no number of the table does: change the one or "
            "the other."
        )
        yield Fault("title", said, 0, sentence % shortened(said))
