"""Test that the form of an account shows what is true, and writes only what changed."""

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.core import mail
from django.test import Client

from careerguide.accounts import roles
from careerguide.accounts.models import Invitation
from tests.accounts.conftest import PASSWORD, is_signed_in, sign_in
from tests.accounts.mailing import link_in

pytestmark = pytest.mark.django_db
NEW = "a-crane-stands-quietly"


def change(user):
    return f"/admin/auth/user/{user.pk}/change/"


def shown(client, user):
    """What the page of an account holds: as a browser would send it back."""
    form = client.get(change(user)).context["adminform"].form
    sent = {}
    for field in form:
        before, value = form.initial.get(field.name), field.value()
        if field.name == "user_permissions":
            sent[field.html_name] = [getattr(item, "pk", item) for item in value or []]
            sent[field.html_initial_name] = sent[field.html_name]
        elif isinstance(value, bool):
            sent |= {field.html_name: "on"} if value else {}
            sent[field.html_initial_name] = str(before)
        else:
            sent[field.html_name] = value or ""
            sent[field.html_initial_name] = before or ""
    return sent


def fresh(user):
    return User.objects.get(pk=user.pk)


@pytest.fixture
def admin(boss, browser_of):
    return browser_of(boss)


class TestMeanwhile:
    """Somebody else changed the account since its page was opened."""

    @pytest.mark.parametrize(
        "values",
        [
            {"is_active": False},
            {"is_superuser": False},
            {"email": "right@example.org"},
            {"password": "!none"},
            {"last_name": "Other"},
            {"username": "olga"},
        ],
        ids=lambda values: next(iter(values)),
    )
    def test_stays_as_it_is(self, admin, person, values):
        other = person("other", is_superuser=True)
        form = shown(admin, other) | {"first_name": "Olga"}
        User.objects.filter(pk=other.pk).update(**values)
        assert admin.post(change(other), form).status_code == 302
        stored = fresh(other)
        assert stored.first_name == "Olga"
        assert {name: getattr(stored, name) for name in values} == values

    def test_a_role_stays(self, admin, maria):
        form = shown(admin, maria) | {"first_name": "Maria"}
        roles.give(maria, "Publisher")
        admin.post(change(maria), form)
        assert roles.role_of(fresh(maria)) == "Publisher"

    def test_rights_stay(self, admin, maria):
        first, second = Permission.objects.all()[:2]
        maria.user_permissions.add(first)
        form = shown(admin, maria) | {"first_name": "Maria"}
        maria.user_permissions.set([second])
        admin.post(change(maria), form)
        assert [*fresh(maria).user_permissions.all()] == [second]

    def test_a_password_set_while_the_form_is_looked_at_stays(
        self, admin, maria, monkeypatch
    ):
        looked_at = roles.is_last_administrator

        def set_meanwhile(user):
            User.objects.filter(pk=user.pk).update(password="!new")
            return looked_at(user)

        monkeypatch.setattr(roles, "is_last_administrator", set_meanwhile)
        form = shown(admin, maria) | {"first_name": "Maria"}
        admin.post(change(maria), form)
        assert fresh(maria).password == "!new"

    def test_the_page_holds_what_it_showed(self, admin, maria):
        page = admin.get(change(maria)).content.decode()
        for name in ("email", "role", "is_active", "username"):
            assert f'name="initial-{name}"' in page


class TestGroupsNamedLikeRoles:
    @pytest.mark.parametrize(
        "name",
        ["administrator", "nobody", "rights", "No role", " OWN rights", "author"],
    )
    def test_are_refused(self, admin, name):
        answer = admin.post("/admin/auth/group/add/", {"name": name})
        assert "the name of a role already" in answer.content.decode()
        assert Group.objects.count() == len(roles.GROUPS)

    @pytest.mark.parametrize("name", ["administrator", "nobody", "group:Author"])
    def test_of_before_give_what_they_may_and_no_more(
        self, person, browser_of, admin, name
    ):
        group = Group.objects.create(name=name)
        chief, other = person("chief"), person("other", "Author")
        rights = Permission.objects.filter(content_type__app_label="auth")
        author = Group.objects.get(name="Author").permissions.all()
        chief.user_permissions.add(*rights, *author)
        mine = browser_of(chief)
        for role in (name, roles.role_of_group(name)):
            mine.post(change(other), shown(mine, other) | {"role": role})
            assert not fresh(other).is_superuser
        assert [*fresh(other).groups.all()] == [group] and fresh(other).is_staff
        assert shown(admin, other)["role"] == roles.role_of_group(name)


class TestStaff:
    @pytest.fixture
    def odd(self, person):
        """With rights one by one, and no group."""
        odd = person("odd")
        odd.user_permissions.add(Permission.objects.get(codename="add_article"))
        return odd

    def test_with_own_rights_is_said_and_kept(self, admin, odd):
        form = shown(admin, odd)
        assert form["role"] == roles.RIGHTS
        assert "Own rights" in admin.get("/admin/auth/user/").content.decode()
        admin.post(change(odd), form | {"first_name": "Olga"})
        assert fresh(odd).is_staff and fresh(odd).user_permissions.count() == 1

    def test_with_own_rights_can_lose_them(self, admin, odd):
        admin.post(change(odd), shown(admin, odd) | {"role": roles.NOBODY})
        stored = fresh(odd)
        assert not stored.is_staff and not stored.user_permissions.exists()
        assert not sign_in(Client(), "odd").headers.get("Location")
        assert shown(admin, odd)["role"] == roles.NOBODY
        assert "cannot sign in" in admin.get("/admin/auth/user/").content.decode()

    def test_can_be_given_own_rights_alone(self, admin, maria):
        right = Permission.objects.first()
        form = shown(admin, maria) | {"role": roles.RIGHTS}
        page = admin.post(change(maria), form).content.decode()
        assert "Choose “Rights one by one” below" in page
        admin.post(change(maria), form | {"user_permissions": [right.pk]})
        stored = fresh(maria)
        assert stored.is_staff and not stored.groups.exists()
        assert [*stored.user_permissions.all()] == [right]

    def test_needs_a_role_for_own_rights(self, admin, person):
        nobody = person("nobody", is_staff=False)
        form = shown(admin, nobody)
        form["user_permissions"] = [Permission.objects.first().pk]
        page = admin.post(change(nobody), form).content.decode()
        assert "choose “Own rights”" in page
        assert not fresh(nobody).user_permissions.exists()

    def test_ends_with_a_group_that_is_deleted(self, admin, person, odd):
        group = Group.objects.create(name="Proofreaders")
        alone, both = person("alone"), person("both", "Author")
        for user in (alone, both, odd):
            user.groups.add(group)
        address = f"/admin/auth/group/{group.pk}/delete/"
        page = admin.get(address).content.decode()
        assert "3 accounts are in it" in page and "object (" not in page
        admin.post(address, {"post": "yes"})
        assert not fresh(alone).is_staff
        assert fresh(both).is_staff and fresh(odd).is_staff
        history = admin.get(f"/admin/auth/user/{alone.pk}/history/").content.decode()
        assert "Left the group “Proofreaders”" in history

    def test_follows_a_role_when_switched_on(self, admin, person):
        off = person("off", "Author", is_staff=False, is_active=False)
        admin.post(change(off), shown(admin, off) | {"is_active": "on"})
        assert sign_in(Client(), "off").status_code == 302

    def test_is_found_by_role(self, admin, maria, boss, odd, person):
        person("nobody", is_staff=False)
        found = {}
        for role in roles.all_roles():
            page = admin.get("/admin/auth/user/", {"role": role})
            found[role] = {user.username for user in page.context["cl"].queryset}
        assert found == {
            "Author": set(),
            "Editor": {"maria"},
            "Publisher": set(),
            roles.ADMINISTRATOR: {"boss"},
            roles.RIGHTS: {"odd"},
            roles.NOBODY: {"nobody"},
        }
        assert admin.get("/admin/auth/user/?role=x").context["cl"].queryset.count() == 0


class TestInvitation:
    @pytest.fixture
    def nora(self, admin):
        new = {"username": "nora", "email": "typo@example.org", "role": "Editor"}
        admin.post("/admin/auth/user/add/", new)
        return User.objects.get(username="nora")

    def is_over(self, message):
        page = Client().get(link_in(message), follow=True).content.decode()
        return "This invitation is over" in page

    def test_ends_with_another_address(self, admin, nora):
        form = shown(admin, nora) | {"email": "right@example.org"}
        page = admin.post(change(nora), form, follow=True).content.decode()
        assert "is over: invite again" in page
        assert self.is_over(mail.outbox[0])
        admin.post(f"/admin/auth/user/{nora.pk}/invite/")
        assert mail.outbox[-1].to == ["right@example.org"]
        assert not self.is_over(mail.outbox[-1])

    def test_stays_with_the_same_address(self, admin, nora):
        admin.post(change(nora), shown(admin, nora) | {"first_name": "Nora"})
        assert not self.is_over(mail.outbox[0])

    def test_ends_with_a_password_for_good(self, admin, nora):
        address = f"/admin/auth/user/{nora.pk}/password/"
        both = {"password1": NEW, "password2": NEW, "usable_password": "true"}
        admin.post(address, both)
        assert not Invitation.objects.exists()
        off = {"usable_password": "false", "unset-password": "1"}
        admin.post(address, off)
        assert not fresh(nora).has_usable_password()
        assert self.is_over(mail.outbox[0])


class TestOwnAddress:
    def test_is_changed_with_the_password_alone(self, admin, boss):
        form = shown(admin, boss) | {"email": "new@example.org"}
        for password in ("", "wrong", "\0"):
            answer = admin.post(change(boss), form | {"current_password": password})
            errors = answer.context["adminform"].form.errors if answer.context else {}
            assert answer.status_code == 400 or errors.keys() == {"current_password"}
        assert fresh(boss).email == boss.email
        admin.post(change(boss), form | {"current_password": PASSWORD})
        assert fresh(boss).email == "new@example.org"
        assert mail.outbox[-1].to == ["boss@example.org"]
        history = admin.get(f"/admin/auth/user/{boss.pk}/history/").content.decode()
        assert "Your password" not in history[history.index('id="content"') :]

    def test_is_guarded_from_guesses(self, admin, boss):
        form = shown(admin, boss) | {"email": "new@example.org"}
        sent = form | {"current_password": "wrong"}
        answers = [admin.post(change(boss), sent).status_code for _ in range(11)]
        assert answers == [200] * 10 + [429]

    def test_needs_none_for_the_rest(self, admin, boss, maria):
        admin.post(change(boss), shown(admin, boss) | {"first_name": "Bo"})
        assert fresh(boss).first_name == "Bo" and is_signed_in(admin)
        assert "current_password" not in shown(admin, maria)
        admin.post(change(maria), shown(admin, maria) | {"email": "m@example.org"})
        assert fresh(maria).email == "m@example.org"


def test_delete_page_names_nothing_of_the_machine(admin, maria):
    page = admin.get(f"/admin/auth/user/{maria.pk}/delete/").content.decode()
    assert "Delete the account “maria”?" in page
    assert "object (" not in page and "relationship" not in page
    assert "Authentication and Authorization" not in page
