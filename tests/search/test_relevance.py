"""Test that the wanted page comes first, and say of how many queries it does.

Wanted are 95 % first and 99 % in the first three. The ranking was tuned with every
second line of `queries.txt`, with `asked_tuning.txt` and with `short_tuning.txt`. What
was asked when all was done, once, and is not reached:

- `asked_unseen.txt`: of 87 queries 76 have the wanted page first (87.4 %), 79 in the
  first three (90.8 %). Before words were found by related ones 77 and 81 had.
- `short_unseen.txt`: of 150 queries 121 have it first (80.7 %), 134 in the first three
  (89.3 %); 112 and 128 had before. The misses of 75 of these were looked at afterwards.
"""

from fnmatch import fnmatchcase

import pytest

from careerguide.search.models import Document, Section
from careerguide.search.search import content_weights, search
from tests.search.world import make_index, queries

pytestmark = pytest.mark.django_db

# The queries, and which share finds what is wanted first, and in the first three.
SETS = {
    "tuned": (lambda: [*queries()][0::2], 0.95, 0.99),
    "held out": (lambda: [*queries()][1::2], 0.95, 0.98),
    "written last": (lambda: [*queries("held_out.txt")], 0.95, 0.97),
    "asked, tuned": (lambda: [*queries("asked_tuning.txt")], 0.87, 0.91),
    "asked, unseen": (lambda: [*queries("asked_unseen.txt")], 0.87, 0.90),
    "short, tuned": (lambda: [*queries("short_tuning.txt")], 0.92, 0.96),
    "short, unseen": (lambda: [*queries("short_unseen.txt")], 0.80, 0.89),
}


@pytest.mark.parametrize("name", SETS)
def test_what_is_wanted_comes_first(seeded, name):
    slugs, weights, misses = make_index(), content_weights(), []
    chosen, least_first, least_near = SETS[name]
    asked, first, near = chosen(), 0, 0
    for query, wanted in asked:
        found = search(query, content_weights=weights).documents[:3]
        pages = [answer(ranked, slugs) for ranked in found]
        places = [place for place, names in enumerate(pages) if fits(names, wanted)]
        first += places[:1] == [0]
        near += bool(places)
        if places[:1] != [0]:
            misses.append(f"{query}: {wanted} not {[sorted(p)[-1] for p in pages]}")
    report = f"{name}: {first}/{len(asked)} first, {near}/{len(asked)} in three\n"
    report += "\n".join(misses)
    print(report)
    assert first >= least_first * len(asked), report
    assert near >= least_near * len(asked), report


def answer(ranked, slugs):
    """What a page is called: its slug, and the headings at which it is offered."""
    document = Document.objects.get(pk=ranked[0].hit.document)
    slug = slugs[document.content_type.model, document.object_id]
    return {slug, *(f"{slug}#{one.hit.anchor}" for one in ranked)}


def fits(names, wanted):
    """Whether one name is wanted: `sample-*-6` is the sixth question of any sample."""
    return any(fnmatchcase(name, one) for name in names for one in wanted)


def test_what_is_wanted_is_there(seeded):
    slugs = make_index()
    sections = Section.objects.select_related("document__content_type")
    there = {*slugs.values()}
    for one in sections:
        of = one.document.content_type.model, one.document.object_id
        there.add(f"{slugs[of]}#{one.anchor}")
    files = ("queries", "held_out", "asked_tuning", "asked_unseen")
    files += ("short_tuning", "short_unseen")
    asked = [query for file in files for query in queries(f"{file}.txt")]
    wanted = {name for _query, names in asked for name in names}
    assert {name for name in wanted if not fits(there, [name])} == set()
