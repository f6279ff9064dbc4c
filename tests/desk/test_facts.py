"""Test that what texts hold is kept when they are saved, and follows what they name."""

import pytest
from django.core.management import call_command

from articles.models import Article
from careerguide.desk.facts import keep, refresh_all, unread
from careerguide.desk.models import ItemFacts
from careerguide.publishing.drafts import actions
from careerguide.publishing.models.content import content_models
from tests.factories import (
    ArticleFactory,
    CareerFactory,
    FAQEntryFactory,
    PageFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

LINK = "See [bees](/articles/bees/)."


@pytest.fixture
def stored(django_capture_on_commit_callbacks):
    """Run what waits for the end of a transaction, as a request would."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def problems(item):
    return ItemFacts.objects.of(item).get().problem_count


def test_a_save_keeps_them_of_the_draft(stored):
    article, by = ArticleFactory(), UserFactory()
    wanted = Article.objects.get()
    wanted.body = LINK + " Half of them, 50 %, agree."
    with stored():
        actions.save_draft(article, wanted, by)
    facts = ItemFacts.objects.of(article).get()
    assert (facts.problem_count, facts.claim_count > 0) == (1, True)
    assert facts.version == article.version + 1


def test_what_goes_breaks_what_names_it_and_mends_it_again(stored):
    career, by = CareerFactory(), UserFactory()
    bees = ArticleFactory(slug="bees", career=career)
    article = ArticleFactory(body=LINK, career=career)
    keep(article)
    assert problems(article) == 0
    with stored():
        actions.trash(bees, by)
    assert problems(article) == 1
    with stored():
        actions.recover(bees, by)
        actions.publish(bees, by)
    assert problems(article) == 0


def test_what_is_archived_or_in_the_trash_has_none(stored):
    article, by = ArticleFactory(body=LINK), UserFactory()
    keep(article)
    with stored():
        actions.archive(article, by)
    assert not ItemFacts.objects.of(article).exists()


def test_what_a_file_brings_is_read_at_once(stored):
    with stored():
        call_command("loaddata", "machine-learning-engineer", verbosity=0)
    assert ItemFacts.objects.count() == 24
    assert not any(unread(model).exists() for model in content_models())


def test_what_a_file_brings_mends_what_named_it(stored):
    page = PageFactory(body="Read [it](/careers/machine-learning-engineer/).")
    answer = FAQEntryFactory(answer="See [nowhere](/articles/never-there/).")
    for item in (page, answer):
        keep(item)
    assert (problems(page), problems(answer)) == (1, 1)
    with stored():
        call_command("loaddata", "machine-learning-engineer", verbosity=0)
    assert (problems(page), problems(answer)) == (0, 1)


def test_one_reading_is_enough_for_paragraphs_of_two_texts():
    text = "Bees fly out when the sun has warmed the hive, and come back before dusk."
    career = CareerFactory()
    for _number in range(3):
        ArticleFactory(career=career, body=text)
    refresh_all(1_000)
    assert not any(unread(model).exists() for model in content_models())
    assert all(ItemFacts.objects.of_model(Article).values_list("finding_count"))


def test_what_was_missed_is_read_later():
    article = ArticleFactory(body=LINK)
    keep(article)
    assert [*unread(Article)] == []
    Article.objects.update(version=7)
    assert [*unread(Article)] == [article]
    refresh_all(100)
    assert [*unread(Article)] == []


def test_a_text_that_cannot_be_read_undoes_no_save(stored, monkeypatch):
    def fail(item):
        raise ValueError(item)

    monkeypatch.setattr("careerguide.desk.facts.keep", fail)
    article, wanted = ArticleFactory(), Article.objects.get()
    wanted.summary = "Other."
    with stored():
        assert actions.save_draft(article, wanted, None)
