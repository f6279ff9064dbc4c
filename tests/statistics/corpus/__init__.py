"""Generate more than 300 files as people have them, each with what is in it.

A module a kind; `FILES` holds them all. The expectations come from the generator of
each file and from what the file's own program shows, never from our reading.
"""

from dataclasses import replace
from importlib import import_module

KINDS = (
    *("separators", "encodings", "decimal_marks", "money", "money_words"),
    *("formats", "currencies", "scales", "dates", "days", "text_cells", "codes"),
    *("years", "hidden", "layouts", "odd_lines", "no_values", "text_tables"),
    *("foreign", "odd_workbooks", "odd_cells", "languages", "words"),
    *("conditions", "places", "mixtures", "unnamed", "asides"),
    *("sheets", "headers", "several_sheets", "published", "unlikely", "doubtful"),
    *("elsewhere", "kept_digits", "lists", "joined"),
    *("counted_columns", "units_below", "printed", "loose_quotes", "other_days"),
    *("parentheses", "year_names", "totals", "office_codes", "two_meanings"),
    "consoles",
)


def _all():
    for kind in KINDS:
        for file in import_module(f"{__name__}.{kind}").files():
            yield replace(file, id=f"{kind}/{file.id}")


FILES = tuple(_all())
