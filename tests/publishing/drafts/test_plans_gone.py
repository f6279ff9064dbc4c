"""Test that what a plan needs cannot go unseen after the planning."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from careerguide.library.models import Image
from careerguide.publishing.drafts import actions, schedule
from careerguide.publishing.impact.hiding import losses
from careerguide.publishing.models.related import Plan
from faq.models import FAQEntry
from tests.factories import (
    ArticleFactory,
    CareerFactory,
    FAQEntryFactory,
    PageFactory,
    StatTableFactory,
)
from tests.forms import sent_by
from tests.library.helpers import stored as stored_image

from .test_plans import JUNE, plan, publish_due, stored

pytestmark = pytest.mark.django_db

HIDE = [actions.unpublish, actions.archive, actions.trash]
CONTENT = [ArticleFactory, FAQEntryFactory, StatTableFactory]
WHEN = "1 June 2999"


@pytest.fixture
def drone():
    return CareerFactory(name="Drone")


def move(item, career):
    """Plan it; the address of a question begins with that of its career."""
    more = {"slug": f"{career.slug}-stung"} if type(item) is FAQEntry else {}
    return plan(item, career_id=career.pk, **more)


def hide_by_the_clock(career):
    type(career).objects.filter(pk=career.pk).update(unpublish_at=timezone.now())


class TestMoveToACareerThatWent:
    @pytest.mark.parametrize("factory", CONTENT)
    @pytest.mark.parametrize("hide", [actions.unpublish, actions.archive])
    def test_is_held_and_readers_keep_the_page(self, client, drone, factory, hide):
        item = factory()
        move(item, drone)
        hide(drone, None)
        assert publish_due() == []
        assert stored(item).is_published
        assert client.get(item.get_absolute_url()).status_code == 200
        assert "“Drone”" in Plan.objects.get().problem
        assert "readers do not see" in Plan.objects.get().problem

    def test_is_held_in_the_trash(self, drone):
        item = ArticleFactory()
        plan(item, career_id=drone.pk)
        actions.trash(drone, None)
        assert publish_due() == []
        assert stored(item).is_published

    def test_is_held_where_the_clock_took_it_down(self, drone):
        item = ArticleFactory()
        plan(item, career_id=drone.pk)
        hide_by_the_clock(drone)
        assert publish_due() == []
        assert stored(item).is_published

    def test_is_held_though_the_hour_to_show_again_is_set(self, drone):
        item = ArticleFactory()
        plan(item, career_id=drone.pk)
        actions.unpublish(drone, None)
        schedule.schedule(drone, None, publish_at=JUNE)
        assert publish_due() == []
        assert stored(item).is_published

    def test_is_carried_out_where_it_is_shown_again(self, drone):
        item = ArticleFactory()
        plan(item, career_id=drone.pk)
        actions.unpublish(drone, None)
        actions.publish(drone, None)
        assert publish_due() == [item]
        assert stored(item).career == drone

    def test_stops_no_other_plan(self, drone):
        item, other = ArticleFactory(), PageFactory()
        plan(item, career_id=drone.pk), plan(other, body="They hum.")
        actions.unpublish(drone, None)
        assert publish_due() == [other]

    def test_planned_again_by_who_knows_is_carried_out(self, drone):
        """The page of the schedule names it among what is lost."""
        item = ArticleFactory()
        plan(item, career_id=drone.pk)
        actions.unpublish(drone, None)
        publish_due()
        schedule.schedule(item, None, publish_at=JUNE, plans_again=True)
        assert publish_due() == [item]

    @pytest.mark.parametrize(
        "hidden", [{"status": "draft"}, {"publish_at": JUNE + timedelta(days=1)}]
    )
    def test_planned_when_nobody_saw_it_is_carried_out(self, hidden):
        item = ArticleFactory()
        plan(item, career_id=CareerFactory(**hidden).pk)
        assert publish_due() == [item]

    def test_of_what_nobody_sees_is_carried_out(self, drone):
        item = ArticleFactory()
        plan(item, career_id=drone.pk)
        actions.unpublish(drone, None)
        actions.unpublish(item.career, None)
        assert publish_due() == [item]


class TestIsNamedBeforeItGoes:
    @pytest.mark.parametrize("factory", CONTENT)
    def test_move_to_a_career(self, drone, factory):
        item = factory()
        move(item, drone)
        [loss] = losses(drone)
        assert loss.page == item
        assert loss.what == f"is planned to move here on {WHEN}, and its plan is held"

    def test_table_in_its_text(self):
        table, item = StatTableFactory(slug="pay"), ArticleFactory()
        plan(item, body="[[table: pay]]")
        assert {loss.page: loss.what for loss in losses(table)} == {
            item: f"shows this table in its plan for {WHEN}"
        }

    def test_table_of_a_career(self, drone):
        StatTableFactory(slug="pay", career=drone)
        item = ArticleFactory()
        plan(item, body="[[table: pay]]")
        assert [loss.page for loss in losses(drone)] == [item]

    def test_link_in_its_text(self):
        page, item = PageFactory(slug="about"), FAQEntryFactory()
        plan(item, answer="See [this](/about/).")
        assert {loss.page: loss.what for loss in losses(page)} == {
            item: f"links to it in its plan for {WHEN}"
        }

    def test_what_it_shows_already_is_named_once(self):
        table = StatTableFactory(slug="pay")
        item = ArticleFactory(body="[[table: pay]]")
        plan(item, body="More.\n\n[[table: pay]]")
        assert [loss.what for loss in losses(table)] == ["shows this table"]

    def test_nothing_where_there_is_no_plan_any_more(self, drone):
        item = ArticleFactory()
        plan(item, career_id=drone.pk)
        schedule.schedule(item, None)
        assert losses(drone) == []

    def test_nothing_of_another_career(self, drone):
        plan(ArticleFactory(), career_id=drone.pk)
        assert losses(CareerFactory()) == []

    def test_not_what_goes_with_it(self, drone):
        plan(ArticleFactory(career=drone), body="They hum.")
        assert losses(drone) == []

    @pytest.mark.parametrize("page", ["unpublish", "archive", "schedule"])
    def test_on_its_pages(self, admin_client, drone, page):
        plan(ArticleFactory(title="Of bees"), career_id=drone.pk)
        url = reverse(f"admin:careerguide_career_{page}", args=[drone.pk])
        text = admin_client.get(url).content.decode()
        assert "Of bees</a>: is planned to move here" in text

    @pytest.mark.parametrize("action", ["unpublish_selected", "trash_selected"])
    def test_in_its_list(self, admin_client, drone, action):
        plan(ArticleFactory(title="Of bees"), career_id=drone.pk)
        data = {"action": action, "_selected_action": drone.pk}
        url = reverse("admin:careerguide_career_changelist")
        text = admin_client.post(url, data).content.decode()
        assert "Of bees</a>: is planned to move here" in text

    def test_planned_meanwhile_shows_the_page_again(self, admin_client, drone):
        url = reverse("admin:careerguide_career_unpublish", args=[drone.pk])
        sent = sent_by(admin_client.get(url))
        plan(ArticleFactory(title="Of bees"), career_id=drone.pk)
        text = admin_client.post(url, sent).content.decode()
        assert "Of bees</a>: is planned to move here" in text
        assert stored(drone).is_live


class TestWhatItsTextShowsThatWent:
    @pytest.mark.parametrize("hide", [actions.unpublish, actions.archive])
    def test_table_holds_it(self, hide):
        table, item = StatTableFactory(slug="pay"), ArticleFactory()
        plan(item, body="[[table: pay]]")
        hide(table, None)
        assert publish_due() == []
        assert "table “pay” is not published" in Plan.objects.get().problem

    def test_table_whose_career_went_holds_it(self, drone):
        StatTableFactory(slug="pay", career=drone)
        item = ArticleFactory()
        plan(item, body="[[table: pay]]")
        actions.unpublish(drone, None)
        assert publish_due() == []
        assert stored(item).is_published

    @pytest.mark.parametrize("way", ["field", "text"])
    def test_picture_holds_it(self, way):
        image, item = stored_image(), ArticleFactory()
        in_text = {"body": f"![A hive]({image.url})"}
        plan(item, **({"picture_id": image.pk} if way == "field" else in_text))
        Image.objects.filter(pk=image.pk).delete()
        assert publish_due() == []
        assert Plan.objects.get().problem

    def test_page_it_links_to_in_the_trash_holds_it(self):
        page, item = PageFactory(slug="about"), ArticleFactory()
        plan(item, body="See [this](/about/).")
        actions.trash(page, None)
        assert publish_due() == []
        assert "is in the trash" in Plan.objects.get().problem


def test_control_a_plan_of_which_nothing_went_is_carried_out(drone):
    table, item = StatTableFactory(slug="pay"), ArticleFactory()
    plan(item, career_id=drone.pk, body="[[table: pay]]")
    for other in (StatTableFactory(), CareerFactory()):
        actions.unpublish(other, None)
    assert publish_due() == [item]
    assert losses(table)[0].what == "shows this table"
