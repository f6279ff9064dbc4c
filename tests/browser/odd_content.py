"""Create a guide that is too long, too wide and too much, as editors may write one."""

from pathlib import Path

from django.core import serializers

from careerguide.library.models import Image
from careerguide.media.filenames import main_name
from careerguide.models import Career
from tests import factories

FIRST = 900_000
WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamten"
LONG = (WORD * 3)[:200]
ARABIC = "ماذا يفعل النحّال من الربيع إلى الشتاء؟"
HEBREW = "כמה מרוויחים דבוראים? 25% יותר מאשר ב-2020"
SECTIONS = "\n\n".join(f"## Section {n}\n\nBees." for n in range(60))
HUGE = "A sentence about bees, as long as it needs to be.\n\n" * 3_900
NUMBERS = {
    "columns": [
        {"key": "label", "label": "Label", "type": "text"},
        *(
            {"key": f"c{n}", "label": f"{n}: {WORD}", "type": "integer"}
            for n in range(29)
        ),
    ],
    "rows": [{"cells": [LONG, *(str(n * 10**9) for n in range(29))]}],
}
QUESTIONS = 500
MISSING = main_name("0" * 64, 1600, 1000)


def write_fixture(path):
    """Write the guide to a file; return the addresses of its pages by what is odd."""
    career = _career(0, name=LONG[:100], summary=LONG * 2, other_names=LONG[:200])
    empty = _career(1, name="Nothing yet")
    many = _career(2, name="Five hundred questions")
    picture = _missing_picture()
    career.picture = picture
    articles = {
        "a title without a space": _article(career, 0, title=LONG, summary=LONG * 2),
        "one line": _article(career, 1, body="Bees."),
        "200 kB": _article(career, 2, body=HUGE),
        "60 headings": _article(career, 3, body=SECTIONS),
        "from right to left": _article(
            career, 4, title=ARABIC, summary=HEBREW, body=f"## {HEBREW}\n\n{ARABIC}"
        ),
        "a picture that is gone": _article(career, 5, picture=picture),
    }
    table = factories.StatTableFactory.build(
        pk=FIRST, career=career, slug="odd", title=LONG, subtitle=LONG, data=NUMBERS
    )
    pay = factories.StatTableFactory.build(
        pk=FIRST + 1,
        career=many,
        slug="odd-pay",
        headline_label="Pay",
        headline_row="Senior",
        headline_column="salary",
    )
    entries = [
        factories.FAQEntryFactory.build(
            pk=FIRST + n,
            career=many,
            slug=f"{many.slug}-{n}",
            question=LONG if n == 0 else f"Question {n}?",
            topic=WORD[:60] if n < 3 else f"Topic {n % 40}",
        )
        for n in range(QUESTIONS)
    ]
    everything = [career, empty, many, picture, *articles.values()]
    everything += [table, pay, *entries]
    Path(path).write_text(serializers.serialize("json", everything))
    return {
        **{name: item.get_absolute_url() for name, item in articles.items()},
        "30 columns": table.get_absolute_url(),
        "a career of long words": career.get_absolute_url(),
        "a career with nothing": empty.get_absolute_url(),
        "nothing on one page": f"{empty.get_absolute_url()}all/",
        "500 questions": many.get_absolute_url(),
        "500 questions on one page": f"{many.get_absolute_url()}all/",
        "a long question": entries[0].get_absolute_url(),
        "home": "/",
        "articles": "/articles/",
        "statistics": "/statistics/",
        "questions of 500": f"/faq/?career={many.slug}",
        "words without a space": f"/faq/?q={WORD}",
    }


def _career(number, **fields):
    career = Career(
        pk=FIRST + number,
        slug=f"odd-{number}",
        **{"summary": "Somebody looks after bees.", **fields},
    )
    career.mark_published()
    return career


def _article(career, number, **fields):
    slug = f"odd-{number}"
    return factories.ArticleFactory.build(
        pk=FIRST + number, career=career, slug=slug, **fields
    )


def _missing_picture():
    sizes = {"width": 1600, "height": 1000, "size": 1}
    alt = "A hive in a garden, seen from the side."
    return Image(pk=FIRST, file=MISSING, sha256="0" * 64, alt=alt, **sizes)
