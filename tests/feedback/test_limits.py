"""Test how much feedback one client may send, and how much is stored at all."""

from types import SimpleNamespace

import pytest

from careerguide.feedback import limits
from careerguide.feedback.models import Feedback
from tests.factories import ArticleFactory
from tests.feedback.sending import send

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(db):
    return ArticleFactory()


def from_address(client, address):
    client.defaults["REMOTE_ADDR"] = address
    return client


class TestOfAClient:
    @pytest.fixture(autouse=True)
    def two(self, monkeypatch):
        """And nobody counts from one period into the next."""
        clock = SimpleNamespace(time=lambda: 60_000.0)
        monkeypatch.setattr("careerguide.http.rate_limit.time", clock)
        monkeypatch.setattr(limits, "PER_CLIENT", ((2, 600), (9, limits.DAY)))

    def test_sends_the_text_back_with_a_sentence(self, client, article):
        for _ in range(2):
            assert send(client, article, text="Bees").status_code == 200
        response = send(client, article, text="More bees")
        assert response.status_code == 429
        assert response.headers["Retry-After"] == "600"
        page = response.content.decode()
        assert "That is a lot from one place." in page
        assert "More bees</textarea>" in page
        assert Feedback.objects.count() == 2

    def test_keeps_the_form_of_each_step(self, client, article):
        for _ in range(2):
            send(client, article, helpful="yes")
        vote = send(client, article, helpful="no")
        reason = send(client, article, key="a", reason="wrong", text="Seven")
        assert [r.status_code for r in (vote, reason)] == [429, 429]
        assert 'name="helpful" value="no"' in vote.content.decode()
        assert 'value="wrong" checked' in reason.content.decode()

    def test_lets_others_send(self, client, article):
        for _ in range(3):
            send(client, article, helpful="yes")
        other = from_address(client, "192.0.2.7")
        assert send(other, article, helpful="yes").status_code == 200

    def test_takes_the_addresses_of_one_network_together(self, client, article):
        for number in range(3):
            address = f"2001:db8::{number}:1"
            last = send(from_address(client, address), article, helpful="yes")
        assert last.status_code == 429


class TestOfADay:
    @pytest.mark.parametrize("name", ["STORED_A_DAY", "STORED_A_DAY_OF_ONE_PAGE"])
    def test_ends_a_flood_from_many_addresses(self, client, article, monkeypatch, name):
        monkeypatch.setattr(limits, name, 2)
        for number in range(4):
            address = f"192.0.2.{number}"
            last = send(from_address(client, address), article, text="Bees")
        assert (last.status_code, Feedback.objects.count()) == (429, 2)
        assert "more today than we can read" in last.content.decode()

    def test_of_a_page_leaves_the_others(self, client, article, monkeypatch):
        monkeypatch.setattr(limits, "STORED_A_DAY_OF_ONE_PAGE", 1)
        send(client, article, helpful="yes")
        assert send(client, ArticleFactory(), helpful="yes").status_code == 200


class TestInRedis:
    @pytest.fixture(autouse=True)
    def two(self, monkeypatch):
        monkeypatch.setattr(limits, "PER_CLIENT", ((2, 10**9),))

    def statuses(self, client, article):
        return [send(client, article, helpful="yes").status_code for _ in range(3)]

    def test_counts(self, redis, client, article):
        assert self.statuses(client, article) == [200, 200, 429]

    def test_counts_alone_while_it_fails(self, failing_redis, client, article):
        assert self.statuses(client, article) == [200, 200, 429]
