"""Test that of two people who order one list at once, one is told of the other."""

from concurrent.futures import ThreadPoolExecutor, wait

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test import Client

from articles.models import Article
from careerguide.desk import guide_views
from careerguide.publishing.drafts.ordering import set_order
from tests.factories import ArticleFactory, CareerFactory, UserFactory

PATIENCE = 2  # seconds: who is not kept waiting is done long before


def publisher():
    user = UserFactory()
    user.groups.add(Group.objects.get(name="Publisher"))
    client = Client()
    client.force_login(user)
    return client


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_the_second_waits_and_is_told(shared_database, monkeypatch):
    career = CareerFactory()
    keys = [
        str(ArticleFactory(career=career, title=title, order=place).pk)
        for place, title in enumerate("ABC", start=1)
    ]
    one, two = publisher(), publisher()

    def send(client, *places):
        sent = {
            "section": "articles.article",
            "shown": " ".join(keys),
            "order": " ".join(keys[place] for place in places),
        }
        address = f"/admin/desk/guide/{career.pk}/order/"
        try:
            return client.post(address, sent, headers={"accept": "application/json"})
        finally:
            connection.close()

    def while_the_other_sends(items, by):
        """Save an order, once another that was sent meanwhile had its chance."""
        monkeypatch.setattr(guide_views, "set_order", set_order)
        meanwhile.append(pool.submit(send, two, 1, 0, 2))
        wait(meanwhile, PATIENCE)
        return set_order(items, by)

    meanwhile = []
    with ThreadPoolExecutor(2) as pool:
        monkeypatch.setattr(guide_views, "set_order", while_the_other_sends)
        first = pool.submit(send, one, 2, 0, 1).result().json()
        second = meanwhile[0].result().json()
    assert first == {"said": "The new order is saved.", "is_saved": True}
    assert second["is_saved"] is False
    assert "Somebody else changed this list meanwhile" in second["said"]
    titles = Article.objects.order_by("order", "pk").values_list("title", flat=True)
    assert "".join(titles) == "CAB"
