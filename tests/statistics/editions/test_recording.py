"""Test when a table has another edition, and what is stored of it."""

import datetime
import hashlib
import json

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.utils import timezone

from careerguide.exchange import samples
from careerguide.exchange.guide_yaml import entry, to_yaml
from careerguide.publishing.drafts import actions, schedule
from careerguide.publishing.drafts.due import publish_due
from careerguide.publishing.drafts.retention import empty_trash, prune_history
from careerguide.publishing.models.related import Plan
from statistics.editions.models import Edition
from statistics.editions.recording import record_missing
from statistics.models import StatTable
from tests.factories import CareerFactory, StatTableFactory, plan_for_now

from .worlds import SECOND, corrected, drafted, numbers, published

pytestmark = pytest.mark.django_db

NOON = datetime.datetime(2026, 6, 1, 12, tzinfo=datetime.UTC)
HOUR = datetime.timedelta(hours=1)
DAY = datetime.timedelta(days=1)


def own(client, name, slug="bees"):
    return client.get(f"/statistics/{slug}.{name}").content


class TestPublishing:
    def test_first_publication_is_edition_one(self):
        assert numbers(published()) == [1]

    def test_draft_has_none(self):
        table = StatTableFactory(status="draft")
        actions.save_draft(table, table, None)
        assert numbers(table) == []

    def test_change_makes_another(self):
        assert numbers(corrected(published())) == [1, 2]

    def test_same_bytes_make_none(self):
        table = published()
        actions.publish(table, None)
        assert numbers(table) == [1]

    def test_what_no_file_says_makes_none(self):
        assert numbers(corrected(published(), chart_form="none")) == [1]

    @pytest.mark.parametrize(
        "fields",
        [
            {"title": "Beekeepers earn more"},
            {"note": "Of those who answered."},
            {"source_name": "ONS"},
            {"content_updated_on": datetime.date(2026, 2, 1)},
            {"row_order": "given"},
        ],
        ids=lambda fields: next(iter(fields)),
    )
    def test_what_a_file_says_makes_one(self, fields):
        assert numbers(corrected(published(row_order="value"), **fields)) == [1, 2]

    def test_new_address_makes_none(self, client):
        table = corrected(published(), slug="hives")
        assert numbers(table) == [1]
        for name in ("csv", "json"):
            stored = client.get(f"/statistics/hives/@1.{name}").content
            assert stored == getattr(table.editions.get(), name).encode()
        page = client.get("/statistics/hives/@1/").content.decode()
        assert "This is the current edition" in page and "otherwise" not in page
        cited = json.loads(own(client, "json", "hives"))["edition"]["address"]
        assert cited.endswith("/statistics/bees/@1/")
        answer = client.get("/statistics/bees/@1/")
        assert answer.headers["Location"] == "/statistics/hives/@1/"

    def test_change_at_a_new_address_makes_another_there(self):
        table = corrected(corrected(published(), slug="hives"), note="New.")
        assert numbers(table) == [1, 2]
        assert table.edition.path == "/statistics/hives/@2/"

    def test_going_back_makes_another(self):
        table = published()
        before = table.data
        assert numbers(corrected(corrected(table), data=before)) == [1, 2, 3]

    def test_hiding_and_showing_it_again_makes_none(self):
        table = published()
        actions.unpublish(table, None)
        actions.publish(table, None)
        assert numbers(table) == [1]

    def test_what_fails_leaves_none(self):
        table = published()
        with pytest.raises(RuntimeError), transaction.atomic():
            corrected(table)
            raise RuntimeError
        assert numbers(table) == [1]


class TestStored:
    @pytest.mark.parametrize("name", ["csv", "json"])
    def test_is_what_is_served(self, client, name):
        table = published()
        edition = table.editions.get()
        served = own(client, name)
        assert getattr(edition, name).encode() == served
        digest = hashlib.sha256(served).hexdigest()
        assert getattr(edition, f"{name}_sha256") == digest

    def test_never_changes(self, client):
        table = published()
        before = {name: own(client, name) for name in ("csv", "json")}
        corrected(table)
        for name, content in before.items():
            assert own(client, name) != content
            assert client.get(f"/statistics/bees/@1.{name}").content == content

    def test_is_in_the_time_zone_of_pages(self, client, settings, clock):
        settings.TIME_ZONE = "Asia/Tokyo"
        timezone.get_default_timezone.cache_clear()
        clock(datetime.datetime(2026, 6, 1, 22, tzinfo=datetime.UTC))
        with timezone.override("America/Los_Angeles"):
            edition = published(first_published_at=None).editions.get()
        timezone.get_default_timezone.cache_clear()
        assert edition.day == datetime.date(2026, 6, 2)
        assert json.loads(edition.json)["first_published_on"] == "2026-06-02"

    def test_is_kept_when_history_is_pruned(self, clock):
        table = corrected(published())
        clock(timezone.now() + 400 * DAY)
        prune_history(30)
        assert numbers(table) == [1, 2]

    def test_goes_with_its_table(self, admin_client):
        table = published()
        actions.trash(table, None)
        assert numbers(table) == [1]
        trash = admin_client.get("/admin/trash/").content.decode()
        assert "Its editions go with it" in trash
        empty_trash(0)
        assert not Edition.objects.exists()


class TestHours:
    def test_first_showing_counts_from_its_hour(self, clock, client):
        clock(NOON)
        table = StatTableFactory(slug="bees", status="draft")
        schedule.schedule(table, None, publish_at=NOON + DAY)
        edition = table.editions.get()
        assert (edition.day, edition.starts_at) == ((NOON + DAY).date(), NOON + DAY)
        assert client.get("/statistics/bees/@1/").status_code == 404
        clock(NOON + DAY)
        assert client.get("/statistics/bees/@1/").status_code == 200
        assert client.get("/statistics/bees/@1.json").content == own(client, "json")

    def test_what_is_changed_before_its_hour_counts_once(self, clock, client):
        clock(NOON)
        table = StatTableFactory(slug="bees", status="draft")
        schedule.schedule(table, None, publish_at=NOON + DAY)
        schedule.schedule(table, None, publish_at=NOON + 2 * DAY)
        corrected(table)
        assert numbers(table) == [1]
        assert SECOND.encode() in client.get("/statistics/bees/@1.csv").content

    def test_hour_that_was_cancelled_leaves_none(self, clock):
        clock(NOON)
        table = StatTableFactory(status="draft")
        schedule.schedule(table, None, publish_at=NOON + DAY)
        schedule.schedule(table, None)
        assert numbers(table) == []

    def test_plan_counts_when_it_is_applied(self, clock):
        table = published()
        drafted(table)
        plan_for_now(table)
        assert numbers(table) == [1]
        publish_due()
        assert not Plan.objects.exists()
        assert numbers(table) == [1, 2]


class TestCareers:
    def test_table_of_a_hidden_career_counts_once_readers_see_it(self):
        career = CareerFactory(status="draft")
        table = corrected(published(career=career))
        assert numbers(table) == []
        actions.publish(career, None)
        assert numbers(table) == [1]

    def test_renaming_it_makes_none(self, client):
        table = published()
        career = table.career
        career.name = "Keeper of bees"
        actions.save_draft(career, career, None)
        actions.publish(career, None)
        assert numbers(table) == [1]
        assert b"Keeper of bees" in own(client, "json")
        page = client.get("/statistics/bees/@1/").content.decode()
        assert "→ Keeper of bees" in page


class TestLoading:
    def test_makes_edition_one(self, seeded):
        for table in StatTable.objects.all():
            assert numbers(table) == [1]

    def test_over_what_is_there_makes_another(self, tmp_path):
        table = published()
        fixture = tmp_path / "bees.yaml"
        stored = StatTable.objects.with_career().get()
        text = to_yaml([entry(stored.career), entry(stored)])
        for content in (text, text.replace("85000", SECOND)):
            fixture.write_text(content, encoding="utf-8")
            call_command("loaddata", str(fixture), verbosity=0)
        assert numbers(table) == [1, 2]

    def test_samples_too(self):
        samples.make(1)
        assert Edition.objects.count() == StatTable.objects.count() == 10

    def test_what_was_published_before_there_were_editions(self, capsys):
        table = StatTableFactory()
        StatTableFactory(status="draft")
        call_command("migrate", verbosity=0)
        assert numbers(table) == [1]
        assert record_missing() == 0


class TestNumbers:
    def test_database_refuses_one_twice(self):
        edition = published().editions.get()
        edition.pk, edition.slug = None, "hives"
        with pytest.raises(IntegrityError), transaction.atomic():
            edition.save()

    @pytest.mark.parametrize("slug", ["bees", "hives"])
    def test_address_that_was_another_tables_counts_on(self, slug):
        corrected(corrected(published(), slug="hives"), slug="wax")
        other = StatTableFactory(slug=slug)  # past the form, as a file may
        record_missing()
        assert numbers(other) == [2]
