"""Test what is found, on either database, and that nothing typed is an error."""

import datetime

import pytest
from django.utils import timezone

from articles.models import Article
from careerguide.search import index
from careerguide.search.content import DocumentText, SectionText
from careerguide.search.headings import IN_ORDER, Headings
from careerguide.search.models import Synonym
from careerguide.search.plan import make_plan
from careerguide.search.query import parse
from careerguide.search.search import search
from faq.models import FAQEntry

pytestmark = pytest.mark.django_db
BEES = DocumentText(
    item=(Article, 1),
    title="A year with the bees",
    context="Beekeeper, apiarist",
    career=7,
    sections=(
        SectionText("A year with the bees", key="From spring to winter."),
        SectionText(
            "Spring", "spring", text="The hives wake up; a swarm costs $120,000."
        ),
        SectionText(
            "Winter", "winter", text="Bees stay in. Nobody should wake the hives."
        ),
    ),
)
HONEY = DocumentText(
    item=(FAQEntry, 1),
    title="Who buys honey?",
    context="Beekeeper, apiarist",
    career=7,
    sections=(
        SectionText(
            "Who buys honey?", text="Shops, and people with a Ph.D. in 東京大学."
        ),
    ),
)
FALCONS = DocumentText(
    item=(Article, 2),
    title="Keeping falcons",
    context="Falconer",
    career=8,
    sections=(
        SectionText("Keeping falcons", text="Falcons are learning all day long."),
    ),
)


@pytest.fixture(autouse=True)
def documents():
    index.rebuild([BEES, HONEY, FALCONS])


def found(text, **options):
    """The headings at which pages are offered, page by page."""
    results = search(text, **options)
    return headings(results)


def headings(results):
    return [[ranked.hit.heading for ranked in page] for page in results.documents]


def test_hit_opens_at_its_heading():
    assert found("swarm") == [["Spring"]]


def test_words_may_stand_in_any_order():
    assert found("up wake hives") == found("hives wake up")


def test_all_words_have_to_stand_in_a_section():
    assert search("swarm hives").has_all
    results = search("swarm shops")
    assert not results.has_all
    assert results.documents


def test_name_of_the_career_counts_for_every_section():
    assert found("apiarist swarm")[0][0] == "Spring"


def test_two_sections_of_a_page_at_most():
    assert len(found("bees")[0]) == 2


def test_phrase():
    assert found('"wake up"') == [["Spring"]]
    assert found('"up wake"') == []


def test_unfinished_word():
    assert found("swar") == [["Spring"]]
    assert found("swar ", correct=False) == []


def test_stem_and_not_a_part_of_a_word():
    assert found("learned") == [["Keeping falcons"]]
    assert found("earn ") == []


@pytest.mark.parametrize(
    "text", ["120k", "$120,000", "120 000", "phd", "京大", "PH.D."]
)
def test_numbers_abbreviations_and_scripts(text):
    assert len(found(text)) == 1


def test_misspelt_word_is_said_openly():
    results = search("falcns")
    assert results.plan.corrected == {"falcns": "falcons"}
    assert headings(results) == [["Keeping falcons"]]


def test_misspelt_word_as_it_is():
    assert found("falcns", correct=False) == []


def test_of_two_corrections_the_one_that_fits_the_rest():
    more = DocumentText(
        item=(FAQEntry, 5),
        title="Questions",
        sections=(
            SectionText("Who starts?", text="He starts."),
            SectionText("Who else starts?", text="She starts."),
            SectionText("Money", text="Some startups buy beehives."),
        ),
    )
    index.put([more])
    assert search("startps").plan.corrected == {"startps": "starts"}
    assert search("startps beehives").plan.corrected == {"startps": "startups"}


def test_synonyms():
    Synonym.objects.create(words="doctorate, PhD")
    Synonym.objects.create(words="bird of prey, falcon")
    assert found("doctorate") == found("phd")
    assert found("bird of prey") == [["Keeping falcons"]]
    assert search("bird of prey").plan.corrected == {}


def test_limited_to_a_career_or_a_kind():
    assert found("keeping bees falcons", careers=[8]) == [["Keeping falcons"]]
    (page,) = search("beekeeper").documents[:1]
    kind = page[0].hit.content_type
    assert len(search("beekeeper", content_types=[kind]).documents) == 1
    assert len(search("beekeeper").documents) == 2


@pytest.mark.parametrize(
    ("visible_from", "visible_until", "is_found"),
    [
        (None, None, True),
        (-1, 1, True),
        (1, None, False),
        (None, -1, False),
        (-2, -1, False),
    ],
)
def test_clock(visible_from, visible_until, is_found):
    def hours(number):
        return number and timezone.now() + datetime.timedelta(hours=number)

    planned = DocumentText(
        item=(Article, 9),
        title="Ospreys",
        sections=(SectionText("Ospreys"),),
        visible_from=hours(visible_from),
        visible_until=hours(visible_until),
    )
    index.put([planned])
    assert bool(found("ospreys")) is is_found


@pytest.mark.parametrize(
    "text",
    [
        *(
            '"',
            "'",
            "''",
            "*",
            "bees*",
            "AND",
            "OR",
            "NOT",
            "NEAR(bees, 2)",
            "bees AND",
        ),
        *("bees OR", "-bees", "^bees", "heading:bees", "{heading}", "(", ")", "bees)"),
        *(
            "bees & !hives",
            "bees <-> hives",
            "bees | hives",
            "bees:*",
            "\\",
            "%",
            "_",
            ";",
        ),
        *(
            "'; DROP TABLE search_section; --",
            "\0",
            "bees\0",
            "😀",
            "👩‍🚀",
            "\u202ebees",
        ),
        *(
            "שלום",
            "مرحبا",
            "हिन्दी",
            "ก",
            "東",
            "e\u0301",
            "\ud7ff",
            "\uffff",
            "a" * 10_000,
        ),
        *(
            "bees " * 2_000,
            '"bees ' * 2_000,
            "9" * 10_000,
            "1,222," * 1_600,
            "",
            " ",
            "\n",
        ),
        *(
            "a.b.c.d.e.f",
            "-" * 10_000,
            "bees/hives/winter/a/b/c/d",
            "'bees'",
            "$",
            "5%",
        ),
    ],
    ids=lambda text: ascii(text[:16]),
)
def test_anything_is_answered(text):
    assert isinstance(found(text), list)


@pytest.mark.parametrize(
    "text",
    ["bees AND", "bees)", "-bees", "^bees", "bees:*", "'bees'", "bees\0", "bees*"],
)
def test_signs_are_no_operators(text):
    assert found(text) == found("bees")


def test_heading_that_is_the_query_counts_more_than_its_words_in_order():
    plan = make_plan(parse("keeping falcons", "en-gb"))
    headings = Headings(plan, {"keep": 1, "falcon": 1})
    more = headings.fit("keep falcon", 1) - headings.fit("falcon keep", 1)
    assert more > IN_ORDER + 0.1
