"""Test an article and a table that it shows, planned for their hours."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from careerguide.publishing.drafts import actions, due, schedule
from careerguide.publishing.drafts.plans import held_plans_of
from careerguide.publishing.models.related import Plan
from careerguide.publishing.models.snapshots import apply_snapshot, snapshot
from tests.factories import (
    ArticleFactory,
    CareerFactory,
    StatTableFactory,
    UserFactory,
)
from tests.forms import decide

pytestmark = pytest.mark.django_db

JUNE = datetime.datetime(2999, 6, 1, 8, tzinfo=datetime.UTC)
HOUR = datetime.timedelta(hours=1)
SHOWS = "They buzz.\n\n[[table: pay]]"


@pytest.fixture
def table():
    return StatTableFactory(slug="pay", status="draft")


@pytest.fixture
def article(table):
    return ArticleFactory(
        title="Bees", body=SHOWS, status="draft", career=CareerFactory()
    )


@pytest.fixture
def live(table):
    """An article that readers see, and whose draft shows the table."""
    article = ArticleFactory(title="Wasps", career=CareerFactory())
    actions.save_draft(article, wanted(article, body=SHOWS), None)
    return article


def wanted(item, **values):
    return apply_snapshot(item, snapshot(item) | values)


def plan(item, hour, by=None, **options):
    return schedule.schedule(stored(item), by, publish_at=hour, **options)


def stored(item):
    return type(item)._base_manager.get(pk=item.pk)


def come_true(*items):
    """Have the hour of some items come that readers never saw."""
    for item in items:
        type(item)._base_manager.filter(pk=item.pk).update(publish_at=timezone.now())


class TestHours:
    @pytest.mark.parametrize("earlier", [0 * HOUR, HOUR])
    def test_table_at_the_same_hour_or_earlier_is_public_then(
        self, table, article, live, earlier
    ):
        plan(table, JUNE - earlier)
        plan(article, JUNE)
        plan(live, JUNE)
        assert stored(article).publish_at == JUNE
        assert Plan.objects.of(live).get().problem == ""

    def test_later_table_is_named_with_its_hour(self, table, article, live):
        plan(table, JUNE + HOUR)
        for item in (article, live):
            with pytest.raises(ValidationError) as caught:
                plan(item, JUNE)
            assert caught.value.message_dict == {
                "body": [
                    "Line 3: The table “pay” is planned for 1 June 2999, 09:00: plan "
                    "this for that hour or later, or the table earlier."
                ]
            }
        assert stored(article).status == "draft"
        assert not Plan.objects.of(live).exists()

    def test_table_that_is_gone_by_then_is_named(self, table, article):
        plan(table, JUNE, unpublish_at=JUNE + HOUR)
        plan(article, JUNE)
        with pytest.raises(ValidationError, match="is taken down on"):
            plan(article, JUNE + 2 * HOUR)

    def test_table_without_an_hour_is_refused(self, article):
        with pytest.raises(ValidationError, match="is not published yet"):
            plan(article, JUNE)

    def test_guide_that_is_public_later_hides_its_table(self, table, article):
        actions.publish(table, None)
        career = table.career
        actions.unpublish(career, None)
        with pytest.raises(ValidationError, match="is not published yet"):
            plan(article, JUNE)
        plan(career, JUNE)
        plan(article, JUNE)
        assert stored(article).publish_at == JUNE

    def test_publishing_now_waits_for_no_hour(self, table, article):
        plan(table, JUNE)
        with pytest.raises(ValidationError, match="is not published yet"):
            actions.publish(article, None)


@pytest.mark.every_database
class TestClock:
    def test_both_show_at_their_hour(self, client, table, article, live):
        plan(table, JUNE)
        plan(article, JUNE)
        plan(live, JUNE)
        come_true(table, article)
        Plan.objects.update(publish_at=timezone.now())
        assert due.publish_due() == [live]
        for item in (article, live):
            page = client.get(item.get_absolute_url()).content.decode()
            assert "figure-pay" in page

    @pytest.mark.parametrize("table_first", [True, False])
    def test_order_of_plans_for_one_hour_does_not_matter(self, live, table_first):
        shown = StatTableFactory(slug="old", status="published")
        new = wanted(shown, slug="new")
        text = wanted(live, body="They hum.\n\n[[table: new]]")
        actions.save_draft(shown, new, None)
        actions.save_draft(live, text, None)
        plan(shown, JUNE)
        plan(live, JUNE)
        if not table_first:  # as if it had been planned later
            Plan.objects.of(shown).update(id=Plan.objects.of(live).get().pk + 1)
        Plan.objects.update(publish_at=timezone.now())
        assert due.publish_due() == [shown, live]

    def test_plan_whose_table_went_is_held(self, table, live):
        plan(table, JUNE)
        plan(live, JUNE)
        schedule.schedule(stored(table), None)
        Plan.objects.update(publish_at=timezone.now())
        assert due.publish_due() == []
        assert "is not published yet" in Plan.objects.get().problem


CANCELLED = {
    "unscheduled": lambda table: schedule.schedule(table, None),
    "moved": lambda table: plan(table, JUNE + HOUR),
    "ended": lambda table: plan(table, JUNE - HOUR, unpublish_at=JUNE),
    "unpublished": lambda table: actions.unpublish(table, None),
    "archived": lambda table: actions.archive(table, None),
    "trashed": lambda table: actions.trash(table, None),
    "guide hidden": lambda table: actions.unpublish(table.career, None),
}


class TestCancelled:
    @pytest.mark.parametrize("how", CANCELLED)
    @pytest.mark.every_database
    def test_article_is_held_and_shows_no_hole(self, client, table, article, how):
        maria = UserFactory(username="maria", is_staff=True, is_superuser=True)
        plan(table, JUNE)
        plan(article, JUNE, maria)
        CANCELLED[how](stored(table))
        held = stored(article)
        assert (held.status, held.publish_at) == ("draft", None)
        (waiting,) = held_plans_of(maria)
        assert waiting.item == article
        assert waiting.publish_at == JUNE
        assert "“pay”" in waiting.problem
        entry = held.history.first()
        assert (entry.event, entry.reason) == ("held", waiting.problem)
        assert client.get(article.get_absolute_url()).status_code == 404

    def test_can_be_planned_again(self, table, article):
        plan(table, JUNE)
        plan(article, JUNE)
        schedule.schedule(stored(table), None)
        plan(table, JUNE)
        plan(article, JUNE, plans_again=True)
        assert stored(article).publish_at == JUNE
        assert not Plan.objects.exists()

    def test_what_shows_another_table_is_left_alone(self, table, article):
        other = StatTableFactory(status="published")
        plan(table, JUNE)
        plan(article, JUNE)
        actions.unpublish(other, None)
        plan(table, JUNE - HOUR)
        assert stored(article).publish_at == JUNE
        assert not Plan.objects.exists()

    @pytest.mark.parametrize("page", ["unpublish", "schedule"])
    def test_page_says_so(self, admin_client, table, article, page):
        plan(table, JUNE)
        plan(article, JUNE)
        url = reverse(f"admin:statistics_stattable_{page}", args=[table.pk])
        dropped = {"_drop": ""} if page == "schedule" else {}
        told = decide(admin_client, url, follow=True, **dropped).content.decode()
        assert "held now until somebody decides: “Bees”." in told

    def test_page_names_all_that_is_held(self, admin_client, table, article):
        plan(table, JUNE)
        plan(article, JUNE)
        other = ArticleFactory(title="Wasps", body=SHOWS, status="draft")
        plan(other, JUNE)
        url = reverse("admin:statistics_stattable_unpublish", args=[table.pk])
        told = decide(admin_client, url, follow=True).content.decode()
        assert "held now until somebody decides: “Bees”, “Wasps”." in told

    def test_pages_of_what_is_held_say_why(self, admin_client, table, article):
        plan(table, JUNE)
        plan(article, JUNE)
        actions.unpublish(table, None)
        for page in ("change", "schedule", "history"):
            url = reverse(f"admin:articles_article_{page}", args=[article.pk])
            told = admin_client.get(url).content.decode()
            assert "“pay” is not published yet" in told
        url = reverse("admin:articles_article_schedule", args=[article.pk])
        actions.publish(table, None)
        decide(admin_client, url, _again="")
        assert stored(article).publish_at == JUNE
