"""Test which sections are looked at where a career, or the site, is asked for."""

import pytest

from articles.models import Article
from careerguide.models import Career, Page
from careerguide.search import index
from careerguide.search.content import DocumentText, SectionText
from careerguide.search.models import Synonym
from careerguide.search.search import content_weights, search

pytestmark = pytest.mark.django_db
BEEKEEPER, BAKER = (1, "Hive Keeper"), (2, "Bread Baker")


def put(*items):
    """Index (title, text, career) as articles, or as pages where there is no career."""
    index.rebuild(
        DocumentText(
            item=(Article if career else Page, number),
            title=title,
            sections=(SectionText(title, text=text),),
            context=career[1] if career else "",
            career=career[0] if career else None,
        )
        for number, (title, text, career) in enumerate(items, start=1)
    )


def found(text, **options):
    documents = search(text, content_weights=content_weights(), **options).documents
    return [page[0].hit.title for page in documents]


def test_light_words_need_not_be_there():
    put(("The tools", "", BEEKEEPER))
    results = search("what tools do typical people use")
    assert results.documents
    assert results.has_all


def test_light_words_decide_between_those_that_fit():
    put(("The tools", "", BEEKEEPER), ("The best tools", "", BEEKEEPER))
    assert found("best tools")[0] == "The best tools"


def test_career_that_was_named_comes_first():
    put(
        ("Without a degree", "How to become one.", BAKER),
        ("Which degree you need", "", BEEKEEPER),
    )
    assert found("become a hive keeper without a degree")[0] == "Which degree you need"


def test_career_is_named_by_what_it_is_about():
    put(("Pay", "Much.", BAKER), ("Pay", "Bread is paid for.", BEEKEEPER))
    assert search("bread pay").documents[0][0].hit.career == BAKER[0]


def test_text_that_has_all_words_is_not_all_that_is_found():
    put(
        ("A year", "Alone in winter, it is said.", BEEKEEPER),
        ("Do they work alone?", "", BEEKEEPER),
    )
    assert "Do they work alone?" in found("hive keeper alone in winter")


def test_what_answers_is_not_looked_for_in_the_name_of_a_career():
    machines = (3, "Machine Minder")
    put(
        ("Will they be replaced?", "", machines),
        ("Robots", "", machines),
        ("Certificates", "", machines),
    )
    assert found("robot")[0] == "Robots"
    assert found("automation")[0] == "Will they be replaced?"


def test_page_of_the_site_answers_for_the_site():
    put(
        ("Who wrote the rules", "Somebody.", BEEKEEPER),
        ("About", "The editors of this guide wrote it.", None),
    )
    assert found("who wrote this guide")[0] == "About"


def test_answer_is_told_by_the_form_of_the_question():
    put(("Van licence", "", BAKER), ("Essential licence", "", BAKER))
    assert found("bread baker licence")[0] == "Van licence"
    assert found("does a bread baker have to have a licence")[0].startswith("Essential")


def test_age_that_no_page_has_finds_what_is_said_of_ages():
    put(
        ("Numbers", "42 hives.", BEEKEEPER), ("Is it too late at forty?", "", BEEKEEPER)
    )
    assert found("I am 42, can I retrain as a hive keeper?")[0].startswith("Is it too")


def test_what_has_most_follows_the_few_that_have_all():
    put(("Rye and wheat", "", BAKER), ("Rye", "", BAKER), ("Salt", "", BAKER))
    results = search("rye wheat")
    assert results.has_all
    assert found("rye wheat") == ["Rye and wheat", "Rye"]


def test_what_has_most_comes_after_what_has_all_in_its_text():
    put(("Flour", "Rye and wheat.", BAKER), ("Wheat", "", BAKER))
    assert found("rye wheat") == ["Flour", "Wheat"]


def test_name_of_several_words_that_nothing_has_in_a_row_is_its_words():
    Synonym.objects.create(words="soft skills, people skills")
    put(("The skills of people", "", BAKER), ("Bread", "", BAKER))
    assert found("soft skills") == ["The skills of people"]


def test_career_is_asked_for_by_another_name_of_the_occupation():
    def text_of(model, title, text, **more):
        return DocumentText(
            item=(model, 1),
            title=title,
            sections=(SectionText(title, text=text),),
            context=BEEKEEPER[1],
            career=BEEKEEPER[0],
            **more,
        )

    career = text_of(Career, BEEKEEPER[1], "They see to bees.", weight=0.15)
    index.rebuild([text_of(Article, "Bees", "A year of theirs."), career])
    assert found("bee keeper")[0] == BEEKEEPER[1]
    assert found("bees of a keeper")[0] == "Bees"


@pytest.fixture
def keeper():
    """A career, and a table that says more of its guide than the career does."""

    def text_of(model, title, text):
        return DocumentText(
            item=(model, 1),
            title=title,
            sections=(SectionText(title, text=text),),
            context=BEEKEEPER[1],
            career=BEEKEEPER[0],
            weight=0.15 if model is Career else 0,
        )

    career = text_of(Career, BEEKEEPER[1], "They see to bees.")
    index.rebuild([text_of(Article, "A guide to hive prices", "Much."), career])


@pytest.mark.parametrize(
    "text", ["hive keeper guide", "a career as a hive keeper", "hive keeper as PDF"]
)
def test_guide_of_a_career_is_its_page(keeper, text):
    assert found(text)[0] == BEEKEEPER[1]


def test_file_is_had_on_the_pages_of_careers(keeper):
    assert found("epub download") == [BEEKEEPER[1]]


def test_word_beside_others_asks_for_no_guide(keeper):
    assert found("prices in this guide")[0] == "A guide to hive prices"


def test_career_called_guide_is_asked_for_by_it():
    put_careers("Mountain Guide", "Mountain Farmer")
    assert found("mountain guide")[0] == "Mountain Guide"
    assert not search("mountain guide").plan.is_of_guide


def test_career_is_named_by_the_begin_of_a_word_that_others_have_whole():
    put_careers("Forestry Engineer", "Railway Engineer", text="A random forest.")
    assert found("forest engineer")[0] == "Forestry Engineer"


def put_careers(*names, text=""):
    index.rebuild(
        DocumentText(
            item=(Career, number),
            title=name,
            sections=(SectionText(name, text=text if number > 1 else ""),),
            context=name,
            career=number,
            weight=0.15,
        )
        for number, name in enumerate(names, start=1)
    )


def put_career(name, *titles):
    career = Career(pk=1, name=name)
    texts = [(Career, 1, name), *((Article, at, t) for at, t in enumerate(titles, 1))]
    index.rebuild(
        DocumentText(
            item=(model, key),
            title=title,
            sections=(SectionText(title, text="They design hives."),),
            context=career.name,
            career=1,
        )
        for model, key, title in texts
    )


@pytest.mark.parametrize("word", ["designer", "expert", "specialists"])
def test_whoever_works_on_its_subject_is_the_career(word):
    put_career("Wind Energy Engineer", "Designers, experts, specialists", "Design")
    assert found(f"wind energy {word}")[0] == "Wind Energy Engineer"
    assert found(f"who is a wind energy {word}")[0] != "Wind Energy Engineer"


def test_word_that_begins_the_name_of_a_career_is_that_name():
    put_career("Railway Engineer", "Rain")
    results = search("rail engineer", content_weights=content_weights())
    assert results.documents[0][0].hit.title == "Railway Engineer"
    assert results.has_all
    assert results.plan.corrected == {}


def test_form_of_a_question_answers_where_no_word_does():
    put(
        ("People and jobs", "", BEEKEEPER),
        ("Most are satisfied", "", BEEKEEPER),
        ("The tools", "", BEEKEEPER),
    )
    assert "Most are satisfied" in found("do people like the job")
    assert "The tools" not in found("do people like the job")


def test_question_that_names_the_site_alone_finds_its_pages():
    put(("Our site", "", None), ("Bees", "", BEEKEEPER))
    assert found("is this site gratis") == ["Our site"]
