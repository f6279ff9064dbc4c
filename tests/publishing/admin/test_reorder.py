"""Test that publishers set the order of lists on a page of its own, at once."""

import threading
from concurrent.futures import ThreadPoolExecutor, wait
from types import SimpleNamespace

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import Article
from careerguide.models import Career
from careerguide.publishing.admin import reorder
from careerguide.publishing.admin.reorder import reordered
from careerguide.publishing.drafts import actions, ordering
from tests.each import each
from tests.factories import ArticleFactory, CareerFactory, UserFactory
from tests.forms import sent_by

pytestmark = pytest.mark.django_db

PAGE = "/admin/articles/article/order/"
PATIENCE = 2  # seconds: who is not kept waiting is done long before


def titles():
    return [article.title for article in Article.objects.order_by("order", "pk")]


@pytest.fixture
def articles(sign_in):
    sign_in("Publisher")
    career = CareerFactory()
    return [
        ArticleFactory(title=title, career=career, order=order)
        for order, title in enumerate("ABCD", start=1)
    ]


class TestOrder:
    @pytest.mark.parametrize(
        ("button", "number", "order"),
        [
            ("up", 2, "ACBD"),
            ("down", 0, "BACD"),
            ("up", 0, "ABCD"),
            ("down", 3, "ABCD"),
        ],
    )
    def test_moves_one_step(self, client, articles, button, number, order):
        client.post(PAGE, {button: articles[number].pk})
        assert titles() == list(order)

    def test_takes_a_number(self, client, articles):
        client.post(PAGE, {f"place-{articles[3].pk}": "1"})
        assert titles() == list("DABC")

    def test_number_beyond_the_end_is_the_end(self, client, articles):
        client.post(PAGE, {f"place-{articles[0].pk}": "99999999999"})
        assert titles() == list("BCDA")

    @pytest.mark.parametrize("number", ["", "x", "-1", "1.5", "²", "0\0"])
    def test_number_that_is_none_moves_nothing(self, client, articles, number):
        answer = client.post(PAGE, {f"place-{articles[0].pk}": number}, follow=True)
        assert titles() == list("ABCD")
        assert "Nothing was moved." in answer.content.decode()

    def test_page_takes_nothing_back_that_others_moved_since(self, client, articles):
        """Its other numbers are those of the order that it showed."""
        sent = sent_by(client.get(PAGE))
        client.post(PAGE, {f"place-{articles[3].pk}": "1"})
        assert titles() == list("DABC")
        client.post(PAGE, sent | {f"place-{articles[0].pk}": "4"})
        assert titles() == list("DBCA")

    def test_is_what_readers_see(self, client, articles):
        client.post(PAGE, {"down": articles[0].pk})
        page = client.get(reverse("articles:list")).content.decode()
        assert page.index(articles[1].get_absolute_url()) < page.index(
            articles[0].get_absolute_url()
        )

    def test_keeps_guides_apart(self, client, articles):
        other = ArticleFactory(title="Z")
        page = client.get(f"{PAGE}?career={other.career_id}").content.decode()
        assert "Move “Z” up" in page and "Move “A” up" not in page

    @pytest.mark.parametrize("career", ["", "x", "0", "9" * 30])
    def test_of_a_guide_that_is_none_is_that_of_the_first(
        self, client, articles, career
    ):
        assert "Move “A” up" in client.get(f"{PAGE}?career={career}").content.decode()

    def test_of_careers_needs_no_guide(self, client, articles):
        one, two = CareerFactory(order=1), CareerFactory(order=2)
        client.post("/admin/careerguide/career/order/", {"up": two.pk})
        order = list(Career.objects.order_by("order").values_list("pk", flat=True))
        assert order.index(two.pk) < order.index(one.pk)

    @pytest.mark.parametrize("group", ["Author", "Editor"])
    def test_is_for_publishers(self, client, articles, sign_in, group):
        sign_in(group)
        assert client.get(PAGE).status_code == 403
        assert client.post(PAGE, {"down": articles[0].pk}).status_code == 403
        assert titles() == list("ABCD")


def test_stands_in_the_history_of_what_moved(client, articles):
    client.post(PAGE, {"down": articles[0].pk})
    for article, place in ((articles[0], 2), (articles[1], 1)):
        entry = article.history.first()
        assert entry.event == "ordered"
        assert entry.reason == f"to place {place}"
        assert entry.author is not None
    assert not articles[3].history.exists()


def test_asks_no_more_of_the_database_for_more_items(client, sign_in):
    """But for an entry in the history of each that moved."""
    career = CareerFactory()
    articles = [ArticleFactory(career=career, order=n) for n in range(1, 41)]
    for article in articles:
        actions.add_first_revision(article)
    with CaptureQueriesContext(connection) as queries:
        ordering.set_order(articles[1:] + articles[:1], None)
    updates = [q for q in queries if q["sql"].startswith("UPDATE")]
    assert sum("articles_article" in q["sql"] for q in updates) == 1


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
@pytest.mark.every_database
def test_opposite_orders_at_once_are_one_or_the_other(shared_database):
    """On PostgreSQL two who lock the same rows in another order stop each other."""
    career = CareerFactory()
    articles = [ArticleFactory(career=career, order=n) for n in range(60)]
    failures = []

    def order(items):
        try:
            for _ in range(4):
                ordering.set_order(items, None)
        except Exception as error:
            failures.append(error)
        finally:
            connection.close()

    threads = [
        threading.Thread(target=order, args=[items])
        for items in (articles, articles[::-1])
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    places = list(Article.objects.order_by("pk").values_list("order", flat=True))
    assert places in (list(range(1, 61)), list(range(60, 0, -1)))


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
@pytest.mark.every_database
def test_moves_sent_at_once_are_both_made(shared_database, monkeypatch):
    items = [
        ArticleFactory(title=title, order=order, career=career)
        for career in [CareerFactory()]
        for order, title in enumerate("ABCD", start=1)
    ]
    clients = [Client(), Client()]
    for client in clients:
        client.force_login(UserFactory(is_superuser=True))

    def send(client, button, item):
        try:
            client.post(PAGE, {button: item.pk})
        finally:
            connection.close()

    def while_the_other_sends(moved, by):
        """Save an order, once another that was sent meanwhile had its chance."""
        monkeypatch.setattr(reorder, "set_order", ordering.set_order)
        meanwhile.append(pool.submit(send, clients[1], "down", items[0]))
        wait(meanwhile, PATIENCE)
        return ordering.set_order(moved, by)

    meanwhile = []
    with ThreadPoolExecutor(2) as pool:
        monkeypatch.setattr(reorder, "set_order", while_the_other_sends)
        pool.submit(send, clients[0], "up", items[3]).result()
        meanwhile[0].result()
    assert titles() == [*"BADC"]


class TestReordered:
    """What a form asks for, of items 1 to 4 that the page showed in this order."""

    def order(self, shown="1 2 3 4", **sent):
        items = [SimpleNamespace(pk=n) for n in (1, 2, 3, 4)]
        sent = {name.replace("_", "-"): value for name, value in sent.items()}
        found = reordered(items, sent | {"shown": shown})
        return found and [item.pk for item in found]

    @each(
        ("sent", "order"),
        [
            ({"up": "3"}, [1, 3, 2, 4]),
            ({"up": "1"}, [1, 2, 3, 4]),
            ({"down": "2"}, [1, 3, 2, 4]),
            ({"down": "4"}, [1, 2, 3, 4]),
            ({"up": "3", "place_4": "1"}, [1, 3, 2, 4]),
            ({"down": "2", "place_4": "1"}, [1, 3, 2, 4]),
            ({"place_3": "1"}, [3, 1, 2, 4]),
            ({"place_3": "0"}, [3, 1, 2, 4]),
            ({"place_1": "4"}, [2, 3, 4, 1]),
            ({"place_1": "999999"}, [2, 3, 4, 1]),
            ({"place_1": "10000000000000"}, [2, 3, 4, 1]),
            ({"place_4": "1", "place_1": "3"}, [4, 2, 1, 3]),
            ({"place_2": "1", "place_3": "1"}, [3, 2, 1, 4]),
        ],
    )
    def test_is_one_moved_or_those_with_another_number(self, sent, order):
        assert self.order(**sent) == order

    @each(
        "sent",
        [
            {},
            {"up": "9"},
            {"down": ""},
            *({"place_3": typed} for typed in ("", "3", "x", "-1", "1.0", "٣", " 1")),
            {"shown": "2 1 3 4", "place_1": "2"},
            {"shown": "2 1 3 4", "place_1": "1"},
        ],
    )
    def test_is_none_where_nothing_is_asked_for(self, sent):
        assert self.order(**sent) is None

    def test_is_by_the_numbers_that_the_page_showed(self):
        assert self.order("2 1 3 4", place_1="3") == [2, 3, 1, 4]
        assert self.order("4 1 2 3", place_4="2") == [1, 4, 2, 3]
