"""Test that a bulk action's page needs the same number of queries for many items."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from careerguide.publishing.admin import bulk_listing
from careerguide.publishing.drafts import actions
from careerguide.publishing.models.related import OldSlug, Plan
from careerguide.publishing.models.snapshots import apply_snapshot, snapshot
from careerguide.publishing.models.texts import markdown_fields
from tests import factories
from tests.factories import AN_HOUR, CareerFactory, PageFactory, StatTableFactory
from tests.forms import sent_by
from tests.library.helpers import stored
from tests.publishing.two_types import TWO_TYPES

from .test_base import EVERYTHING, admin_url, name

pytestmark = pytest.mark.django_db


def write(item, **values):
    """Save a draft of a new title, and of `values`."""
    values = {item.title_field: f"Other {item.pk}"} | values
    actions.save_draft(item, apply_snapshot(item, snapshot(item) | values), None)


def live(factory, **fields):
    item = factory(**fields)
    write(item)
    return item


def never_seen(factory, **fields):
    return factory(status="draft", **fields)


def waiting(factory, **fields):
    return live(factory, publish_at=timezone.now() + AN_HOUR, **fields)


def planned(factory, **fields):
    item = live(factory, **fields)
    hour = timezone.now() + datetime.timedelta(days=9)
    Plan.objects.create(
        item=item,
        values=snapshot(item) | {item.title_field: "Planned"},
        base=snapshot(item),
        version=1,
        publish_at=hour,
    )
    return item


def faulty(factory, **fields):
    """What it needs is missing: it cannot be published."""
    item = live(factory, **fields)
    text = item.needed_to_publish()[-1]
    if text != item.title_field:
        write(item, **{text: " "})
    return item


def moved(factory, **fields):
    item = factory(**fields)
    OldSlug.objects.create(item=factory(), slug=f"once-{item.pk}")
    write(item, slug=f"once-{item.pk}")
    return item


KINDS = [live, never_seen, waiting, planned, faulty, moved]


def rich(factory):
    """Fields that lead to other items, as many as the model has."""
    model = factory._meta.model
    fields = {field.name for field in model._meta.fields}
    found = {}
    if "picture" in fields:
        found["picture"] = rich.picture
    if factory is factories.ArticleFactory:
        found["body"] = f"[[table: {StatTableFactory().slug}]]"
    for field in markdown_fields(model):
        there = PageFactory(body="Here.").get_absolute_url()
        text = found.get(field.name, "")
        found[field.name] = f"{text}\n\nSee [there]({there}).".strip()
    return found


def queries_of(client, model, action, items):
    url = admin_url(model, "changelist")
    data = {"action": action, "_selected_action": [item.pk for item in items]}
    with CaptureQueriesContext(connection) as queries:
        page = client.post(url, data)
    assert page.context["listed"], page.status_code
    assert len(page.context["listed"]) == len(items)
    return len(queries)


class TestPublishing:
    @pytest.mark.parametrize("factory", EVERYTHING, ids=name)
    def test_asks_as_often_for_many_as_for_few(self, admin_client, factory):
        rich.picture = stored()
        model = factory._meta.model
        few = [kind(factory, **rich(factory)) for kind in KINDS]
        many = few + [k(factory, **rich(factory)) for k in KINDS for _n in range(3)]
        queries_of(admin_client, model, "publish_selected", few)  # warms caches
        first = queries_of(admin_client, model, "publish_selected", few)
        assert queries_of(admin_client, model, "publish_selected", many) == first
        assert first < 60

    @pytest.mark.parametrize("factory", TWO_TYPES, ids=name)
    def test_of_a_hundred_changes_asks_seldom(self, admin_client, factory):
        items = [live(factory, slug=f"bees-{n}") for n in range(100)]
        if hasattr(items[0], "career"):
            career = CareerFactory(slug="bees")
            type(items[0]).objects.update(career=career)
        count = queries_of(admin_client, type(items[0]), "publish_selected", items)
        assert count < 50


def test_page_says_why_each_cannot_be_published(admin_client):
    """As publishing itself says it, though it asks for all at once."""
    taken = PageFactory(slug="taken", body="Here.")
    empty, wants = PageFactory(title="Empty"), PageFactory(title="Wants")
    write(empty, body=" "), write(wants, slug="taken")
    sound = PageFactory()
    write(sound)
    url = admin_url(type(taken), "changelist")
    keys = [item.pk for item in (empty, wants, sound)]
    page = admin_client.post(
        url, {"action": "publish_selected", "_selected_action": keys}
    )
    hindrances = {one.item.pk: str(one.hindrance) for one in page.context["listed"]}
    assert "Body: This is needed before it can be published." in hindrances[empty.pk]
    assert "already exists" in hindrances[wants.pk]
    assert hindrances[sound.pk] == ""
    for item in (empty, wants):
        with pytest.raises(Exception, match="needed|already exists"):
            actions.publish(item, None)


def test_what_fails_when_it_is_done_is_said_on_the_page_again(
    admin_client, monkeypatch
):
    """Whatever the page did not look for."""
    item = live(PageFactory)
    write(item, body=" ")
    monkeypatch.setattr(
        bulk_listing, "problems", lambda model, found: [None] * len(found)
    )
    url = admin_url(type(item), "changelist")
    data = {"action": "publish_selected", "_selected_action": [item.pk]}
    sent = sent_by(admin_client.post(url, data)) | {"_decide": "1"}
    page = admin_client.post(url, sent).content.decode()
    assert "It cannot be published: Body: This is needed" in page
