"""Test plans: snapshots beside the draft, which no later save changes."""

import datetime
import re

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from careerguide.publishing.drafts import actions, due, plans, schedule
from careerguide.publishing.drafts.states import state_of
from careerguide.publishing.models.related import Plan, WorkingCopy
from careerguide.publishing.models.snapshots import apply_snapshot, snapshot
from tests.factories import (
    ArticleFactory,
    CareerFactory,
    FAQEntryFactory,
    PageFactory,
    StatTableFactory,
    UserFactory,
    plan_for_now,
)
from tests.forms import decide, filled_in, form_errors, sent_by
from tests.publishing.two_types import TWO_TYPES

pytestmark = pytest.mark.django_db

JUNE = datetime.datetime(2999, 6, 1, 8, tzinfo=datetime.UTC)


@pytest.fixture
def maria(db):
    return UserFactory(username="maria", is_superuser=True)


@pytest.fixture(params=TWO_TYPES, ids=lambda f: f._meta.model._meta.model_name)
def item(request):
    return request.param()


@pytest.fixture
def article():
    return ArticleFactory(title="Bees", summary="Of bees.", body="They buzz.")


def write(item, by=None, **values):
    """Save a draft of `item` with other values."""
    draft = actions.draft_of(stored(item))
    actions.save_draft(item, apply_snapshot(draft, snapshot(draft) | values), by)


def plan(item, by=None, **values):
    """Plan `values` for June; nothing is in the draft afterwards."""
    write(item, **values)
    schedule.schedule(item, by, publish_at=JUNE)
    actions.discard_draft(item, by)
    return Plan.objects.of(item).get()


def stored(item):
    return type(item)._base_manager.get(pk=item.pk)


def publish_due():
    Plan.objects.update(publish_at=timezone.now())
    return due.publish_due()


def url_of(item, page="change"):
    opts = item._meta
    name = f"admin:{opts.app_label}_{opts.model_name}_{page}"
    return reverse(name, args=[item.pk])


def send(client, item, button="_publish", **changed):
    url = url_of(item)
    return client.post(url, filled_in(client.get(url), **changed) | {button: ""})


class TestSnapshot:
    def test_is_not_changed_by_later_saves(self, item):
        title = item.title_field
        write(item, **{title: "Checked"})
        schedule.schedule(item, None, publish_at=JUNE)
        write(item, **{title: "Unchecked"})
        assert publish_due() == [item]
        assert str(stored(item)) == "Checked"
        assert str(actions.draft_of(stored(item))) == "Unchecked"

    def test_tells_what_it_was_made_from_and_by_whom(self, article, maria):
        write(article, body="They hum.")
        version = stored(article).version
        schedule.schedule(article, maria, publish_at=JUNE, reason="Summer")
        made = Plan.objects.get()
        assert (made.version, made.made_by, made.reason) == (version, maria, "Summer")
        assert made.values["body"] == "They hum."
        entry = article.history.first()
        assert (entry.event, entry.version, entry.values["body"]) == (
            "scheduled",
            version,
            "They hum.",
        )

    def test_is_one_for_an_item(self, article):
        plan(article, body="They hum.")
        write(article, body="They sing.")
        later = JUNE + datetime.timedelta(days=1)
        schedule.schedule(article, None, publish_at=later, takes_draft=True)
        assert Plan.objects.get().values["body"] == "They sing."

    def test_keeps_its_text_when_its_hour_moves(self, article):
        plan(article, body="They hum.")
        write(article, body="They sing.")
        later = JUNE + datetime.timedelta(days=1)
        schedule.schedule(article, None, publish_at=later)
        assert Plan.objects.get().values["body"] == "They hum."
        assert Plan.objects.get().publish_at == later

    def test_that_was_the_draft_leaves_none_when_it_is_published(self, article):
        write(article, body="They hum.")
        plan_for_now(article)
        due.publish_due()
        assert not WorkingCopy.objects.exists()

    def test_history_says_on_which_version_it_was_decided(self, article, maria):
        plan(article, maria, body="They hum.")
        write(article, body="They sing.")
        publish_due()
        published = article.history.filter(event="published").first()
        assert published.author == maria
        assert "version 2" in published.reason

    def test_of_what_readers_do_not_see_is_not_changed_either(self, article, clock):
        actions.unpublish(article, None)
        write(article, body="They hum.")
        schedule.schedule(article, None, publish_at=JUNE)
        write(article, body="They sing.")
        clock(JUNE)
        assert stored(article).is_published
        assert stored(article).body == "They hum."


class TestCorrection:
    """Something is published while a plan waits."""

    def test_is_carried_into_fields_that_the_plan_leaves_alone(self, item):
        title = item.title_field
        plan(item, **{title: "In June"})
        write(item, review_by="2999-12-24")
        actions.publish(item, None)
        assert str(stored(item)) != "In June"
        publish_due()
        assert str(stored(item)) == "In June"
        assert stored(item).review_by == datetime.date(2999, 12, 24)

    def test_of_the_same_field_holds_the_plan(self, article, maria):
        plan(article, maria, body="They hum.")
        write(article, body="They sting.")
        actions.publish(article, None)
        held = Plan.objects.get()
        assert "changed in “Body”" in held.problem
        assert publish_due() == []
        assert stored(article).body == "They sting."
        assert state_of(article) == "held"
        assert article.history.first().event == "held"

    def test_takes_other_fields_over_into_a_plan_that_is_held(self, article):
        plan(article, body="They hum.")
        write(article, body="They sting.", title="Wasps")
        actions.publish(article, None)
        assert Plan.objects.get().values["title"] == "Wasps"
        assert Plan.objects.get().values["body"] == "They hum."

    def test_that_is_what_was_planned_fulfils_the_plan(self, article):
        write(article, body="They hum.")
        schedule.schedule(article, None, publish_at=JUNE)
        actions.publish(article, None)
        assert not Plan.objects.exists()

    def test_twice_is_carried_over_twice(self, article):
        plan(article, body="They hum.")
        for title in ("Wasps", "Hornets"):
            write(article, title=title)
            actions.publish(article, None)
        publish_due()
        assert (stored(article).title, stored(article).body) == ("Hornets", "They hum.")

    def test_of_the_address_keeps_the_new_one(self, article):
        plan(article, body="They hum.")
        write(article, slug="wasps")
        actions.publish(article, None)
        publish_due()
        assert stored(article).slug == "wasps"

    def test_that_does_not_fit_the_plan_holds_it_at_once(self):
        table = StatTableFactory(
            headline_label="Pay", headline_row="Senior", headline_column="salary"
        )
        data = {**table.data, "rows": [{"cells": ["Chief", "170000"]}]}
        plan(table, data=data, headline_row="Chief")
        write(table, headline_row="Entry")
        actions.publish(table, None)
        assert Plan.objects.get().is_held

    def test_below_a_draft_is_taken_into_it(self, article):
        """What the plan published, a later draft must not take back unseen."""
        plan(article, title="Wasps")
        write(article, body="They sing.")
        publish_due()
        draft = actions.draft_of(stored(article))
        assert (draft.title, draft.body) == ("Wasps", "They sing.")

    def test_below_a_draft_of_the_same_field_leaves_the_draft(self, article):
        plan(article, body="They hum.")
        write(article, body="They sing.")
        publish_due()
        assert stored(article).body == "They hum."
        assert actions.draft_of(stored(article)).body == "They sing."


class TestForm:
    def test_asks_before_it_publishes_beside_a_plan(self, admin_client, article):
        plan(article, body="They hum.")
        asked = send(admin_client, article, title="Wasps")
        [sentence] = form_errors(asked)["__all__"]
        assert re.fullmatch(
            "A change is planned for 1 June 2999[^.]*. The plan stays, and takes over "
            "“Title”. To publish this now, press “Publish” again.",
            sentence,
        )
        assert stored(article).title == "Bees"
        again = filled_in(asked) | {"_publish": ""}
        assert admin_client.post(url_of(article), again).status_code == 302
        assert stored(article).title == "Wasps"
        assert Plan.objects.get().values["title"] == "Wasps"

    def test_says_that_the_plan_would_be_held(self, admin_client, article):
        plan(article, body="They hum.")
        asked = send(admin_client, article, body="They sting.")
        assert "is held" in form_errors(asked)["__all__"][0]

    def test_asks_again_about_a_plan_that_moved(self, admin_client, article):
        plan(article, body="They hum.")
        asked = send(admin_client, article, title="Wasps")
        later = JUNE + datetime.timedelta(days=1)
        schedule.schedule(article, None, publish_at=later)
        again = admin_client.post(url_of(article), filled_in(asked) | {"_publish": ""})
        assert again.status_code == 200
        assert stored(article).title == "Bees"

    def test_saves_a_draft_without_asking(self, admin_client, article):
        plan(article, body="They hum.")
        assert send(admin_client, article, "_save", title="Wasps").status_code == 302

    def test_tells_of_the_plan(self, admin_client, article, maria):
        plan(article, maria, body="They hum.")
        page = admin_client.get(url_of(article)).content.decode()
        assert "Version 2 is planned for 1 June 2999" in page
        assert "Planned by maria." in page
        assert "Below is what readers see now" in page

    def test_goes_back_to_what_readers_see(self, admin_client, article):
        write(article, body="They hum.")
        schedule.schedule(article, None, publish_at=JUNE)
        decide(admin_client, url_of(article, "correct"))
        assert actions.draft_of(stored(article)).body == "They buzz."
        assert Plan.objects.get().values["body"] == "They hum."

    def test_takes_the_plan_to_change_it(self, admin_client, article):
        plan(article, body="They hum.")
        decide(admin_client, url_of(article, "take-plan"))
        assert actions.draft_of(stored(article)).body == "They hum."
        send(admin_client, article, "_save", body="They hum well.")
        page = url_of(article, "schedule")
        decide(admin_client, page, text="draft")
        assert Plan.objects.get().values["body"] == "They hum well."

    def test_asks_when_somebody_hid_the_item_meanwhile(self, admin_client, article):
        url = url_of(article)
        form = filled_in(admin_client.get(url), title="Wasps")
        actions.unpublish(article, None, reason="Legal asked for it")
        asked = admin_client.post(url, form | {"_publish": ""})
        assert "Legal asked for it" in form_errors(asked)["__all__"][0]
        assert not stored(article).is_published
        again = admin_client.post(url, filled_in(asked) | {"_publish": ""})
        assert again.status_code == 302
        assert stored(article).title == "Wasps"


class TestPage:
    def test_shows_what_would_change(self, admin_client, article):
        plan(article, body="They hum.")
        page = admin_client.get(url_of(article, "schedule")).content.decode()
        assert "What would change for readers then" in page
        assert "<ins>hum</ins>" in page

    def test_drops_the_plan_and_keeps_its_text(self, admin_client, article):
        plan(article, body="They hum.")
        decide(admin_client, url_of(article, "schedule"), _drop="1")
        assert not Plan.objects.exists()
        assert actions.draft_of(stored(article)).body == "They hum."
        assert stored(article).body == "They buzz."

    def test_plans_what_was_held_again(self, admin_client, article):
        plan(article, body="They hum.")
        write(article, body="They sting.")
        actions.publish(article, None)
        decide(admin_client, url_of(article, "schedule"), _again="1")
        assert not Plan.objects.get().is_held
        publish_due()
        assert stored(article).body == "They hum."

    def test_of_a_career_names_what_its_end_takes_along(self, admin_client):
        article = ArticleFactory(body="See [bees](/careers/bees/).")
        career = CareerFactory(slug="bees")
        FAQEntryFactory(career=career)
        page = admin_client.get(url_of(career, "schedule")).content.decode()
        assert "Hidden with it when it is taken down: 1 question." in page
        assert "1 live page loses something" in page
        assert article.title in page


def told(client):
    """What every page of the admin but the first one tells whoever signed in."""
    return client.get("/admin/articles/article/").content.decode()


class TestHeld:
    def test_owner_is_told_on_the_next_page_they_open(self, client, article, maria):
        plan(article, maria, body="They hum.")
        write(article, body="They sting.")
        actions.publish(article, None)
        client.force_login(maria)
        assert "A plan is held." in told(client)
        client.force_login(UserFactory(is_superuser=True))
        assert "A plan is held" not in told(client)

    @pytest.mark.parametrize(
        "lost", [{"is_active": False}, {"is_staff": False}, {"is_superuser": False}]
    )
    def test_of_who_may_not_decide_any_more_waits_for_those_who_may(
        self, client, article, maria, lost
    ):
        plan(article, maria, body="They hum.")
        write(article, body="They sting.")
        actions.publish(article, None)
        type(maria).objects.filter(pk=maria.pk).update(**lost)
        client.force_login(UserFactory(is_superuser=True))
        assert "A plan is held." in told(client)
        client.force_login(UserFactory())
        assert "A plan is held" not in told(client)

    def test_is_said_in_the_list(self, admin_client, article):
        plan(article, body="They hum.")
        write(article, body="They sting.")
        actions.publish(article, None)
        page = admin_client.get("/admin/articles/article/?state=held")
        assert "live, plan held" in page.content.decode()

    def test_slug_that_is_planned_is_taken(self, admin_client, article):
        plan(article, slug="wasps")
        other = ArticleFactory(status="draft")
        refused = send(admin_client, other, "_save", slug="wasps")
        assert "has this address" in form_errors(refused)["slug"][0]


class TestDue:
    def test_plan_that_cannot_be_published_stops_no_other(self, article, maria):
        table = StatTableFactory(slug="pay")
        plan(article, maria, body="[[table: pay]]")
        other = ArticleFactory()
        plan(other, body="They hum.")
        actions.unpublish(table, None)
        assert publish_due() == [other]
        assert "“pay” is not published" in Plan.objects.get().problem
        assert due.publish_due() == []

    def test_plan_of_what_was_deleted_goes(self, article):
        plan(article, body="They hum.")
        other = ArticleFactory()
        plan(other, body="They hum.")
        type(article)._base_manager.filter(pk=article.pk)._raw_delete("default")
        assert publish_due() == [other]
        assert not Plan.objects.exists()

    def test_address_that_was_taken_meanwhile_holds_it(self, article):
        plan(article, slug="wasps")
        ArticleFactory(slug="wasps")
        assert publish_due() == []
        assert Plan.objects.get().is_held

    @pytest.mark.parametrize("error", [RuntimeError("a fault"), ValueError("x" * 300)])
    def test_fault_of_the_software_holds_it(self, article, monkeypatch, error, caplog):
        plan(article, body="They hum.")
        other = PageFactory()
        plan(other, title="Wasps")

        def fail(self):
            raise error

        monkeypatch.setattr(type(article), "clean", fail)
        assert publish_due() == [other]
        assert type(error).__name__ in Plan.objects.get().problem
        assert "Could not publish what is planned" in caplog.text


@pytest.mark.parametrize("hide", [actions.unpublish, actions.archive, actions.trash])
def test_what_hides_an_item_keeps_the_text_of_its_plan(article, hide):
    plan(article, body="They hum.")
    hide(article, None)
    assert not Plan.objects.exists()
    assert actions.draft_of(stored(article)).body == "They hum."


def test_note_says_that_nothing_changes_for_the_plan(article):
    made = plan(article, body="They hum.")
    note = plans.plan_note(stored(article), made, snapshot(stored(article)))
    assert note == "The plan stays as it is."


class TestFormThatWasOpen:
    """Its hour came while somebody had the form open: nothing of it is taken back."""

    @pytest.mark.parametrize("button", ["_save", "_publish"])
    def test_takes_over_what_was_published_meanwhile(
        self, admin_client, article, button
    ):
        plan(article, body="They hum.")
        url = url_of(article)
        form = filled_in(admin_client.get(url), title="Wasps")
        publish_due()
        answer = admin_client.post(url, form | {button: ""})
        assert "Taken into your form." in answer.content.decode()
        assert stored(article).body == "They hum."
        admin_client.post(url, filled_in(answer) | {button: ""})
        draft = actions.draft_of(stored(article))
        assert (draft.title, draft.body) == ("Wasps", "They hum.")

    def test_that_is_sent_unchanged_takes_nothing_back(self, admin_client, article):
        plan(article, body="They hum.")
        url = url_of(article)
        form = filled_in(admin_client.get(url))
        publish_due()
        admin_client.post(url, form | {"_publish": ""})
        assert stored(article).body == "They hum."

    def test_beside_a_draft_that_stayed_is_no_conflict(self, admin_client, article):
        plan(article, body="They hum.")
        write(article, body="They sing.")
        url = url_of(article)
        form = filled_in(admin_client.get(url), body="They sing well.")
        publish_due()
        assert admin_client.post(url, form | {"_save": ""}).status_code == 302
        assert actions.draft_of(stored(article)).body == "They sing well."


class TestEnd:
    def ended(self, article):
        """The clock took it down; editors go on."""
        type(article).objects.update(unpublish_at=timezone.now())
        assert not stored(article).is_live

    def test_that_has_passed_leaves_nothing_planned(self, admin_client, article):
        an_hour_ago = timezone.now() - datetime.timedelta(hours=1)
        type(article).objects.update(publish_at=an_hour_ago)
        self.ended(article)
        known = schedule.schedule_of(stored(article), None)
        assert (known.publish_at, known.values) == (None, None)
        assert "is planned" not in str(form_errors(send(admin_client, article)))

    def test_that_has_passed_stays_when_something_later_is_planned(self, article):
        self.ended(article)
        write(article, body="They hum.")
        schedule.schedule(article, None, publish_at=JUNE)
        assert not stored(article).is_live
        assert stored(article).body == "They hum."

    @pytest.mark.parametrize("end", [None, JUNE])
    def test_that_is_changed_brings_nothing_back(self, article, end):
        self.ended(article)
        schedule.schedule(article, None, unpublish_at=end)
        assert not stored(article).is_live

    def test_before_a_plan_that_comes_late_stays(self, article):
        plan(article, body="They hum.")
        self.ended(article)
        publish_due()
        assert stored(article).body == "They hum."
        assert not stored(article).is_live

    def test_is_asked_about_before_it_shows_again(self, admin_client, article):
        """The form may have been open since before: it showed no end."""
        form = filled_in(admin_client.get(url_of(article)), body="They hum.")
        self.ended(article)
        asked = admin_client.post(url_of(article), form | {"_publish": ""})
        assert "It was taken down as planned on" in form_errors(asked)["__all__"][0]
        assert not stored(article).is_live
        again = filled_in(asked) | {"_publish": ""}
        assert admin_client.post(url_of(article), again).status_code == 302
        assert stored(article).is_live and not stored(article).unpublish_at

    def test_is_named_in_a_list(self, admin_client, article):
        self.ended(article)
        data = {"action": "publish_selected", "_selected_action": article.pk}
        page = admin_client.post("/admin/articles/article/", data).content.decode()
        assert "It was taken down on" in page

    @pytest.mark.parametrize("status", ["ended", "draft"])
    def test_of_what_readers_do_not_see_is_not_said_to_come(
        self, admin_client, article, status
    ):
        if status == "ended":
            self.ended(article)
        else:
            actions.unpublish(article, None)
        end = {"unpublish_at_0": "2999-06-01", "unpublish_at_1": "09:00"}
        url = url_of(article, "schedule")
        page = decide(admin_client, url, follow=True, **end).content.decode()
        assert "Readers do not see it. Once published, it is taken down on" in page

    def test_goes_when_a_person_publishes(self, article):
        self.ended(article)
        actions.publish(article, None)
        assert stored(article).is_live

    def test_alone_leaves_the_plan_to_who_made_it(self, article, maria):
        made = plan(article, maria, body="They hum.")
        schedule.schedule(
            article,
            UserFactory(),
            publish_at=made.publish_at,
            unpublish_at=JUNE + datetime.timedelta(days=9),
        )
        assert Plan.objects.get().made_by == maria
        assert stored(article).unpublish_at is not None

    def test_alone_leaves_a_held_plan_held(self, article):
        made = plan(article, body="They hum.")
        Plan.objects.update(problem="Look at it.")
        end = JUNE + datetime.timedelta(days=9)
        schedule.schedule(article, None, publish_at=made.publish_at, unpublish_at=end)
        assert Plan.objects.get().is_held


class TestMoveToACareerInTheTrash:
    """Nothing stands there yet, so nothing keeps it from the trash."""

    @pytest.fixture
    def grave(self):
        return CareerFactory(name="Drone")

    def test_is_held_and_readers_keep_the_page(self, article, grave):
        plan(article, career_id=grave.pk)
        actions.trash(grave, None)
        assert publish_due() == []
        assert stored(article).is_published
        assert "“Drone” is in the trash" in Plan.objects.get().problem

    @pytest.mark.parametrize("factory", [ArticleFactory, StatTableFactory])
    def test_is_refused_at_its_field(self, admin_client, grave, factory):
        item = factory()
        write(item, career_id=grave.pk)
        form = filled_in(admin_client.get(url_of(item)))
        actions.trash(grave, None)
        answer = admin_client.post(url_of(item), form | {"_publish": ""})
        assert "is in the trash" in str(form_errors(answer)["career"])
        assert stored(item).is_published

    def test_is_refused_in_a_list(self, admin_client, article, grave):
        write(article, career_id=grave.pk)
        actions.trash(grave, None)
        data = {"action": "publish_selected", "_selected_action": article.pk}
        page = admin_client.post("/admin/articles/article/", data).content.decode()
        assert "It cannot be published: Career: “Drone” is in the trash" in page


class TestBrokenValues:
    @pytest.mark.parametrize(
        "values",
        [{"body": None}, {"slug": None}, {"title": "x" * 3_000}, {"career_id": 10**9}],
        ids=str,
    )
    def test_of_another_release_hold_the_plan_and_stop_no_other(self, article, values):
        made = plan(article, title="Wasps")
        made.values |= values
        made.save()
        other = PageFactory()
        plan(other, title="Hornets")
        assert other in publish_due()
        assert due.publish_due() == []


class TestAsking:
    def test_before_an_hour_that_nobody_saw_pass(self, admin_client):
        article = ArticleFactory(status="draft")
        schedule.schedule(article, None, publish_at=JUNE)
        asked = send(admin_client, article)
        assert "It is planned for 1 June 2999" in form_errors(asked)["__all__"][0]
        assert not stored(article).is_live
        again = filled_in(asked) | {"_publish": ""}
        assert admin_client.post(url_of(article), again).status_code == 302
        assert stored(article).is_live

    @pytest.mark.parametrize(
        ("has_draft", "becomes"), [(True, "stays in the history"), (False, "its draft")]
    )
    def test_list_that_hides_says_what_becomes_of_the_plan(
        self, admin_client, article, has_draft, becomes
    ):
        plan(article, body="They hum.")
        if has_draft:
            write(article, body="They sing.")
        data = {"action": "unpublish_selected", "_selected_action": article.pk}
        page = admin_client.post("/admin/articles/article/", data).content.decode()
        assert becomes in page
        actions.unpublish(article, None)
        body = actions.draft_of(stored(article)).body
        assert body == ("They sing." if has_draft else "They hum.")

    def test_in_a_list_names_the_hour_and_what_differs(self, admin_client):
        article = ArticleFactory(status="draft", title="Checked")
        schedule.schedule(article, None, publish_at=JUNE)
        write(article, title="Unchecked")
        data = {"action": "publish_selected", "_selected_action": article.pk}
        page = admin_client.post("/admin/articles/article/", data).content.decode()
        assert "It is planned for 1 June 2999" in page
        assert "<ins>Unchecked</ins>" in page

    def test_after_trash_and_back(self, admin_client, article):
        url = url_of(article)
        form = filled_in(admin_client.get(url), title="Wasps")
        actions.trash(article, None)
        actions.recover(article, None)
        asked = admin_client.post(url, form | {"_publish": ""})
        assert "taken out of the trash" in form_errors(asked)["__all__"][0]
        assert not stored(article).is_live

    def test_after_a_conflict_still_tells_of_decisions(self, admin_client, article):
        plan(article, body="They hum.")
        url = url_of(article)
        form = filled_in(admin_client.get(url), title="Wasps", reason="Better")
        actions.unpublish(article, None, reason="Legal asked for it")
        conflict = admin_client.post(url, form | {"_publish": ""})
        assert "Taken into your form." in conflict.content.decode()
        sent = filled_in(conflict)
        assert sent["reason"] == "Better"
        asked = admin_client.post(url, sent | {"_publish": ""})
        assert "Legal asked for it" in form_errors(asked)["__all__"][0]
        assert not stored(article).is_live


class TestSchedulePage:
    def test_keeps_what_was_chosen_when_it_is_shown_again(self, admin_client, article):
        plan(article, body="They hum.")
        write(article, body="They sing.")
        url = url_of(article, "schedule")
        sent = sent_by(admin_client.get(url)) | {"text": "draft"}
        write(article, body="They sing well.")
        again = sent_by(admin_client.post(url, sent))
        assert again["text"] == "draft"
        assert again["publish_at_0"] == sent["publish_at_0"]

    def test_shows_what_either_choice_would_change(self, admin_client, article):
        plan(article, body="They hum.")
        write(article, body="They sing.")
        page = admin_client.get(url_of(article, "schedule")).content.decode()
        assert "<ins>hum</ins>" in page and "<ins>sing</ins>" in page

    def test_offers_no_draft_where_there_is_none(self, admin_client, article):
        plan(article, body="They hum.")
        assert "text" not in sent_by(admin_client.get(url_of(article, "schedule")))
        with pytest.raises(ValidationError):
            later = JUNE + datetime.timedelta(days=1)
            schedule.schedule(article, None, publish_at=later, takes_draft=True)

    @pytest.mark.parametrize("hour", ["", "x", "1999-01-01"])
    def test_drops_the_plan_whatever_hour_was_typed(self, admin_client, article, hour):
        plan(article, body="They hum.")
        end = JUNE + datetime.timedelta(days=9)
        type(article).objects.update(unpublish_at=end)
        url = url_of(article, "schedule")
        decide(admin_client, url, _drop="1", publish_at_0=hour, unpublish_at_0=hour)
        assert not Plan.objects.exists()
        assert stored(article).unpublish_at == end


def test_held_plan_of_somebody_who_left_is_told_to_publishers(client, article, maria):
    plan(article, maria, body="They hum.")
    Plan.objects.update(problem="Look at it.")
    type(maria).objects.update(is_active=False)
    client.force_login(UserFactory(is_superuser=True))
    assert "Look at it." in client.get("/admin/").content.decode()
    client.force_login(UserFactory())
    assert "Look at it." not in client.get("/admin/").content.decode()


def test_pressing_trash_twice_leads_back_to_the_list(admin_client, article):
    url = url_of(article, "delete")
    sent = sent_by(admin_client.get(url))
    admin_client.post(url, sent)
    again = admin_client.post(url, sent, follow=True)
    assert "It is in the trash already." in again.content.decode()


class TestPublishedMeanwhile:
    def test_by_the_clock_beside_a_draft_is_asked_about(self, admin_client, article):
        write(article, body="They hum.")
        schedule.schedule(article, None, publish_at=JUNE)
        write(article, body="They sing.")
        url = url_of(article)
        told = admin_client.post(
            url, filled_in(admin_client.get(url)) | {"_publish": ""}
        )
        sent = filled_in(told) | {"_publish": ""}
        publish_due()
        asked = admin_client.post(url, sent)
        assert "published" in form_errors(asked)["__all__"][0]
        assert stored(article).body == "They hum."

    def test_by_a_second_click_is_not(self, admin_client, article):
        url = url_of(article)
        sent = filled_in(admin_client.get(url), body="They hum.") | {"_publish": ""}
        answers = [admin_client.post(url, sent).status_code for _ in "ab"]
        assert answers == [302, 302]

    def test_is_asked_about_where_no_entry_was_sent(self, admin_client, article):
        url = url_of(article)
        sent = filled_in(admin_client.get(url)) | {"_publish": "", "base_entry": ""}
        actions.unpublish(article, None)
        assert admin_client.post(url, sent).status_code == 200
        assert not stored(article).is_live


def test_held_plan_of_a_deleted_owner_is_told_to_who_may_publish(
    client, article, maria, sign_in
):
    plan(article, maria, body="They hum.")
    Plan.objects.update(problem="Look at it.")
    maria.delete()
    sign_in("Publisher")
    assert "Look at it." in told(client)
    sign_in("Editor")
    assert "Look at it." not in told(client)
