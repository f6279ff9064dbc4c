"""Test that a hit shows the line it was found by, with the words marked."""

import pytest

from careerguide.search.excerpt import ELLIPSIS, LONGEST, Marker
from careerguide.search.models import Section, Synonym
from careerguide.search.plan import make_plan
from careerguide.search.query import parse

pytestmark = pytest.mark.django_db
TABLE = Section(
    key="Share of engineers\nEducation level\nPh.D.",
    text="Bachelor’s Degree 40 %\nMaster’s Degree 55 %\nPh.D. 5 %\nNo source is known.",
)


def shown(query, section):
    """The excerpt, with marks as [brackets]."""
    plan = make_plan(parse(query, "en-gb"), correct=False)
    parts = Marker(plan.tokens, "en-gb").excerpt(section)
    return "".join(f"[{p.text}]" if p.is_marked else p.text for p in parts)


@pytest.mark.parametrize(
    ("query", "row"),
    [
        ("phd", "[Ph.D.] 5 %"),
        ("master's", "[Master’s] Degree 55 %"),
        ("55%", "Master’s Degree [55 %]"),
        ("education", "[Education] level"),
        ("beekeeper", "Bachelor’s Degree 40 %"),
    ],
)
def test_row_of_a_table(query, row):
    assert shown(query, TABLE) == row


@pytest.mark.parametrize(
    ("query", "text", "wanted"),
    [
        ("engineering", "Two (engineers), one plan.", "Two ([engineers]), one plan."),
        ("c++", "Written in C++, mostly.", "Written in [C++], mostly."),
        (".net", "It runs on .NET.", "It runs on [.NET]."),
        ("zurich", "In Zürich.", "In [Zürich]."),
        ("120k", "It costs $120,000.", "It costs [$120,000]."),
        ("ecommerce", "An e-commerce site", "An [e-commerce] site"),
        ("svm", "Support vector machines", "[Support] [vector] [machines]"),
        ("85000", "In 2020 300 had 85\u202f000 €.", "In 2020 300 had [85\u202f000] €."),
        ("85.000", "From $85,000 on", "From [$85,000] on"),
        ("300", "In 2020 300 had it.", "In 2020 [300] had it."),
        ("the plan", "The plan of the town", "The [plan] of the town"),
    ],
)
def test_marked_as_it_was_found(query, text, wanted):
    assert shown(query, Section(text=text)) == wanted


@pytest.mark.parametrize(
    ("query", "line"),
    [
        ("pay", "It rises for ten years."),
        ("pay satisfaction", "It rises for ten years."),
        ("satisfaction", "Pay and [satisfaction]"),
        ("years", "It rises for ten [years]."),
    ],
)
def test_topic_of_no_more_than_what_was_asked_is_not_shown(query, line):
    key = "Pay" if query == "pay" else "Pay and satisfaction"
    key = "Pay, satisfaction" if query == "pay satisfaction" else key
    section = Section(key=key, text="It rises for ten years.\nThen it does not.")
    assert shown(query, section) == line


@pytest.mark.parametrize(
    ("query", "line"),
    [
        ("knn", "[k-nearest] [neighbors]"),
        ("bees", "What [bees] do"),
        ("nothing", "What bees do"),
    ],
)
def test_line_is_shown_for_its_initials(query, line):
    section = Section(text="What bees do\nk-nearest neighbors\nNaive Bayes")
    assert shown(query, section) == line


def test_topic_is_shown_where_there_is_no_text():
    assert shown("pay", Section(key="Pay")) == "[Pay]"


def test_row_of_no_more_than_what_was_asked_is_shown():
    section = Section(key="Python", text="Python 1\nR 2")
    assert shown("python 1", section) == "[Python] [1]"


def test_synonym_is_marked():
    Synonym.objects.create(words="women, female")
    assert shown("women", Section(text="17 % are female.")) == "17 % are [female]."


@pytest.mark.parametrize("step", range(1, 20))
def test_first_of_lines_that_say_as_much(step):
    """In whatever order what their words weigh is added up."""
    wanted = {f"bee{at}": 1 / (at + step) for at in range(40)}
    words = [*wanted]
    lines = (" ".join(words[at:] + words[:at]) for at in range(40))
    parts = Marker(wanted, "en-gb").excerpt(Section(text="\n".join(lines)))
    assert parts[0].text == words[0]


def test_long_text_is_cut_around_the_word():
    text = "The day is long. " * 40 + "Bees sleep. " + "The night is short. " * 40
    found = shown("bees", Section(text=text))
    assert found.startswith(ELLIPSIS)
    assert found.endswith(ELLIPSIS)
    assert "[Bees] sleep" in found
    assert len(found) < LONGEST + 20


def test_one_long_word():
    assert len(shown("bees", Section(text="x" * 10_000))) <= LONGEST + 1


def test_html_is_text_like_any_other():
    assert shown("bees", Section(text="<b>bees</b> & co")) == "[<b>bees</b>] & co"


def test_nothing_to_show():
    assert shown("bees", Section()) == ""
