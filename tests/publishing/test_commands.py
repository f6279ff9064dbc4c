"""Test the commands that cron runs: what each does, leaves alone and says."""

import datetime

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.utils import timezone

from careerguide.library.models import Image
from careerguide.models import Career
from careerguide.publishing.drafts import actions
from careerguide.publishing.models.history import Event, Revision
from careerguide.publishing.models.related import OldSlug, Plan, WorkingCopy
from careerguide.publishing.models.snapshots import apply_snapshot
from tests.factories import (
    ArticleFactory,
    CareerFactory,
    FAQEntryFactory,
    PageFactory,
    StatTableFactory,
    plan_for_now,
)

pytestmark = pytest.mark.django_db

EVERYTHING = [
    *(ArticleFactory, FAQEntryFactory, StatTableFactory, CareerFactory, PageFactory)
]


def kind(factory):
    return factory._meta.model._meta.model_name


def ago(**time):
    return timezone.now() - datetime.timedelta(**time)


def trashed(item, **time):
    """Put an item in the trash some time ago."""
    actions.trash(item, None)
    type(item).objects.filter(pk=item.pk).update(trashed_at=ago(**time))
    return item


def write(item, **values):
    actions.save_draft(item, apply_snapshot(item, values), None)


def is_there(item):
    return type(item).objects.filter(pk=item.pk).exists()


def run(capsys, *arguments, **options):
    call_command(*arguments, **options)
    return capsys.readouterr().out


class TestEmptyTrash:
    @pytest.mark.parametrize("factory", EVERYTHING, ids=kind)
    def test_deletes_what_was_there_long_enough(self, capsys, settings, factory):
        settings.TRASH_DAYS = 30
        old, new, kept = factory(), factory(), factory()
        trashed(old, days=30, seconds=1), trashed(new, days=29, hours=23)
        assert "1 item deleted for good" in run(capsys, "empty_trash")
        assert [is_there(item) for item in (old, new, kept)] == [False, True, True]

    def test_takes_history_draft_and_old_addresses_along(self, capsys):
        item, other = ArticleFactory(), ArticleFactory()
        for one in (item, other):
            write(one, body="Other words")
            OldSlug.objects.create(item=one, slug=f"once-{one.pk}")
        run(capsys, "empty_trash")
        trashed(item, days=31)
        run(capsys, "empty_trash")
        assert {entry.object_id for entry in Revision.objects.all()} == {other.pk}
        assert [one.item for one in WorkingCopy.objects.all()] == [other]
        assert [one.item for one in OldSlug.objects.all()] == [other]

    def test_leaves_pictures(self, capsys):
        picture = Image.objects.create(
            file="a.png", sha256="a" * 64, alt="A hive", width=1, height=1, size=1
        )
        item = trashed(ArticleFactory(picture=picture), days=31)
        run(capsys, "empty_trash")
        assert (is_there(item), is_there(picture)) == (False, True)

    def test_deletes_content_before_its_career(self, capsys):
        item = ArticleFactory()
        trashed(item, days=31), trashed(item.career, days=31)
        assert "2 items deleted for good" in run(capsys, "empty_trash")
        assert not Career.objects.exists()

    def test_names_what_stays_as_others_need_it(self, capsys):
        item = ArticleFactory(title="Swarms", career__name="Beekeeper")
        trashed(item, days=3), trashed(item.career, days=31)
        output = run(capsys, "empty_trash")
        assert "0 items deleted for good" in output
        assert "Career “Beekeeper” stays: Article “Swarms” needs it." in output
        assert is_there(item.career)

    def test_takes_another_number_of_days(self, capsys):
        item = trashed(ArticleFactory(), hours=1)
        run(capsys, "empty_trash", days=1)
        assert is_there(item)
        run(capsys, "empty_trash", "--days", "0")
        assert not is_there(item)

    @pytest.mark.parametrize("days", ["-1", "x", "1.5", "99999999999", "١"])
    @pytest.mark.parametrize("command", ["empty_trash", "prune_history"])
    def test_refuses_what_is_no_number_of_days(self, command, days):
        with pytest.raises(CommandError, match="give whole days"):
            call_command(command, f"--days={days}")


class TestPruneHistory:
    def aged(self, item, *ages):
        """Give the entries of an item, the newest first, an age in days."""
        for entry, age in zip(item.history.all(), ages, strict=True):
            item.history.filter(pk=entry.pk).update(created_at=ago(days=age))

    def events(self, item):
        return [entry.event for entry in item.history.all()]

    def test_keeps_everything_by_default(self, capsys):
        item = ArticleFactory()
        write(item, body="One")
        self.aged(item, 900, 901)
        assert "Every version is kept" in run(capsys, "prune_history")
        assert item.history.count() == 2

    @pytest.mark.parametrize("factory", EVERYTHING, ids=kind)
    def test_deletes_what_is_older(self, capsys, settings, factory):
        settings.HISTORY_DAYS = 10
        item = factory()
        for number in range(4):
            write(item, content_updated_on=datetime.date(2026, 1, 10 + number))
        actions.publish(item, None)
        self.aged(item, 1, 9, 11, 12, 13, 14)
        assert "4 versions older than 10 days" in run(capsys, "prune_history")
        assert self.events(item) == [Event.PUBLISHED, Event.SAVED]

    def test_keeps_the_newest_and_the_newest_published(self, capsys):
        item = ArticleFactory()
        write(item, body="One")
        actions.publish(item, None)
        write(item, body="Two")
        actions.publish(item, None)
        write(item, body="Three")
        write(item, body="Four")
        self.aged(item, *range(100, 107))
        run(capsys, "prune_history", days=10)
        assert self.events(item) == [Event.SAVED, Event.PUBLISHED]
        assert [e.values["body"] for e in item.history.all()] == ["Four", "Two"]

    def test_keeps_what_readers_see_of_what_was_loaded(self, capsys):
        item = ArticleFactory(body="As loaded")
        write(item, body="One")
        write(item, body="Two")
        self.aged(item, 100, 101, 102)
        run(capsys, "prune_history", days=10)
        assert [e.values["body"] for e in item.history.all()] == ["Two", "As loaded"]

    def test_tells_items_apart(self, capsys):
        items = [ArticleFactory(), ArticleFactory()]
        for item in items:
            write(item, body="One")
        self.aged(items[0], 100, 101)
        run(capsys, "prune_history", days=10)
        assert [item.history.count() for item in items] == [2, 2]

    def test_keeps_one_of_entries_of_the_same_moment(self, capsys):
        item = ArticleFactory(status="draft", first_published_at=None)
        for number in range(3):
            write(item, body=str(number))
        item.history.update(created_at=ago(days=99))
        run(capsys, "prune_history", days=10)
        bodies = [entry.values["body"] for entry in item.history.all()]
        assert bodies[0] == "2"
        assert not {"0", "1"} & {*bodies}


class TestPublishDue:
    def due(self, **values):
        item = ArticleFactory(title="Swarms")
        write(item, **values)
        plan_for_now(item)
        return item

    def test_publishes_and_names_what_is_due(self, capsys):
        item = self.due(body="Fresh words")
        assert "Article “Swarms” is published." in run(capsys, "publish_due")
        item.refresh_from_db()
        assert item.body == "Fresh words"

    def test_leaves_the_rest_and_says_so(self, capsys):
        item = ArticleFactory()
        write(item, body="Fresh words")
        assert run(capsys, "publish_due") == "Nothing is due.\n"
        item.refresh_from_db()
        assert item.body != "Fresh words"

    def test_says_what_could_not_be_published(self, capsys):
        item = self.due(body="Fresh words")
        plan = Plan.objects.of(item).get()
        plan.values["body"] = ""
        plan.save()
        call_command("publish_due")
        printed = capsys.readouterr()
        assert "“Swarms” is not published: Body: This is needed" in printed.err
        assert printed.out == ""

    def test_is_silent_where_that_is_asked(self, capsys):
        self.due(body="Fresh words")
        assert run(capsys, "publish_due", verbosity=0) == ""


@pytest.mark.parametrize("command", ["empty_trash", "prune_history", "publish_due"])
def test_help_says_what_it_does(capsys, command):
    with pytest.raises(SystemExit) as exit:
        call_command(command, "--help")
    assert not exit.value.code
    assert "Delete" in (out := capsys.readouterr().out) or "Publish" in out
