"""Test a hundred items of one title, saved at the same moment: a hundred slugs."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from articles.models import Article
from faq.models import FAQEntry
from tests.factories import CareerFactory, UserFactory

# The data that migrations made is put back for the tests that follow.
pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

THREADS = 10
TITLE = "What does a beekeeper do?"
SAVES = 100
# What each is made by, and how often: the second goes the same way.
KINDS = {
    Article: ("title", "articles_article", SAVES),
    FAQEntry: ("question", "faq_faqentry", 20),
}


@pytest.fixture
def save_all(shared_database):
    """Run a function many times at once, each thread with its own connection."""

    def run(save, times):
        def in_thread(number):
            try:
                return save(number)
            finally:
                connection.close()

        with ThreadPoolExecutor(THREADS) as pool:
            return list(pool.map(in_thread, range(times)))

    return run


@pytest.mark.parametrize(
    "model",
    [Article, pytest.param(FAQEntry, marks=pytest.mark.one_database)],
    ids=lambda model: model._meta.label_lower,
)
def test_in_the_admin(model, save_all, crashes):
    career = CareerFactory()
    editor = UserFactory(is_superuser=True)
    field, name, saves = KINDS[model]
    data = {field: TITLE, "career": career.pk, "_save": ""}
    data |= {"chart_form": "auto", "row_order": "given"}
    clients = []
    for _ in range(saves):
        clients.append(Client(raise_request_exception=False))
        clients[-1].force_login(editor)

    def save(number):
        return clients[number].post(reverse(f"admin:{name}_add"), data).status_code

    assert save_all(save, saves) == [302] * saves
    assert not crashes
    slugs = set(model.objects.values_list("slug", flat=True))
    assert len(slugs) == model.objects.count() == saves
    start = "what-does-a-beekeeper-do"
    assert all(start in slug for slug in slugs)


def test_without_a_second_try_some_are_lost(save_all):
    """The control: the threads do meet."""
    career = CareerFactory()

    def save(number):
        slug = f"same-{Article.objects.count()}"
        try:
            Article.objects.create(career=career, title=TITLE, slug=slug)
        except Exception as error:
            return type(error).__name__
        return ""

    assert "IntegrityError" in save_all(save, SAVES)
