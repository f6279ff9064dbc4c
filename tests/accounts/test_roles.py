"""Test that rights follow from the role, and that nobody raises themselves."""

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.core import mail
from django.test import Client

from careerguide.accounts import roles
from careerguide.accounts.models import Invitation
from careerguide.accounts.user_tools import count_written
from tests.accounts.conftest import PASSWORD, is_signed_in, sign_in
from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db
TOOLS = ("invite", "withdraw", "end-sessions", "deactivate", "remove-factor")


def change(user):
    return f"/admin/auth/user/{user.pk}/change/"


def form_of(user, **changes):
    form = {
        "username": user.username,
        "email": user.email,
        "first_name": user.first_name,
        "last_name": user.last_name,
        "role": roles.role_of(user),
        "is_active": "on" if user.is_active else "",
    }
    form |= changes
    return {name: value for name, value in form.items() if value is not None}


@pytest.fixture
def admin(boss, browser_of):
    return browser_of(boss)


@pytest.fixture
def clerk(person):
    """Looks after people, writes a little, and is no administrator."""
    clerk = person("clerk", "Author")
    rights = Permission.objects.filter(content_type__app_label="auth")
    clerk.user_permissions.set(
        rights.filter(content_type__model__in=["user", "group", "permission"])
    )
    return User.objects.get(pk=clerk.pk)


@pytest.fixture
def desk(clerk, browser_of):
    return browser_of(clerk)


class TestRole:
    def test_is_explained_in_words(self, admin, maria):
        page = admin.get(change(maria)).content.decode()
        for role in (*roles.GROUPS, roles.ADMINISTRATOR, roles.NOBODY):
            assert str(roles.description_of(role)).split("’")[0][:20] in page
        assert "Rights one by one" in page

    @pytest.mark.parametrize("role", [*roles.GROUPS, roles.ADMINISTRATOR])
    def test_makes_staff(self, admin, person, role):
        new = person("new", is_staff=False)
        assert admin.post(change(new), form_of(new, role=role)).status_code == 302
        new.refresh_from_db()
        assert new.is_staff and roles.role_of(new) == role
        assert new.is_superuser == (role == roles.ADMINISTRATOR)
        assert sign_in(Client(), "new").status_code == 302

    def test_that_is_none_signs_nobody_in(self, admin, maria):
        admin.post(change(maria), form_of(maria, role=roles.NOBODY))
        maria.refresh_from_db()
        assert not maria.is_staff and not maria.groups.exists()
        assert sign_in(Client()).status_code == 200

    def test_of_an_administrator_can_be_taken_by_another(self, admin, person):
        other = person("other", is_superuser=True)
        admin.post(change(other), form_of(other, role="Author"))
        other.refresh_from_db()
        assert not other.is_superuser and other.is_staff

    def test_unchanged_leaves_groups_and_rights_alone(self, admin, maria):
        maria.groups.add(Group.objects.get(name="Author"))
        right = Permission.objects.first()
        maria.user_permissions.add(right)
        form = form_of(maria, first_name="M", user_permissions=right.pk)
        admin.post(change(maria), form)
        maria.refresh_from_db()
        assert maria.first_name == "M"
        assert maria.groups.count() == 2 and maria.user_permissions.count() == 1

    def test_of_the_sites_own_group_can_be_given(self, admin, maria):
        Group.objects.create(name="Proofreader")
        admin.post(change(maria), form_of(maria, role="group:Proofreader"))
        assert [g.name for g in maria.groups.all()] == ["Proofreader"]

    def test_has_no_switch_that_contradicts_it(self, admin, maria):
        admin.post(change(maria), form_of(maria, is_superuser="on", is_staff=""))
        maria.refresh_from_db()
        assert maria.is_staff and not maria.is_superuser


def test_another_address_is_told_to_the_old_one(admin, maria):
    admin.post(change(maria), form_of(maria, email="new@example.org"))
    [message] = mail.outbox
    assert message.to == ["maria@example.org"]
    assert "Another e-mail address" in message.subject


class TestLastAdministrator:
    def refused(self, client, user, field, **changes):
        answer = client.post(change(user), form_of(user, **changes))
        assert answer.status_code == 200
        assert [*answer.context["adminform"].form.errors] == [field]
        user.refresh_from_db()
        assert user.is_superuser and user.is_active and user.is_staff

    def test_cannot_demote_or_switch_off_oneself(self, admin, boss):
        self.refused(admin, boss, "role", role="Editor")
        self.refused(admin, boss, "role", role=roles.NOBODY)
        self.refused(admin, boss, "is_active", is_active=None)

    def test_nor_with_others_beside(self, admin, boss, person):
        person("other", is_superuser=True)
        self.refused(admin, boss, "role", role="Editor")

    def test_cannot_be_taken_by_somebody_who_was_one(self, boss, person, browser_of):
        """As by two who demote each other at the same moment: the second is told."""
        other = person("other", is_superuser=True)
        client = browser_of(other)
        User.objects.filter(pk=other.pk).update(password="!never")
        other.refresh_from_db()
        client.force_login(other)
        self.refused(client, boss, "role", role="Editor")
        self.refused(client, boss, "is_active", is_active=None)
        client.post(f"/admin/auth/user/{boss.pk}/deactivate/")
        client.post(f"/admin/auth/user/{boss.pk}/delete/", {"post": "yes"})
        boss.refresh_from_db()
        assert boss.is_active

    def test_cannot_delete_oneself(self, admin, boss):
        address = f"/admin/auth/user/{boss.pk}/delete/"
        page = admin.post(address, {"post": "yes"}, follow=True).content.decode()
        assert "You cannot delete your own account" in page
        address = f"/admin/auth/user/{boss.pk}/deactivate/"
        page = admin.post(address, follow=True).content.decode()
        assert "You cannot switch off your own account" in page
        boss.refresh_from_db()
        assert boss.is_active
        data = {"action": "delete_selected", "_selected_action": boss.pk, "post": "yes"}
        admin.post("/admin/auth/user/", data)
        assert User.objects.filter(pk=boss.pk).exists()

    def test_is_not_who_was_only_invited(self, boss, person):
        other = person("other", is_superuser=True)
        other.set_unusable_password()
        other.save()
        assert roles.is_last_administrator(boss)
        person("third", is_superuser=True)
        assert not roles.is_last_administrator(boss)

    @pytest.mark.parametrize("state", [{"is_active": False}, {"is_staff": False}])
    def test_is_not_who_cannot_sign_in(self, boss, person, state):
        person("other", is_superuser=True, **state)
        assert roles.is_last_administrator(boss)


class TestLeaving:
    def test_switched_off_ends_sessions_and_keeps_what_was_written(
        self, admin, maria, browser_of
    ):
        article = ArticleFactory(created_by=maria)
        client = browser_of(maria)
        assert is_signed_in(client) and maria.sign_ins.exists()
        page = admin.get(f"/admin/auth/user/{maria.pk}/delete/").content.decode()
        assert "In 1 place" in page and "Switch the account off instead" in page
        admin.post(f"/admin/auth/user/{maria.pk}/deactivate/")
        assert not maria.sign_ins.exists() and not is_signed_in(client)
        article.refresh_from_db()
        assert article.created_by == maria
        User.objects.filter(pk=maria.pk).update(is_active=True)
        assert not is_signed_in(client)

    def test_switched_off_in_the_form_ends_sessions(self, admin, maria, browser_of):
        client = browser_of(maria)
        assert is_signed_in(client)
        admin.post(change(maria), form_of(maria, is_active=None))
        assert not maria.sign_ins.exists() and not is_signed_in(client)

    def test_deleted_leaves_what_was_written(self, admin, maria):
        article = ArticleFactory(created_by=maria)
        admin.post(f"/admin/auth/user/{maria.pk}/delete/", {"post": "yes"})
        article.refresh_from_db()
        assert article.created_by is None and not User.objects.filter(pk=maria.pk)


class TestNoRaise:
    """Of somebody who may change accounts and is no administrator."""

    def test_of_oneself_in_the_form(self, desk, clerk):
        everything = [*Permission.objects.values_list("pk", flat=True)]
        for changes in (
            {"role": roles.ADMINISTRATOR},
            {"role": "Publisher"},
            {"is_superuser": "on", "is_staff": "on"},
            {"groups": [*Group.objects.values_list("pk", flat=True)]},
            {"user_permissions": everything},
        ):
            desk.post(change(clerk), form_of(clerk, **changes))
            fresh = User.objects.get(pk=clerk.pk)
            assert not fresh.is_superuser
            assert fresh.get_all_permissions() == clerk.get_all_permissions()

    def test_by_a_new_account(self, desk, clerk):
        new = {"username": "new", "email": "new@example.org"}
        for role in ("Editor", "Publisher", roles.ADMINISTRATOR):
            answer = desk.post("/admin/auth/user/add/", new | {"role": role})
            assert answer.context["adminform"].form.errors.keys() == {"role"}
        assert not User.objects.filter(username="new").exists()
        answer = desk.post(
            "/admin/auth/user/add/", new | {"role": "Author", "is_superuser": "on"}
        )
        assert answer.status_code == 302
        made = User.objects.get(username="new")
        assert roles.rights_of(made) < roles.rights_of(clerk) and not made.is_superuser

    def test_by_taking_over_a_stronger_account(self, desk, boss, maria):
        """By its address, its password, an invitation, its second step."""
        for user in (boss, maria):
            before = User.objects.filter(pk=user.pk).values().get()
            stolen = form_of(user, email="clerk@evil.example")
            assert desk.post(change(user), stolen).status_code == 403
            both = {"password1": "evil-evil-evil", "password2": "evil-evil-evil"}
            answer = desk.post(
                f"/admin/auth/user/{user.pk}/password/",
                both | {"usable_password": "true"},
            )
            assert answer.status_code == 403
            for name in TOOLS:
                data = {"password": PASSWORD}
                address = f"/admin/auth/user/{user.pk}/{name}/"
                assert desk.post(address, data).status_code == 403, name
            answer = desk.post(f"/admin/auth/user/{user.pk}/delete/", {"post": "yes"})
            assert answer.status_code == 403
            assert User.objects.filter(pk=user.pk).values().get() == before
        assert not Invitation.objects.exists()

    def test_by_waking_up_a_stronger_account(self, desk, person):
        """What is switched off has no rights now, and would have them then."""
        old = person("old", "Publisher", is_active=False)
        assert desk.post(change(old), form_of(old, is_active="on")).status_code == 403
        gone = person("gone", is_superuser=True, is_active=False)
        assert desk.post(change(gone), form_of(gone, is_active="on")).status_code == 403

    def test_by_a_group(self, desk, clerk):
        group = Group.objects.get(name="Author")
        for address in ("", "add/", f"{group.pk}/change/", f"{group.pk}/delete/"):
            assert desk.get(f"/admin/auth/group/{address}").status_code == 403
            form = {"name": "Author", "permissions": [1, 2, 3]}
            assert desk.post(f"/admin/auth/group/{address}", form).status_code == 403

    def test_by_reading_secrets_through_filters(self, desk, clerk):
        for lookup in ("password__startswith", "totpdevice__key__startswith"):
            answer = desk.get(f"/admin/auth/user/?{lookup}=a")
            assert answer.status_code in (302, 400), lookup
        lookups = ("authenticator__key", "staticdevice__token_set__token__startswith")
        for lookup in (*lookups, "invitation__token_hash", "sign_ins__session"):
            answer = desk.get(f"/admin/auth/user/?{lookup}=a")
            assert answer.status_code in (302, 400), lookup

    def test_but_equal_and_weaker_accounts_can_be_changed(self, desk, person):
        weak = person("weak", "Author")
        answer = desk.post(change(weak), form_of(weak, first_name="W"))
        assert answer.status_code == 302
        weak.refresh_from_db()
        assert weak.first_name == "W"

    def test_and_without_user_rights_nothing_is_seen(self, maria, boss, browser_of):
        client = browser_of(maria)
        for address in ("/admin/auth/user/", change(boss), "/admin/auth/user/add/"):
            assert client.get(address).status_code == 403
        for name in TOOLS:
            address = f"/admin/auth/user/{boss.pk}/{name}/"
            assert client.post(address).status_code == 403


class TestOwnPassword:
    def test_is_never_changed_without_the_old_one(self, admin, boss):
        address = f"/admin/auth/user/{boss.pk}/password/"
        both = {"password1": "evil-evil-evil", "password2": "evil-evil-evil"}
        for key in (boss.pk, f"0{boss.pk}", f"{boss.pk}%20", f"+{boss.pk}"):
            address = f"/admin/auth/user/{key}/password/"
            admin.post(address, both | {"usable_password": "true"})
            boss.refresh_from_db()
            assert boss.check_password(PASSWORD), key


class TestGroups:
    def test_of_ours_stay(self, admin):
        group = Group.objects.get(name="Author")
        address = f"/admin/auth/group/{group.pk}"
        page = admin.post(f"{address}/delete/", {"post": "yes"}, follow=True)
        assert "This group comes with the site" in page.content.decode()
        rights = [*group.permissions.values_list("pk", flat=True)]
        form = {"name": "Other", "permissions": rights}
        page = admin.post(f"{address}/change/", form).content.decode()
        assert "it has to be called Author" in page
        data = {"action": "delete_selected", "_selected_action": group.pk}
        admin.post("/admin/auth/group/", data | {"post": "yes"})
        assert Group.objects.filter(name="Author").exists()


def test_counts_only_what_the_account_wrote(maria, boss):
    ArticleFactory(created_by=maria, modified_by=boss)
    assert (count_written(maria), count_written(boss)) == (1, 1)
