"""Test that the wanted page comes first, and say of how many queries it does.

Wanted are 95 % first and 99 % in the first three, of queries that nobody tuned with.
Last asked were 120 of `blind5.txt`, once, when all was tuned: 115 of them (95.8 %) have
the wanted page first, 116 (96.7 %) in the first three; of the four others three want a
list or a whole guide on one page, which no index holds. Before that came 120 of
`blind4.txt`, of which 112 (93.3 %) and 118 (98.3 %) did, 120 of `blind3.txt`: 111
(92.5 %) and 115 (95.8 %), and 60 of `blind2.txt`: 57 (95 %) and 59 (98 %). The ranking
was tuned with all other files, with what was asked before, and with the first 60, 80,
60 and 60 of these, of which 53 and 57, 67 and 75, 58 and 59, 52 and 55 had it then.
"""

from fnmatch import fnmatchcase

import pytest

from careerguide.search.models import Document, Section
from careerguide.search.search import content_weights, search
from tests.search.world import make_index, queries, stored_items

pytestmark = pytest.mark.django_db

# The queries, and which share finds what is wanted first, and in the first three.
SETS = {
    "tuned": (lambda: [*queries()][0::2], 1, 1),
    "held out": (lambda: [*queries()][1::2], 0.97, 1),
    "written last": (lambda: [*queries("held_out.txt")], 0.98, 1),
    "asked, tuned": (lambda: [*queries("asked_tuning.txt")], 0.96, 1),
    "asked, unseen": (lambda: [*queries("asked_unseen.txt")], 0.94, 0.98),
    "short, tuned": (lambda: [*queries("short_tuning.txt")], 0.95, 1),
    "short, unseen": (lambda: [*queries("short_unseen.txt")], 0.94, 0.99),
    "blind": (lambda: [*queries("blind.txt")], 0.94, 0.98),
}
LISTS = {"articles", "statistics", "faq"}  # pages that are wanted and in no index
OF_THE_GUIDE_ALONE = {
    "blind, tuned": (lambda: [*queries("blind2.txt")][:60], 0.96, 0.98),
    "blind, held out": (lambda: [*queries("blind2.txt")][60:], 0.95, 0.98),
    "blind again": (lambda: [*queries("blind3.txt")], 0.96, 0.99),
    "blind last, tuned": (lambda: [*queries("blind4.txt")][:60], 1, 1),
    "blind last, held out": (lambda: [*queries("blind4.txt")][60:], 0.98, 1),
    "blind fifth, tuned": (lambda: [*queries("blind5.txt")][:60], 0.98, 0.98),
    "blind fifth, held out": (lambda: [*queries("blind5.txt")][60:], 0.95, 0.96),
}


@pytest.mark.parametrize("name", SETS)
def test_what_is_wanted_comes_first(seeded, name):
    hold(name, SETS[name], make_index())


@pytest.mark.parametrize("name", OF_THE_GUIDE_ALONE)
def test_what_is_wanted_comes_first_on_a_new_site(seeded, name):
    hold(name, OF_THE_GUIDE_ALONE[name], make_index(stored_items()))


def hold(name, chosen, slugs):
    """Hold the queries of a set to its shares, and print those that miss."""
    weights, misses = content_weights(), []
    chosen, least_first, least_near = chosen
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
    files += (
        "short_tuning",
        "short_unseen",
        "blind",
        "blind2",
        "blind3",
        "blind4",
        "blind5",
    )
    asked = [query for file in files for query in queries(f"{file}.txt")]
    wanted = {name for _query, names in asked for name in names}
    missing = {name for name in wanted if not fits(there, [name])}
    assert missing == LISTS
