"""Test that a database with half of what a squashed migration replaces is detected."""

import pytest
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.db.migrations.loader import MigrationLoader

from careerguide.db import migrated
from tests.each import each

OURS = {
    *("accounts", "articles", "careerguide", "faq", "feedback", "library"),
    *("publishing", "statistics"),
}


def squashed():
    loader = MigrationLoader(None)
    replaces = [m.replaces for key, m in loader.disk_migrations.items() if m.replaces]
    return [names for names in replaces if names[0] not in loader.disk_migrations]


def test_every_app_that_had_several_is_squashed():
    assert {names[0][0] for names in squashed()} == OURS


@each("names", squashed(), ids=lambda names: names[0][0])
def test_any_part_of_it_is_half(names):
    parts = [names[:n] for n in range(1, len(names))]
    parts += [[one for one in names if one != left] for left in names]
    for part in parts:
        there, missing = part[-1], next(n for n in names if n not in part)
        sentence = migrated.half_migrated({*part})
        assert f"{there[0]}.{there[1]}" in sentence
        assert f"lacks {missing[0]}.{missing[1]}" in sentence


@each("names", squashed(), ids=lambda names: names[0][0])
def test_all_and_nothing_are_not(names):
    assert migrated.half_migrated({*names}) == ""
    assert migrated.half_migrated({("auth", "0001_initial")}) == ""
    assert migrated.half_migrated({}) == ""


@pytest.mark.django_db
def test_check_is_asked_by_migrate_and_of_its_database_alone(monkeypatch):
    monkeypatch.setattr(migrated, "half_migrated", lambda applied: "it has no bees")
    assert migrated.half_migrated_check(None, databases=None) == []
    [error] = migrated.half_migrated_check(None, databases=["default"])
    assert "it has no bees" in error.msg and "release before" in error.hint
    with pytest.raises(SystemCheckError, match="it has no bees"):
        call_command("migrate", "--check", skip_checks=False)
