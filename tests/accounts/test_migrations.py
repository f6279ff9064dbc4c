"""Accounts of before follow the rule of roles, and nobody gains access by it."""

from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.contrib.auth.models import Permission
from django.db import connection

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]
migration = import_module("careerguide.accounts.migrations.0002_staff_by_role")


def run():
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
    off = person("off", "Editor", is_staff=False, is_active=False)
    run()
    assert {state(user) for user in [*people, special]} == {(True, True)}
    assert state(off) == (False, False)
