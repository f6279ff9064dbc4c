"""Say in words what changed between two editions of a table, by their JSON."""

from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from careerguide.languages.writing import isolated
from statistics.measures.wording import BETWEEN
from statistics.models import StatTable
from statistics.table.diff import differences
from statistics.table.schema import DataError, parse

from .stored import described, table_data

MOST_CELLS = 50
AROUND = 4  # words before and after what differs in a text
MOST_WORDS = 40


def changes_between(old, new):
    """Return sentences on what the JSON `new` says otherwise than the JSON `old`."""
    return [*_numbers(old, new), *_texts(old, new)]


def _numbers(old, new):
    """What changed in columns, rows and cells, as readers see them."""
    before, after = table_data(old), table_data(new)
    if before == after:
        return []
    try:
        found = differences(parse(before), parse(after), limit=MOST_CELLS)
    except DataError:
        found = []
    return found or [_("What the columns or the marks of rows say.")]


def _texts(old, new):
    for label, text in _LABELLED:
        before, after = parts_that_differ(text(old) or "", text(new) or "")
        if before != after:
            nothing = _("nothing")
            yield _("%(label)s: %(before)s → %(after)s") % {
                "label": label(),
                "before": isolated(before or nothing),
                "after": isolated(after or nothing),
            }


def parts_that_differ(before, after):
    """Return of two texts what differs, between the words around it."""
    old, new = before.split(), after.split()
    longest = min(len(old), len(new))
    start = next((i for i in range(longest) if old[i] != new[i]), longest)
    most = longest - start
    end = next((i for i in range(most) if old[-1 - i] != new[-1 - i]), most)
    return _cut(old, start, end), _cut(new, start, end)


def _cut(words, start, end):
    first, last = max(0, start - AROUND), len(words) - max(0, end - AROUND)
    shown = words[first:last]
    if len(shown) > MOST_WORDS:
        shown = [*shown[:MOST_WORDS], "…"]
    return " ".join(["…"] * (first > 0) + shown + ["…"] * (last < len(words)))


def _note(facts):
    return (facts["note"] or {}).get("text", "")


def _source(facts):
    source = facts["source"] or {}
    return ", ".join(filter(None, (source.get("name"), source.get("url"))))


def _provenance(facts):
    return StatTable(**described(facts)).provenance_text


def _quick_fact(facts):
    """Which number it is, and what it counts."""
    table = StatTable(**described(facts))
    labels = {column["key"]: column["label"] for column in facts["columns"]}
    column = labels.get(table.headline_column, table.headline_column)
    measure = table.measure.name if table.measure else ""
    words = (table.headline_label, table.headline_row, column, measure)
    return BETWEEN.join(filter(None, (*words, table.basis_text)))


def _definition(facts):
    measure = described(facts)["measure"]
    return measure.definition if measure else ""


def _licence(facts):
    licence = facts["licence"] or {}
    return ", ".join(filter(None, (licence.get("name"), licence.get("url"))))


def _day_of(name):
    def text(facts):
        day = parse_date(facts[name] or "")
        return date_format(day) if day else ""

    return text


_LABELLED = (
    (lambda: _("Title"), lambda facts: facts["title"]),
    (lambda: _("Measure"), lambda facts: facts["subtitle"]),
    (lambda: _("Topic"), lambda facts: facts["topic"]),
    (lambda: _("Note"), _note),
    (lambda: _("Period of the data"), lambda facts: facts["period"]),
    (lambda: _("Source"), _source),
    (lambda: _("How the numbers were found"), _provenance),
    (lambda: _("Quick fact"), _quick_fact),
    (lambda: _("Definition"), _definition),
    (lambda: _("Content updated"), _day_of("content_updated_on")),
    (lambda: _("Next update"), _day_of("next_update")),
    (lambda: _("Career"), lambda facts: facts["career"]["name"]),
    (lambda: _("Licence"), _licence),
)
