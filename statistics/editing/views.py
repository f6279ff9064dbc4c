"""Serve the requests of the admin's grid while a table is edited; store nothing."""

import json
from dataclasses import replace

from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from careerguide.http.json_endpoint import Refused, endpoint
from careerguide.http.keys import is_key
from careerguide.publishing.drafts.slugs import base_slug
from statistics.charts import ChartError, Form
from statistics.figures import chart_form, figure_of
from statistics.importing.clipboard import read_clipboard
from statistics.importing.layout.cells import SEPARATORS
from statistics.importing.layout.separators import WhichSeparator
from statistics.importing.layout.totals import proposal
from statistics.importing.text import read_text, to_text
from statistics.importing.values.decimal_mark import Unsettled
from statistics.importing.values.digits import DECIMAL_MARKS
from statistics.models import StatTable
from statistics.own_numbers import ShownText
from statistics.table.choices import ChartForm, RowOrder
from statistics.table.schema import DataError, TableData
from statistics.validation import TITLE_WORDS

from .dry_run import dry_run
from .order import about_order
from .reasons import why_no_numbers

TEXTS = ("title", "subtitle", "source_name", "source_url", "period")
LONGEST_TEXT = 1_000
PREVIEW_ROWS = 30


@endpoint("POST", per_minute=300)
def check(request):
    """Return the table as it would be read, what is wrong with it, and its chart."""
    known = _known(request)
    item = StatTable(
        slug="preview",
        chart_form=_choice(request, "chart_form", ChartForm.values, ChartForm.AUTO),
        row_order=_choice(request, "row_order", RowOrder.values, RowOrder.AUTO),
        **{name: request.POST.get(name, "")[:LONGEST_TEXT] for name in TEXTS},
    )
    item.__dict__["table"] = known
    if not item.source_url.startswith(("http://", "https://")):
        item.source_url = ""
    answer = {
        "title": _on_title(item),
        "reminders": list(_reminders(item)),
        "problems": [],
        "question": None,
        "inferred": [],
        "sentences": [],
        "totals": None,
    }
    choices = _choices(request, "separator", "header_row")
    try:
        reading = read_text(*_texts(request), known, _mark(request), **choices)
    except DataError as error:
        return answer | {
            "problems": _problems(error),
            "question": _question(error),
            "inferred": list(error.inferred),
        }
    item.__dict__["table"] = table = reading.table
    on_title = _on_title(item)
    return (
        answer
        | {"inferred": reading.inferred, "sentences": reading.sentences}
        | _drawn(item)
        | {
            "title": on_title,
            "totals": proposal(table),
            "columns": [column.to_json() for column in table.columns],
            "texts": to_text(table) if "canonical" in request.POST else None,
        }
    )


@endpoint("POST", per_minute=60)
def clipboard(request):
    """Return a block of cells from the clipboard, or one typed, in our own notation."""
    _known(request)
    try:
        cells, kinds = (
            json.loads(request.POST.get(name, "")) for name in ("cells", "types")
        )
        beside = json.loads(request.POST.get("beside", "[]"))
        typed = request.POST.get("typed") == "1"
        cells, notes, sentences = read_clipboard(
            cells, kinds, _mark(request), typed, beside
        )
        return {
            "cells": cells,
            "question": None,
            "notes": notes,
            "sentences": sentences,
        }
    except Unsettled as error:
        question = _question(error)
        return {"cells": None, "question": question, "notes": [], "sentences": []}
    except (TypeError, ValueError, RecursionError) as error:
        raise Refused(_("We cannot read what was pasted.")) from error


@endpoint("POST", per_minute=30)
def file(request):
    """Return a .csv or .xlsx file as texts for the form, and what would change."""
    known = _known(request)
    if "file" not in request.FILES:
        raise Refused(_("Choose a .csv or an .xlsx file first."))
    choices = _choices(request, "sheet", "header_row", "separator")
    texts, mark = _texts(request), _mark(request)
    try:
        result = dry_run(request.FILES["file"], *texts, mark, known, **choices)
    except DataError as error:
        raise Refused(" ".join(error.problems)) from error
    return {
        "numbers": result.numbers,
        "columns": result.columns,
        "decimal_mark": result.decimal_mark,
        "sentences": [*result.sentences, *result.problems[:10]],
        "problems": _problem_list(result.problems),
        "question": _question(result.question),
        "source": result.source,
        "inferred": result.inferred,
        "totals": result.totals,
    }


def _known(request):
    """The stored table that is edited, if there is one and this person may see it."""
    actions = ("view", "change", "add")
    if not any(request.user.has_perm(f"statistics.{a}_stattable") for a in actions):
        raise Refused(_("Your account may not see the tables."), 403)
    key = request.POST.get("table", "")
    item = StatTable.objects.filter(pk=key).first() if is_key(key) else None
    return item.table if item else TableData()


def _texts(request):
    return request.POST.get("numbers", ""), request.POST.get("columns", "")


def _mark(request):
    return _choice(request, "decimal_mark", DECIMAL_MARKS, "")


def _choice(request, name, values, otherwise):
    value = request.POST.get(name, "")
    return value if value in values else otherwise


def _choices(request, *names):
    """What somebody chose of how a text or a file is read."""
    chosen = {name: request.POST.get(name, "")[:100] for name in names}
    if chosen.get("separator") not in SEPARATORS:
        chosen["separator"] = ""
    return chosen


def _problems(error):
    return _problem_list(error.problems)


def _problem_list(problems):
    return [
        {"text": problem, "row": problem.row, "column": problem.column}
        for problem in problems[:200]
    ]


def _question(error):
    """What somebody has to choose before the cells can be read, if it is that."""
    if not isinstance(error, (Unsettled, WhichSeparator)):
        return None
    return {
        "kind": error.kind,
        "text": error.problems[0],
        "cell": error.cell,
        "readings": error.readings,
    }


def _on_title(item):
    """How long the title is to readers; where it names numbers, what they see of it."""
    title = item.title
    found = {"words": len(title.split()), "limit": TITLE_WORDS}
    if not isinstance(title, ShownText):
        return found
    return found | {"shown": title, "slug": base_slug(item, title)}


def _reminders(item):
    if not item.source_name:
        yield _("No source yet: readers are told that none is known.")
    if not item.period:
        yield _("No period yet: readers want to know what time the numbers are about.")


def _drawn(item):
    """The chart or table as readers see it, and why it is what it is."""
    error = reason = ""
    form = Form.NONE
    is_chosen = item.chart_form != ChartForm.AUTO
    try:
        figure = figure_of(item)
        form, reason = chart_form(item, figure)
        if not is_chosen and form == Form.NONE and not (figure.column or figure.ranked):
            reason = why_no_numbers(item.table)
    except ChartError as problem:
        error = _("This form does not fit: %s.") % problem
    order = about_order(item, form)
    hidden = 0
    if form == Form.NONE:
        item.chart_form = ChartForm.NONE  # also of the rows that are left
        rows = item.ordered_rows
        hidden = max(0, len(rows) - PREVIEW_ROWS)
        table = replace(item.table, rows=tuple(rows[:PREVIEW_ROWS]))
        item.__dict__["table"] = table
    context = {"table": item, "hidden": hidden}
    return {
        "html": render_to_string("statistics/grid_preview.html", context),
        "chart": {
            "form": form,
            "name": str(ChartForm(form).label),
            "chosen": is_chosen,
            "reason": reason,
            "error": error,
        },
        "order": order,
    }
