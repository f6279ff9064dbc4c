"""Test fields of work in the admin: who may do what, and what readers see of it."""

import pytest
from django.urls import reverse

from careerguide.models import CareerGroup
from careerguide.publishing.models.related import ContentVersion
from careerguide.publishing.signals import Change, readers_see_change
from tests.factories import CareerFactory, CareerGroupFactory
from tests.forms import form_errors

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
ADD = "/admin/careerguide/careergroup/add/"


def url_of(group, page="change"):
    return reverse(f"admin:careerguide_careergroup_{page}", args=[group.pk])


class TestRights:
    """What readers see at once takes the right to publish."""

    @pytest.mark.parametrize(
        "group, add, change, delete",
        [
            ("Author", 403, 403, 403),
            ("Editor", 302, 403, 403),
            ("Publisher", 302, 302, 302),
        ],
    )
    def test_of_each_group(self, client, sign_in, group, add, change, delete):
        sign_in(group)
        field, other = CareerGroupFactory(), CareerGroupFactory()
        sent = {"name": "Care", "slug": "care", "order": 1}
        assert client.post(ADD, sent).status_code == add
        sent["name"] = "Health"
        assert client.post(url_of(field), sent).status_code == change
        answer = client.post(url_of(other, "delete"), {"post": "yes"})
        assert answer.status_code == delete

    def test_text_of_who_may_not_is_given_back(self, client, sign_in):
        sign_in("Editor")
        sent = {"name": "Care of the old", "order": 1}
        page = client.post(url_of(CareerGroupFactory()), sent).content.decode()
        assert "Care of the old" in page


class TestForm:
    def test_change_is_told_to_caches(self, client, sign_in):
        sign_in("Publisher")
        group, before, seen = CareerGroupFactory(), ContentVersion.current(), []

        def see(change, items, **_):
            seen.append((change, items))

        readers_see_change.connect(see)
        try:
            client.post(url_of(group), {"name": "Care", "order": 2})
        finally:
            readers_see_change.disconnect(see)
        assert seen == [(Change.GROUP, (group,))]
        assert ContentVersion.current() == before + 1

    def test_address_stays(self, client, sign_in):
        sign_in("Publisher")
        group = CareerGroupFactory(slug="care")
        client.post(url_of(group), {"name": "Health", "slug": "health", "order": 1})
        group.refresh_from_db()
        assert (group.name, group.slug) == ("Health", "care")

    @pytest.mark.parametrize("name", ["\u200b", "\u2060\u200b", "\u00ad", "\u3164"])
    def test_name_that_nobody_sees_is_refused(self, client, sign_in, name):
        sign_in("Publisher")
        answer = client.post(ADD, {"name": name, "slug": "more", "order": 1})
        assert form_errors(answer)["name"] == [
            "This has only characters that nobody sees: write words."
        ]

    @pytest.mark.parametrize(
        "name", ["care", "ＣＡＲＥ", "Ca\u200bre", "Care\u00a0", "Cäre"]
    )
    def test_name_of_another_is_refused(self, client, sign_in, name):
        sign_in("Publisher")
        CareerGroupFactory(name="Care")
        answer = client.post(ADD, {"name": name, "slug": "more", "order": 1})
        assert form_errors(answer)["name"] == [
            "There is a field of work of this name: choose another."
        ]

    def test_one_with_careers_stays_and_they_are_named(self, client, sign_in):
        sign_in("Publisher")
        career = CareerFactory(group=CareerGroupFactory(), name="Midwife")
        answer = client.post(url_of(career.group, "delete"), {"post": "yes"})
        assert "Midwife" in answer.content.decode()
        assert CareerGroup.objects.count() == 1

    def test_several_are_deleted_as_one_change(self, client, sign_in):
        sign_in("Publisher")
        keys = [CareerGroupFactory().pk, CareerGroupFactory().pk]
        before = ContentVersion.current()
        client.post(
            "/admin/careerguide/careergroup/",
            {"action": "delete_selected", "_selected_action": keys, "post": "yes"},
        )
        assert not CareerGroup.objects.exists()
        assert ContentVersion.current() == before + 1

    def test_list_counts_careers_outside_the_trash(self, client, sign_in):
        sign_in("Author")
        group = CareerGroupFactory()
        CareerFactory(group=group), CareerFactory(group=group, status="draft")
        page = client.get("/admin/careerguide/careergroup/").content.decode()
        assert '<td class="field-career_count">2</td>' in page

    def test_menu_of_the_admin_has_it_among_guides(self, client, sign_in):
        sign_in("Editor")
        menu = client.get("/admin/").context["app_list"]
        names = [str(model["name"]) for model in menu[0]["models"]]
        assert str(menu[0]["name"]) == "Guides" and "Fields of work" in names
