"""Test which of many matches are given: the nearest, and none that is hidden."""

import datetime

import pytest
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from articles.models import Article
from careerguide.search import index
from careerguide.search.backends import backend
from careerguide.search.backends.shapes import Filters
from careerguide.search.content import DocumentText, SectionText
from faq.models import FAQEntry

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]

WAX = [((("wax",),),)]  # the query of one word
MOST = 5
LONG = "A letter that is looked at after all the others"


def document(key, *sections, model=Article, **more):
    title = sections[0].heading
    return DocumentText(item=(model, key), title=title, sections=sections, **more)


def in_text(key, **more):
    return document(key, SectionText(f"Letter {key}", text="Bees make wax."), **more)


def headings(groups=WAX, filters=None, limit=MOST):
    hits = backend().find(groups, filters or Filters(timezone.now()), limit)
    assert len(hits) == len({hit.section for hit in hits}) <= limit
    return [hit.heading for hit in hits]


@pytest.fixture(autouse=True)
def empty():
    index.rebuild([])


class TestMoreThanAreWanted:
    @pytest.mark.parametrize(
        "nearer",
        [
            document(99, SectionText(f"{LONG} of wax")),
            document(99, SectionText(LONG, key="Wax")),
            document(99, SectionText("Bees"), SectionText(f"{LONG} of wax", "wax")),
            document(99, SectionText(LONG), context="Wax maker"),
            document(99, SectionText(LONG), url="/articles/wax/"),
        ],
        ids=["title", "key", "heading", "career", "address"],
    )
    def test_nearer_one_is_given_though_it_is_the_last(self, nearer):
        index.put(in_text(key) for key in range(1, 3 * MOST))
        index.put([nearer])
        assert nearer.sections[-1].heading in headings()

    def test_all_that_are_wanted_are_given(self):
        index.put([document(99, SectionText("Wax"))])
        index.put(in_text(key) for key in range(1, 3 * MOST))
        assert len(headings()) == MOST

    def test_short_heading_comes_before_long_ones(self):
        index.put(
            document(key, SectionText(f"How wax is made and sold in town {key}"))
            for key in range(1, 3 * MOST)
        )
        index.put([document(99, SectionText("Wax"))])
        assert "Wax" in headings()

    def test_what_counts_more_comes_before_all_others(self):
        index.put(document(key, SectionText("Wax")) for key in range(1, 3 * MOST))
        index.put([document(99, SectionText("Wax makers"), weight=0.5)])
        assert "Wax makers" in headings()

    def test_every_group_has_to_be_as_near(self):
        groups = [*WAX, ((("bees",),),)]
        index.put(in_text(key) for key in range(1, 3 * MOST))
        index.put([document(98, SectionText("Wax", text="Bees"))])
        index.put([document(99, SectionText("Wax of bees"))])
        assert "Wax of bees" in headings([*WAX, ((("bee",),),)])
        assert headings(groups) == []


class TestHidden:
    hour = datetime.timedelta(hours=1)

    def test_takes_no_place_of_what_is_visible(self):
        later = timezone.now() + self.hour
        index.put(
            document(key, SectionText("Wax"), visible_from=later)
            for key in range(1, 3 * MOST)
        )
        index.put(in_text(key) for key in range(50, 50 + MOST))
        assert len(headings()) == MOST and "Wax" not in headings()
        assert {*headings(filters=Filters(later))} == {"Wax"}
        assert {*headings(filters=Filters(None))} == {"Wax"}

    @pytest.mark.parametrize(("hours", "count"), [(-1, 0), (0, 0), (1, 1)])
    def test_end_is_its_first_hidden_moment(self, hours, count):
        now = timezone.now()
        end = now + hours * self.hour
        index.put([document(1, SectionText("Wax"), visible_until=end)])
        assert len(headings(filters=Filters(now))) == count

    def test_nor_among_headings(self):
        now = timezone.now()
        index.put(
            document(key, SectionText("Wax"), visible_from=now + self.hour)
            for key in range(1, 3 * MOST)
        )
        index.put([document(50, SectionText("Wax in town"))])
        found = backend().find_headings(WAX, now, MOST)
        assert [hit.heading for hit in found] == ["Wax in town"]


class TestFilters:
    @pytest.fixture(autouse=True)
    def many(self):
        index.put(document(n, SectionText("Wax"), career=1) for n in range(1, 3 * MOST))
        index.put([in_text(77, career=11)])
        index.put([in_text(88, model=FAQEntry, career=1)])

    @pytest.mark.parametrize(
        ("filters", "found"),
        [
            ({"careers": (11,)}, {"Letter 77"}),
            ({"careers": (1,)}, {"Wax"}),
            ({"careers": (111,)}, set()),
            ({"content_types": FAQEntry}, {"Letter 88"}),
            ({"content_types": FAQEntry, "careers": (11,)}, set()),
        ],
    )
    def test_are_of_the_match_itself(self, filters, found):
        model = filters.get("content_types")
        keys = [ContentType.objects.get_for_model(model).pk] if model else ()
        filters = Filters(None, content_types=keys, careers=filters.get("careers", ()))
        assert {*headings(filters=filters)} == found

    @pytest.mark.parametrize("word", ["1", "11", "career", "kind"])
    def test_are_no_words(self, word):
        assert headings([(((word,),),)]) == []


class TestHeadings:
    def test_of_texts_are_not_found(self):
        index.put([in_text(1), document(2, SectionText("Town", key="Wax"))])
        assert backend().find_headings(WAX, None, MOST) == []

    def test_come_before_those_of_the_career(self):
        of_career = (SectionText(name) for name in "ABCDEFGH")
        index.put(document(n, s, context="Wax") for n, s in enumerate(of_career, 1))
        index.put([document(99, SectionText("All that is known today of wax"))])
        found = backend().find_headings(WAX, None, MOST)
        assert "All that is known today of wax" in [hit.heading for hit in found]
        assert len(found) == MOST


class TestPhrases:
    """Tokens in a row, of which each is somewhere in most of these texts."""

    @pytest.fixture(autouse=True)
    def texts(self):
        texts = ("make wax", "wax of bees make", "make honey make wax now", "honey")
        for key, text in enumerate(texts, 1):
            index.put([document(key, SectionText(f"Letter {key}", text=text))])

    @pytest.mark.parametrize(
        ("group", "found"),
        [
            ([[("make", "wax")]], {1, 3}),
            ([[("wax", "make")]], set()),
            ([[("make", "wax", "now")]], {3}),
            ([[("honey", "make", "wax")]], {3}),
            ([[("make", "make")]], set()),
            ([[("make", "wax"), ("now",)]], {3}),
            ([[("make", "wax")], [("honey",)]], {1, 3, 4}),
            ([[("bee",), ("make",)], [("now",)]], {2, 3}),
        ],
    )
    def test_alternatives(self, group, found):
        letters = {f"Letter {key}" for key in found}
        assert {*headings([group])} == letters
        assert {*headings([group, [[("letter",)]]])} == letters


def test_phrase_spans_no_two_fields():
    phrase = [((("make", "wax"),),)]
    index.put([document(1, SectionText("Make", key="wax", text="honey"))])
    assert headings(phrase) == []
    index.put([in_text(2)])
    assert headings(phrase) == ["Letter 2"]


def test_what_has_no_page_is_not_given():
    index.put([document(1, SectionText("Wax"), url=None)])
    assert headings() == []
    assert backend().find_headings(WAX, None, MOST) == []
