"""Test that words that mean the same find each other, as editors write them down."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Article
from careerguide.models import SeededGuide
from careerguide.search import index
from careerguide.search.content import DocumentText, SectionText
from careerguide.search.models import Synonym
from careerguide.search.plan import make_plan
from careerguide.search.query import parse
from careerguide.search.search import search
from tests.each import each

pytestmark = pytest.mark.django_db


def add(*rows):
    for words in rows:
        Synonym.objects.create(words=words)


def put(*texts):
    """Index pages of these texts, and no others."""
    index.rebuild(
        DocumentText(
            item=(Article, number),
            title=f"Page {number}",
            sections=(SectionText(f"Page {number}", text=text),),
        )
        for number, text in enumerate(texts)
    )


def found(text, **options):
    """The numbers of pages."""
    results = search(text, **options)
    titles = (page[0].hit.title_words for page in results.documents)
    return sorted(int(title.split()[-1]) for title in titles)


def test_words_of_a_name_stand_in_a_row():
    add("AI, artificial intelligence")
    put("Artificial intelligence is new.", "Artificial light, and some intelligence.")
    assert found("AI") == [0]


def test_name_that_was_typed_stands_in_a_row_as_well():
    add("AI, artificial intelligence")
    put("Artificial light, and some intelligence.", "AI, they say.")
    assert found("artificial intelligence") == [1]


def test_names_of_two_rows_are_not_the_same():
    add("bachelor, BSc", "bachelor, BA")
    put("A BSc.", "A BA.", "A bachelor.")
    assert found("bsc") == [0, 2]
    assert found("bachelor") == [0, 1, 2]


def test_longest_name_counts():
    add("day, date", "working day, shift")
    put("A shift.", "A date.")
    assert found("working day") == [0]


def test_name_may_be_joined_by_a_hyphen():
    add("entry level, junior")
    put("Junior staff.", "Senior staff.")
    assert found("entry-level") == found("entry level") == [0]


def test_phrase_in_quotation_marks_is_taken_as_it_is():
    add("pay, salary")
    put("The pay.", "The salary.")
    assert found('"pay"') == [0]


def test_misspelt_word_has_the_synonyms_of_what_was_meant():
    add("salary, pay")
    put("The salary.", "The pay.")
    assert found("salery") == [0, 1]
    assert search("salery").plan.corrected == {"salery": "salary"}


def test_name_that_is_the_begin_of_a_word_is_completed_while_somebody_types():
    add("man, male")
    put("A manager.", "A male.")
    plan = make_plan(parse("man", "en-gb"), while_typing=True)
    assert "manag" in plan.tokens
    assert "male" in plan.tokens


def test_words_that_say_little_are_not_marked():
    add("remote work, work from home")
    put("They work from home.")
    plan = search("remote work").plan
    assert {"remot", "work", "home"} <= plan.tokens.keys()
    assert "from" not in plan.tokens


def test_many_synonyms_are_looked_up_at_once():
    def count(text):
        with CaptureQueriesContext(connection) as captured:
            make_plan(parse(text, "en-gb"))
        return len(captured)

    put("The pay of a doctor, and the hours of a nurse.")
    without = count("pay hours nurse")
    add("pay, salary", "hours, time", "nurse, carer")
    assert count("pay hours nurse") == without


class TestShipped:
    """Those that a new site begins with."""

    @pytest.fixture(autouse=True)
    def shipped(self):
        call_command("seed", "synonyms", "synonyms-2", verbosity=0)

    def test_each_names_two_or_more(self):
        for synonym in Synonym.objects.all():
            synonym.full_clean()

    def test_no_word_is_a_stop_word(self):
        """Whoever types “it” or “us” means no abbreviation."""
        for synonym in Synonym.objects.all():
            for name in synonym.words.split(","):
                terms = parse(name, "en-gb").terms
                assert not all(term.is_stop_word for term in terms), synonym

    def test_deleted_ones_do_not_come_back(self):
        Synonym.objects.filter(words__contains="salary").delete()
        left = Synonym.objects.count()
        call_command("seed", verbosity=0)
        assert Synonym.objects.count() == left
        assert SeededGuide.objects.filter(name="synonyms").exists()

    @pytest.mark.parametrize("seed", [None, []])
    def test_those_of_a_later_release_reach_a_site_that_has_the_first(
        self, seed, settings, tmp_path
    ):
        settings.FIXTURE_DIRS, settings.SEED = [*settings.FIXTURE_DIRS, tmp_path], seed
        row = "- model: search.synonym\n  fields:\n    words: hive, skep\n"
        (tmp_path / "synonyms-9.yaml").write_text(row)
        Synonym.objects.filter(words__contains="salary").delete()
        call_command("seed", verbosity=0)
        assert Synonym.objects.filter(words="hive, skep").exists()
        assert not Synonym.objects.filter(words__contains="salary").exists()

    def test_loaded_again_they_are_not_there_twice(self):
        count = Synonym.objects.count()
        call_command("loaddata", "synonyms", verbosity=0)
        assert Synonym.objects.count() == count

    @each(
        ("asked", "text"),
        [
            ("doctorate", "Five hold a PhD."),
            ("women", "Female: 17"),
            ("salary", "What they earn."),
            ("how much are they paid", "How much is the salary?"),
            ("BSc", "A bachelor’s or a master’s degree."),
            ("curriculum vitae", "Send a résumé."),
            ("working from home", "Remote work is common."),
            ("career", "The job."),
            ("recruit", "Whom they hire."),
            ("vacancies", "Openings by town."),
            ("myths", "Misconceptions."),
            ("how old are they", "Age: 25 to 34."),
            ("is it too late", "Nobody is too old."),
            ("coding", "A programming language."),
            ("vacation", "Annual leave: 25 days."),
            ("apprenticeship", "Vocational training takes three years."),
            ("port", "A harbour."),
        ],
    )
    def test_find(self, asked, text):
        put(text, "Something else.")
        assert found(asked) == [0]

    @each(
        ("asked", "text"),
        [
            ("PhD", "Ask a doctor."),  # “doctorate” has the same stem
            ("vacancies", "Opening a café."),
            ("USA", "Write to us."),
            ("company", "A firm grasp of mathematics."),
            ("happy", "The content of this page."),
            ("training", "Of course."),
            ("promotion", "The next steps."),
            ("intern", "Internal affairs of an international bank."),
            ("overseas", "An overseer."),
            ("annual leave", "Turn left."),
            ("MSc", "Master the tools."),
        ],
    )
    def test_no_false_friends(self, asked, text):
        put(text, "Something else.")
        assert found(asked, correct=False) == []
