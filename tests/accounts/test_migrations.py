"""Accounts of before follow the rule of roles, and nobody gains access by it."""

from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.contrib.auth.models import Permission
from django.db import connection

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]
migrations = [
    import_module(f"careerguide.accounts.migrations.{name}")
    for name in ("0002_staff_by_role", "0003_staff_follows_role")
]


def run():
    for migration in migrations:
        migration.follow_roles(apps, SimpleNamespace(connection=connection))


def state(user):
    user.refresh_from_db()
    return user.is_active, user.is_staff


def test_who_could_not_sign_in_still_cannot(person):
    hidden = person("hidden", "Editor", is_staff=False)
    boss = person("boss", is_superuser=True, is_staff=False)
    run()
    assert state(hidden) == state(boss) == (False, True)


def test_who_saw_an_empty_admin_has_no_role(person):
    idle = person("idle")
    run()
    assert state(idle) == (True, False)


def test_everybody_else_goes_on(person):
    people = [person("maria", "Editor"), person("boss", is_superuser=True)]
    special = person("special")
    special.user_permissions.add(Permission.objects.first())
    run()
    assert {state(user) for user in [*people, special]} == {(True, True)}


def test_who_is_switched_off_can_be_switched_on_with_the_role(person):
    off = person("off", "Editor", is_staff=False, is_active=False)
    idle = person("idle", is_active=False)
    run()
    assert state(off) == (False, True)
    assert state(idle) == (False, False)


def test_who_had_rights_one_by_one_and_no_access_gets_none(person):
    hidden = person("hidden", is_staff=False)
    hidden.user_permissions.add(Permission.objects.first())
    run()
    assert state(hidden) == (False, True)
