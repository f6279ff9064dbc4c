"""Show every component in every state, for who changes templates or styles.

Nothing here is stored: the samples are made anew for each look, and say what they are.
"""

from datetime import date

from django.contrib.admin.views.decorators import staff_member_required
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles.models import Article
from careerguide import markup
from careerguide.models import Career
from faq.models import FAQEntry
from statistics.models import StatTable

DATES = {"content_updated_on": date(2026, 1, 31), "review_by": date(2027, 1, 31)}
COLOURS = ("paper", "paper-2", "ink", "muted", "rule", "accent", "on-accent", "warm")
LONG_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamten" * 2

TEXT = """\
A paragraph with **strong** and *emphasised* words, `code`, a [link](/about/), ~~what no
longer holds~~, H<sub>2</sub>O, <kbd>Ctrl</kbd> and a note.[^1]

## A section

1. First
2. Second
   - and below it

> What somebody said.

```
a line of code that is longer than the column is wide, so that it goes on below
```

### A part of it

| Column | Another | A third | A fourth | A fifth | A sixth |
| --- | ---: | :---: | --- | --- | --- |
| Cell | 1 | centred | text that is somewhat longer | more of it | and more |

---

> [!NOTE]
> What helps to understand.

> [!TIP]
> What makes it easier.

> [!IMPORTANT]
> What must not be missed.

> [!WARNING]
> What can go wrong.

> [!CAUTION]
> What does harm.

> [!MYTH]
> What people believe.

> [!FACT]
> What is so.
>
> - with a reason
> - and another

هذه فقرة تُقرأ من اليمين إلى اليسار.

[^1]: At the foot of the text.
"""


def _table(name, rows, label="text", **fields):
    """A sample table of two columns; `rows` are (label, value, flags)."""
    value = fields.pop("value", {"type": "percent"})
    data = {
        "columns": [
            {"key": "label", "label": "Label", "type": label},
            {"key": "value", "label": "Value", **value},
        ],
        "rows": [{"cells": [*cells], **flags} for *cells, flags in rows],
        "diverging": fields.pop("diverging", False),
    }
    return StatTable(
        career=_CAREER,
        title=f"Sample: {name}",
        subtitle="Measure, place and period of a sample, in per cent",
        slug=f"sample-{name.replace(' ', '-').replace(',', '')}",
        data=data,
        row_order="given",
        topic="Samples",
        **fields,
        **DATES,
    )


_CAREER = Career(
    name="Sample career",
    slug="sample",
    summary="One or two sentences that say what somebody does in it, and for whom.",
    other_names="Another name, And a third",
    **DATES,
)
_NO_VALUE = {"type": "text"}


def _figures():
    parts = [("Very good", "46", {}), ("Good", "39", {}), ("Bad", "15", {})]
    years = [("2020", "12.5", {}), ("2021", "14", {}), ("2022", None, {})]
    years += [("2023", "18", {}), ("2030", "25", {"forecast": True})]
    mixed = [("Above", "12", {}), ("Below", "-7", {}), ("Unknown", None, {})]
    mixed += [("Other", "3", {"forecast": True}), ("All", "8", {"total": True})]
    source = {"source_name": "A publication", "source_url": "https://example.org/"}
    yield _table("bars", parts, chart_form="bars", **source)
    yield _table("bars below zero, missing, forecast", mixed, chart_form="bars")
    yield _table("parts", parts, chart_form="parts")
    yield _table("diverging parts", parts, chart_form="parts", diverging=True)
    yield _table("line", years, label="year", chart_form="line")
    names = [("1", "First", {}), ("2", "Second", {}), ("3", "Third", {})]
    yield _table("list", names, label="rank", value=_NO_VALUE)
    yield _table("table only", mixed, chart_form="none")
    yield _table("empty", [], chart_form="none")


def _facts():
    for label, value in [("A share", "25"), ("A long label of a quick fact", "100")]:
        yield _table(
            label.lower(),
            [("Row", value, {})],
            headline_label=label,
            headline_row="Row",
            headline_column="value",
        )


@require_safe
@staff_member_required
def styleguide(request):
    samples = [
        Article(title=title, slug=f"sample-{n}", career=_CAREER, summary=summary)
        for n, (title, summary) in enumerate(
            [
                ("A title of an article", "What the reader learns here."),
                (LONG_WORD, "A title without a space breaks, and nothing overflows."),
            ]
        )
    ]
    entries = [
        FAQEntry(
            question=f"{kind} question?",
            slug=f"sample-{kind.lower()}",
            answer="An answer. Its first sentence answers the question.",
            career=_CAREER,
        )
        for kind in ("Closed", "Open")
    ]
    return render(
        request,
        "styleguide.html",
        {
            "colour_list": COLOURS,
            "career": _CAREER,
            "dates": DATES,
            "document": markup.render(TEXT),
            "takeaways": markup.render("- One\n- Two\n- Three"),
            "figure_list": list(_figures()),
            "fact_list": list(_facts()),
            "article_list": samples,
            "question_list": entries,
        },
    )
