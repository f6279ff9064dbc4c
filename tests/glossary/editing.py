"""Whatever editors do with content, they do with terms, and in one place each."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from careerguide.publishing.drafts import actions, due, ordering, schedule
from careerguide.publishing.drafts.references import referrers_of
from careerguide.publishing.models.history import Event
from careerguide.publishing.models.snapshots import apply_snapshot
from careerguide.publishing.preview.render import render
from tests.factories import CareerFactory, TermFactory
from tests.forms import decide, filled_in, sent_by

from .models import Term

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]

HOUR = datetime.timedelta(hours=1)


def url(page, *args):
    return reverse(f"admin:glossary_term_{page}", args=args)


def save(client, item, button="_save", **values):
    """Fill in the form of a term, or of a new one, and send it."""
    form = url("change", item.pk) if item else url("add")
    return client.post(form, filled_in(client.get(form), **values) | {button: ""})


def events(term):
    return [*reversed(term.history.values_list("event", flat=True))]


class TestRights:
    @pytest.mark.parametrize(
        ("group", "verbs"),
        [
            ("Author", {"view", "add"}),
            ("Editor", {"view", "add", "change"}),
            ("Publisher", {"view", "add", "change", "delete", "publish"}),
        ],
    )
    def test_of_the_groups_come_with_migrate(self, sign_in, group, verbs):
        user = sign_in(group)
        every = ("view", "add", "change", "delete", "publish")
        assert {v for v in every if user.has_perm(f"glossary.{v}_term")} == verbs

    def test_author_writes_their_own_alone(self, client, sign_in):
        user, career = sign_in("Author"), CareerFactory()
        save(client, None, term="Swarm", career=career.pk)
        term = Term.objects.get()
        assert (term.slug, term.status, term.created_by) == ("swarm", "draft", user)
        assert save(client, term, term="Swarming").status_code == 302
        other = TermFactory(status="draft")
        form = client.get(url("change", other.pk)).content.decode()
        assert 'name="_save"' not in form
        assert client.post(url("change", other.pk), {"term": "X"}).status_code == 403

    def test_editor_does_not_publish(self, client, sign_in):
        sign_in("Editor")
        term = TermFactory(status="draft")
        save(client, term, "_publish", term="Swarm")
        assert not Term.objects.published().exists()
        assert client.get(url("unpublish", term.pk)).status_code == 403

    def test_nobody_else_enters(self, client, sign_in):
        TermFactory()
        assert client.get(url("changelist")).status_code == 302


class TestDraft:
    def test_is_previewed_published_and_unpublished(self, client, sign_in):
        sign_in("Publisher")
        term = TermFactory(term="Swarm", slug="swarm")
        save(client, term, term="A cloud of bees")
        assert b"A cloud of bees" not in client.get("/glossary/swarm/").content
        assert b"A cloud of bees" in render(actions.draft_of(term)).content
        save(client, term, "_publish")
        assert b"A cloud of bees" in client.get("/glossary/swarm/").content
        decide(client, url("unpublish", term.pk))
        assert client.get("/glossary/swarm/").status_code == 404
        assert events(term) == [
            *(Event.FOUND, Event.SAVED, Event.PUBLISHED, Event.UNPUBLISHED)
        ]

    def test_without_what_it_needs_is_not_published(self, admin_client):
        term = TermFactory(status="draft", meaning="")
        page = save(admin_client, term, "_publish").content.decode()
        assert "This is needed before it can be published." in page
        assert not Term.objects.published().exists()

    def test_form_previews_what_is_typed(self, admin_client):
        term = TermFactory(slug="swarm")
        form = filled_in(admin_client.get(url("change", term.pk)), term="Not saved")
        assert b"Not saved" in admin_client.post(url("preview", term.pk), form).content

    def test_goes_live_at_the_hour_of_its_plan(self, client, clock):
        term = TermFactory(slug="swarm")
        actions.save_draft(term, apply_snapshot(term, {"term": "At noon"}), None)
        schedule.schedule(term, None, publish_at=timezone.now() + HOUR)
        assert due.publish_due() == []
        clock(timezone.now() + 2 * HOUR)
        assert due.publish_due() == [term]
        assert b"At noon" in client.get("/glossary/swarm/").content


class TestHistory:
    def test_of_an_earlier_version_is_restored_as_a_draft(self, admin_client):
        term = TermFactory(term="Swarm")
        save(admin_client, term, "_publish", term="Wrong")
        first = term.history.last()
        assert b"Wrong" in admin_client.get(url("history", term.pk)).content
        decide(admin_client, url("history_entry", term.pk, first.pk))
        term.refresh_from_db()
        assert (term.term, actions.draft_of(term).term) == ("Wrong", "Swarm")


class TestTrash:
    def test_holds_a_term_until_it_is_taken_out(self, admin_client):
        term = TermFactory(term="Swarm", slug="swarm")
        decide(admin_client, url("delete", term.pk))
        assert admin_client.get("/glossary/swarm/").status_code == 404
        assert b"Swarm" in admin_client.get("/admin/trash/").content
        admin_client.post("/admin/trash/", {"item": f"glossary.term.{term.pk}"})
        term.refresh_from_db()
        assert (term.trashed_at, term.status) == (None, "draft")

    def test_keeps_its_career_from_going(self):
        [link] = referrers_of(TermFactory(term="Swarm").career)
        assert "Term: Swarm" in link


class TestLists:
    def test_menu_has_it_among_the_guides(self, admin_client):
        groups = admin_client.get("/admin/").context["app_list"]
        names = [str(model["name"]) for model in groups[0]["models"]]
        content = ["Careers", "Articles", "Tables", "Questions", "Terms"]
        assert names == [*content, "Fields of work", "Measures", "Imports"]

    @pytest.mark.parametrize(
        ("query", "found"),
        [
            ("?state=draft", {"Comb"}),
            ("?career__id__exact={career}", {"Swarm"}),
            ("?q=BEES+fly", {"Swarm"}),
        ],
    )
    @pytest.mark.usefixtures("indexed")
    def test_can_be_narrowed(self, admin_client, query, found):
        swarm = TermFactory(term="Swarm", meaning="Bees that fly.")
        TermFactory(term="Comb", status="draft")
        query = query.format(career=swarm.career_id)
        listed = admin_client.get(url("changelist") + query).context["cl"].result_list
        assert {str(term) for term in listed} == found

    def test_order_is_that_of_readers(self, client):
        career = CareerFactory()
        last, first = (TermFactory(career=career, term=t) for t in ("Last", "First"))
        ordering.set_order([first, last], None)
        page = client.get("/glossary/").content.decode()
        assert page.index("First") < page.index("Last")

    def test_several_are_published_at_once(self, admin_client):
        terms = [TermFactory(status="draft") for _ in range(3)]
        chosen = {"_selected_action": [term.pk for term in terms]}
        page = admin_client.post(
            url("changelist"), {"action": "publish_selected"} | chosen
        )
        admin_client.post(url("changelist"), sent_by(page) | {"_decide": "1"})
        assert Term.objects.published().count() == 3
