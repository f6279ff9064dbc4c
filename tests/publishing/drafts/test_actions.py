"""Test drafts, publication, schedule, trash: what each changes, and must not."""

import datetime

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from careerguide.publishing.drafts import actions, due, ordering, schedule
from careerguide.publishing.drafts.states import state_of
from careerguide.publishing.models.content import Status
from careerguide.publishing.models.related import (
    ContentVersion,
    OldSlug,
    Plan,
    PreviewLink,
    WorkingCopy,
)
from careerguide.publishing.models.snapshots import apply_snapshot, snapshot
from statistics.downloads.formats import FORMATS
from tests.factories import (
    ArticleFactory,
    FAQEntryFactory,
    StatTableFactory,
    UserFactory,
)
from tests.publishing.two_types import TWO_TYPES

pytestmark = pytest.mark.django_db

NOON = datetime.datetime(2027, 5, 4, 12, tzinfo=datetime.UTC)
AN_HOUR = datetime.timedelta(hours=1)
CHANGED = "Zebras wear stripes"


def name(factory):
    return factory._meta.model._meta.model_name


@pytest.fixture(params=TWO_TYPES, ids=name)
def item(request):
    return request.param()


@pytest.fixture
def maria():
    return UserFactory(username="maria")


def edited(item, **values):
    """The item as an editor has changed it, not saved."""
    return apply_snapshot(item, snapshot(item) | values)


def retitled(item, title=CHANGED):
    return edited(item, **{item.title_field: title})


def draft(item, by=None, **values):
    content = edited(item, **values) if values else retitled(item)
    assert actions.save_draft(item, content, by)


def slug_of(item, word):
    """A slug that the item may have: a question's begins with its career's."""
    is_question = item._meta.model_name == "faqentry"
    return f"{item.career.slug}-{word}" if is_question else word


def stored(item):
    return type(item)._base_manager.get(pk=item.pk)


def surfaces(client, item):
    """What readers get at each address that could show the item."""
    addresses = ["/", "/articles/", "/statistics/", "/faq/", "/sitemap.xml"]
    addresses += ["/statistics.json", item.get_absolute_url()]
    addresses += ["/feed.xml", "/llms.txt"]
    page = item.get_absolute_url().removesuffix("/")
    addresses += [f"{page}.md", f"{page}.card.png"]
    if career := getattr(item, "career", None):
        addresses.append(career.get_absolute_url())
        addresses.append(f"{career.get_absolute_url()[:-1]}.md")
        faces = ["career_feed"]
        if item._meta.model_name == "stattable":
            faces.append("career_data")
        addresses += [reverse(name, args=[career.slug]) for name in faces]
    if item._meta.model_name == "stattable":
        names = [*FORMATS, "embed"]
        addresses += [reverse(f"statistics:{n}", args=[item.slug]) for n in names]
        embedding = ArticleFactory(body=f"[[table: {item.slug}]]", slug="embedding")
        addresses.append(embedding.get_absolute_url())
    return {address: client.get(address).content for address in addresses}


class TestSaveDraft:
    def test_of_what_is_live_changes_nothing_for_readers(self, client, item):
        before = surfaces(client, item)
        version = ContentVersion.current()
        draft(item)
        assert {a: client.get(a).content for a in before} == before
        assert snapshot(stored(item)) == snapshot(item)
        assert ContentVersion.current() == version

    def test_is_what_editors_see(self, item, maria):
        draft(item, maria)
        assert str(actions.draft_of(stored(item))) == CHANGED
        assert actions.working_copy(item).saved_by == maria

    def test_that_changes_nothing_is_none(self, item):
        assert not actions.save_draft(item, edited(item), None)
        assert not item.history.exists()
        assert stored(item).version == item.version

    def test_equal_to_what_is_published_needs_no_copy(self, item):
        draft(item)
        actions.save_draft(item, item, None)
        assert not WorkingCopy.objects.exists()
        assert state_of(item) == "live"

    def test_before_the_first_publication_is_the_row(self):
        article = ArticleFactory(status="draft")
        draft(article)
        assert stored(article).title == CHANGED
        assert not WorkingCopy.objects.exists()

    def test_is_in_the_history_with_who_and_why_and_what_was_before(self, item, maria):
        actions.save_draft(item, retitled(item), maria, reason="Shorter")
        saved, found = item.history.all()
        assert (saved.event, found.event) == ("saved", "found")
        assert (saved.author, saved.reason) == (maria, "Shorter")
        assert saved.content[item.title_field] == CHANGED
        assert found.content[item.title_field] == str(item)

    def test_counts_versions(self, item):
        draft(item)
        draft(item, **{item.title_field: "And another"})
        assert stored(item).version == item.version + 2

    def test_older_than_a_field_of_its_model_keeps_what_the_row_says(self):
        article = ArticleFactory(summary="Kept")
        draft(article)
        copy = actions.working_copy(article)
        del copy.values["summary"]
        copy.values["gone"] = "of a field that is no more"
        copy.values["review_by"] = "no date at all"
        copy.save()
        now = actions.draft_of(stored(article))
        assert (now.title, now.summary, now.review_by) == (CHANGED, "Kept", None)


class TestPublish:
    def test_shows_the_draft_and_keeps_it_no_longer(self, client, item, maria):
        draft(item)
        actions.publish(item, maria)
        assert CHANGED in client.get(item.get_absolute_url()).content.decode()
        assert not WorkingCopy.objects.exists()
        assert item.history.first().event == "published"

    def test_moves_the_content_version(self, item):
        draft(item)
        before = ContentVersion.current()
        actions.publish(item, None)
        assert ContentVersion.current() == before + 1

    def test_without_a_needed_field_changes_nothing(self, item):
        field = item.needed_to_publish()[-1]
        draft(item, **{field: ""})
        before, version = stored(item), ContentVersion.current()
        with pytest.raises(ValidationError) as refused:
            actions.publish(item, None)
        assert field in refused.value.message_dict
        assert snapshot(stored(item)) == snapshot(before)
        assert WorkingCopy.objects.count() == 1
        assert ContentVersion.current() == version

    def test_is_all_or_nothing(self, item, monkeypatch):
        draft(item, slug=slug_of(item, "another"))
        before, entries = snapshot(stored(item)), item.history.count()

        def full_disk():
            raise OSError("No space left on device")

        monkeypatch.setattr(ContentVersion, "bump", full_disk)
        with pytest.raises(OSError, match="No space"):
            actions.publish(item, None)
        assert snapshot(stored(item)) == before
        assert WorkingCopy.objects.count() == 1
        assert item.history.count() == entries
        assert not OldSlug.objects.exists()

    def test_does_not_count_as_a_version(self, item):
        draft(item)
        version = stored(item).version
        actions.publish(item, None)
        assert stored(item).version == version

    def test_of_what_is_in_the_trash_is_refused(self, item):
        actions.trash(item, None)
        with pytest.raises(ValidationError, match="in the trash"):
            actions.publish(item, None)

    @pytest.mark.parametrize(
        ("end", "kept"), [(-AN_HOUR, False), (AN_HOUR * 0, False), (AN_HOUR, True)]
    )
    def test_takes_away_an_end_that_has_come_and_no_later_one(
        self, item, clock, end, kept
    ):
        schedule.schedule(item, None, unpublish_at=timezone.now() + AN_HOUR)
        draft(item)
        planned = stored(item).unpublish_at
        clock(planned - end)
        actions.publish(item, None)
        assert stored(item).is_published
        assert stored(item).unpublish_at == (planned if kept else None)


class TestSlug:
    def rename(self, item, *words):
        for word in words:
            draft(item, slug=slug_of(item, word))
            actions.publish(item, None)

    def test_draft_of_another_leads_nowhere_yet(self, client, item):
        draft(item, slug="another")
        assert client.get(item.get_absolute_url()).status_code == 200

    def test_old_address_leads_to_the_newest_in_one_step(self, client, item):
        first = item.get_absolute_url()
        self.rename(item, "second", "third")
        second = edited(item, slug=slug_of(item, "second")).get_absolute_url()
        for old in (first, second):
            response = client.get(f"{old}?page=2&q=%C3%A9")
            assert response.status_code == 301
            new = stored(item).get_absolute_url()
            assert response.headers["Location"] == f"{new}?page=2&q=%C3%A9"

    def test_forms_of_a_table_move_with_it(self, client):
        table = StatTableFactory(slug="pay")
        self.rename(table, "wages")
        for suffix in (".csv", ".json", ".xlsx", ".svg", ".png", "/embed/"):
            response = client.get(f"/statistics/pay{suffix}")
            assert response.headers["Location"] == f"/statistics/wages{suffix}"

    def test_back_to_the_first_name_needs_no_redirect(self, client, item):
        self.rename(item, "second")
        draft(item, slug=item.slug)
        actions.publish(item, None)
        assert client.get(item.get_absolute_url()).status_code == 200
        assert OldSlug.objects.get().slug == slug_of(item, "second")

    def test_old_address_of_what_is_hidden_is_not_found(self, client, item):
        old = item.get_absolute_url()
        self.rename(item, "second")
        actions.unpublish(item, None)
        assert client.get(old).status_code == 404

    def test_address_that_was_never_public_leaves_nothing(self, item):
        fresh = ArticleFactory(status="draft", slug="first")
        draft(fresh, slug="second")
        actions.publish(fresh, None)
        assert not OldSlug.objects.exists()

    def test_leads_on_until_what_takes_it_over_shows(self, client, clock, item):
        """What is planned changes nothing for readers before its hour."""
        clock(NOON)
        old = item.get_absolute_url()
        self.rename(item, "second")
        new = stored(item).get_absolute_url()
        heir = self.heir_of(item, old)
        schedule.schedule(heir, None, publish_at=NOON + AN_HOUR)
        assert client.get(old).headers.get("Location") == new
        clock(NOON + AN_HOUR)
        assert client.get(old).status_code == 200

    def test_taken_over_by_the_clock_leads_to_who_showed_there_last(
        self, client, clock, item
    ):
        """No code runs at the hour: the old redirect still stands beside the item."""
        clock(NOON)
        old = item.get_absolute_url()
        self.rename(item, "second")
        heir = self.heir_of(item, old)
        schedule.schedule(heir, None, publish_at=NOON + AN_HOUR)
        clock(NOON + AN_HOUR)
        self.rename(heir, "third")
        new = stored(heir).get_absolute_url()
        assert client.get(old).headers.get("Location") == new

    def test_taken_over_and_given_up_unseen_leads_where_it_did(
        self, client, clock, item
    ):
        clock(NOON)
        old = item.get_absolute_url()
        self.rename(item, "second")
        heir = self.heir_of(item, old)
        schedule.schedule(heir, None, publish_at=NOON + AN_HOUR)
        self.rename(heir, "third")
        assert client.get(old).headers.get("Location") == (
            stored(item).get_absolute_url()
        )

    @staticmethod
    def heir_of(item, address):
        """A draft that has an address that `item` once had."""
        factory = next(f for f in TWO_TYPES if f._meta.model is type(item))
        guide = {"career": item.career} if hasattr(item, "career") else {}
        slug = address.strip("/").split("/")[-1]
        return factory(status="draft", slug=slug, **guide)

    def test_same_words_of_another_kind_are_not_taken_for_it(self, client):
        article = ArticleFactory(slug="pay")
        self.rename(article, "wages")
        assert client.get("/faq/pay/").status_code == 404
        assert client.post("/articles/pay/").status_code == 404


@pytest.fixture
def noon(clock):
    clock(NOON)


@pytest.mark.usefixtures("noon")
class TestSchedule:
    def test_of_what_readers_do_not_see_is_kept_by_the_clock(self, client, item, clock):
        actions.unpublish(item, None)
        schedule.schedule(item, None, publish_at=NOON + AN_HOUR)
        assert client.get(item.get_absolute_url()).status_code == 404
        assert state_of(item) == "scheduled"
        clock(NOON + AN_HOUR)
        assert client.get(item.get_absolute_url()).status_code == 200

    def test_end_is_kept_by_the_clock(self, client, item, clock):
        schedule.schedule(item, None, unpublish_at=NOON + AN_HOUR)
        assert client.get(item.get_absolute_url()).status_code == 200
        clock(NOON + AN_HOUR)
        assert client.get(item.get_absolute_url()).status_code == 404
        assert state_of(item) == "ended"

    def test_of_a_draft_of_what_is_live_waits_for_its_hour(self, item, maria, clock):
        draft(item)
        schedule.schedule(item, maria, publish_at=NOON + AN_HOUR)
        assert due.publish_due() == []
        assert str(stored(item)) != CHANGED
        clock(NOON + AN_HOUR)
        assert due.publish_due() == [item]
        assert str(stored(item)) == CHANGED
        entry = item.history.first()
        assert (entry.event, entry.author) == ("published", maria)
        assert due.publish_due() == []

    def test_of_a_kind_that_is_no_more_is_passed_over(self, item):
        draft(item)
        schedule.schedule(item, None, publish_at=NOON + AN_HOUR)
        gone = ContentType.objects.create(app_label="gone", model="gone")
        Plan.objects.update(publish_at=NOON, content_type=gone)
        assert due.publish_due() == []

    def test_covers_no_later_save(self, item, clock):
        draft(item)
        schedule.schedule(item, None, publish_at=NOON + AN_HOUR)
        draft(item, **{item.title_field: "Last word"})
        clock(NOON + AN_HOUR)
        due.publish_due()
        assert str(stored(item)) == CHANGED
        assert str(actions.draft_of(stored(item))) == "Last word"

    def test_that_can_no_longer_be_met_says_so_and_changes_nothing(self, clock):
        table, article = StatTableFactory(slug="pay"), ArticleFactory(title="Pay")
        draft(article, body="[[table: pay]]", title=CHANGED)
        schedule.schedule(article, None, publish_at=NOON + AN_HOUR)
        actions.unpublish(table, None)
        clock(NOON + AN_HOUR)
        assert due.publish_due() == []
        assert "“pay” is not published" in Plan.objects.get().problem
        assert stored(article).title == "Pay"

    @pytest.mark.parametrize(
        ("times", "field", "sentence"),
        [
            ({"publish_at": -1}, "publish_at", "in the past"),
            ({"unpublish_at": -1}, "unpublish_at", "in the past"),
            ({"publish_at": 2, "unpublish_at": 1}, "unpublish_at", "later than"),
            ({"publish_at": 1}, "publish_at", "no draft"),
        ],
    )
    def test_that_makes_no_sense_is_refused(self, item, times, field, sentence):
        times = {key: NOON + hours * AN_HOUR for key, hours in times.items()}
        with pytest.raises(ValidationError) as refused:
            schedule.schedule(item, None, **times)
        assert sentence in refused.value.message_dict[field][0]
        assert stored(item).unpublish_at is None

    def test_incomplete_draft_is_refused_at_once(self, item):
        field = item.needed_to_publish()[-1]
        draft(item, **{field: ""})
        with pytest.raises(ValidationError) as refused:
            schedule.schedule(item, None, publish_at=NOON + AN_HOUR)
        assert field in refused.value.message_dict

    def test_can_be_cancelled(self, item, clock):
        draft(item)
        schedule.schedule(item, None, publish_at=NOON + AN_HOUR)
        schedule.schedule(item, None)
        clock(NOON + AN_HOUR)
        assert due.publish_due() == []
        assert item.history.first().event == "unscheduled"

    def test_of_a_first_publication_can_be_cancelled(self, item, clock):
        actions.unpublish(item, None)
        schedule.schedule(item, None, publish_at=NOON + AN_HOUR)
        schedule.schedule(item, None)
        clock(NOON + AN_HOUR)
        assert not stored(item).is_published

    def test_of_a_first_publication_is_cancelled_with_a_draft_beside_it(
        self, item, clock
    ):
        actions.unpublish(item, None)
        schedule.schedule(item, None, publish_at=NOON + AN_HOUR)
        draft(item)
        schedule.schedule(item, None)
        clock(NOON + AN_HOUR)
        assert not stored(item).is_published

    def test_of_the_end_alone_publishes_no_draft(self, item, clock):
        actions.unpublish(item, None)
        begin, end = NOON + AN_HOUR, NOON + 2 * AN_HOUR
        schedule.schedule(item, None, publish_at=begin)
        draft(item)
        schedule.schedule(item, None, publish_at=begin, unpublish_at=end)
        now = stored(item)
        assert (now.publish_at, now.unpublish_at) == (begin, end)
        assert str(now) != CHANGED

    def test_that_is_so_already_is_no_event(self, item):
        schedule.schedule(item, None)
        assert not item.history.exists()

    @pytest.mark.parametrize("end", [actions.unpublish, actions.archive, actions.trash])
    def test_ends_with_what_hides_the_item(self, item, clock, end):
        draft(item)
        schedule.schedule(item, None, publish_at=NOON + AN_HOUR)
        end(item, None)
        clock(NOON + AN_HOUR)
        assert due.publish_due() == []
        assert not stored(item).is_published


class TestUnpublish:
    def test_hides_and_keeps_the_draft(self, client, item):
        draft(item)
        actions.unpublish(item, None)
        assert client.get(item.get_absolute_url()).status_code == 404
        assert str(actions.draft_of(stored(item))) == CHANGED

    def test_archive_hides_too(self, client, item):
        actions.archive(item, None)
        assert client.get(item.get_absolute_url()).status_code == 404
        assert (stored(item).status, state_of(item)) == (Status.ARCHIVED, "archived")


class TestDiscard:
    def test_goes_back_to_what_was_published(self, item):
        draft(item)
        actions.discard_draft(item, None)
        assert not WorkingCopy.objects.exists()
        assert snapshot(actions.draft_of(stored(item))) == snapshot(item)

    def test_stays_in_the_history(self, item):
        draft(item)
        actions.discard_draft(item, None)
        entry = item.history.filter(event="saved").first()
        actions.restore(stored(item), entry, None)
        assert str(actions.draft_of(stored(item))) == CHANGED

    def test_of_none_is_nothing(self, item):
        actions.discard_draft(item, None)
        assert not item.history.exists()


class TestTrash:
    def test_takes_it_from_readers_and_ends_its_links(self, client, item):
        PreviewLink.objects.create(item=item, expires_at=NOON)
        actions.trash(item, None)
        assert client.get(item.get_absolute_url()).status_code == 404
        assert not type(item).objects.not_trashed().exists()
        assert not PreviewLink.objects.exists()

    def test_gives_back_a_draft_with_its_address_and_history(self, item):
        draft(item)
        actions.trash(item, None)
        actions.recover(item, None)
        now = stored(item)
        assert (now.slug, now.status, now.trashed_at) == (item.slug, "draft", None)
        assert str(actions.draft_of(now)) == CHANGED
        assert [entry.event for entry in item.history.all()] == [
            *("recovered", "trashed", "saved", "found")
        ]


class TestOrder:
    def test_is_set_at_once(self):
        one, two = FAQEntryFactory(order=1), FAQEntryFactory(order=2)
        before = ContentVersion.current()
        assert ordering.set_order([two, one], None)
        assert (stored(two).order, stored(one).order) == (1, 2)
        assert ContentVersion.current() == before + 1

    def test_that_is_so_already_changes_nothing(self):
        one, two = FAQEntryFactory(order=1), FAQEntryFactory(order=2)
        before = ContentVersion.current()
        assert not ordering.set_order([one, two], None)
        assert ContentVersion.current() == before


class TestNoOtherWay:
    def test_save_by_itself_leaves_no_history(self, item):
        item.save()
        assert not item.history.exists()

    def test_row_that_goes_takes_all_of_its_records_with_it(self, item):
        draft(item)
        history = item.history.all()
        assert history.exists()
        with transaction.atomic():
            stored(item).delete()
        assert not WorkingCopy.objects.exists()
        assert not history.exists()
