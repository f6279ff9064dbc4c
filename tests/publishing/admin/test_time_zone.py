"""Test that hours are the site's, or those of a zone that an editor chose."""

import datetime

import pytest
from django.urls import reverse

from careerguide.publishing.models.related import Plan, WorkingCopy
from careerguide.publishing.models.snapshots import snapshot
from careerguide.publishing.models.time_zone import EditorZone
from tests.factories import ArticleFactory
from tests.forms import decide

pytestmark = pytest.mark.django_db

ZONE = "/admin/zone/"


@pytest.fixture
def article():
    article = ArticleFactory()
    values = snapshot(article) | {"title": "Bees"}
    WorkingCopy.objects.create(item=article, values=values)
    return article


def schedule(client, article, day, hour):
    url = reverse("admin:articles_article_schedule", args=[article.pk])
    return decide(client, url, publish_at_0=day, publish_at_1=hour)


def test_chosen_one_is_that_of_what_is_typed(client, sign_in, article):
    sign_in("Publisher")
    client.post(ZONE, {"zone": "Asia/Tokyo"})
    schedule(client, article, "2999-05-04", "12:00")
    noon = datetime.datetime(2999, 5, 4, 3, tzinfo=datetime.UTC)
    assert Plan.objects.get().publish_at == noon


def test_chosen_one_is_named_beside_the_hours(client, sign_in, article):
    sign_in("Publisher")
    client.post(ZONE, {"zone": "Asia/Tokyo"})
    url = reverse("admin:articles_article_schedule", args=[article.pk])
    page = client.get(url).content.decode()
    assert "(Asia/Tokyo)" in page
    assert "admin/js/admin/DateTimeShortcuts.js" in page  # which reads the zone


def test_is_remembered_at_the_next_sign_in(client, sign_in):
    user = sign_in("Editor")
    client.post(ZONE, {"zone": "Asia/Tokyo"})
    client.logout()
    client.force_login(user)
    page = client.get(ZONE).content.decode()
    assert '<option value="Asia/Tokyo" selected>' in page


def test_goes_back_to_the_sites(client, sign_in, article):
    user = sign_in("Publisher")
    client.post(ZONE, {"zone": "Asia/Tokyo"})
    client.post(ZONE, {"zone": ""})
    assert not EditorZone.objects.filter(user=user).exists()
    schedule(client, article, "2999-05-04", "12:00")
    noon = datetime.datetime(2999, 5, 4, 12, tzinfo=datetime.UTC)
    assert Plan.objects.get().publish_at == noon


def test_is_ones_own(client, sign_in):
    sign_in("Editor")
    client.post(ZONE, {"zone": "Asia/Tokyo"})
    sign_in("Author")
    page = client.get(ZONE).content.decode()
    assert '<option value="Asia/Tokyo" selected>' not in page


def test_readers_see_the_sites(client, sign_in, article):
    sign_in("Editor")
    before = client.get(article.get_absolute_url()).content
    client.post(ZONE, {"zone": "Pacific/Kiritimati"})
    assert client.get(article.get_absolute_url()).content == before


def test_needs_an_account(client):
    assert client.get(ZONE).status_code == 302
