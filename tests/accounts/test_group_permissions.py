"""Test that groups get permissions when `migrate` creates them, and never again."""

from io import StringIO

import pytest
from django.apps.registry import Apps
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command

from articles.models import Article
from careerguide.accounts import group_permissions
from careerguide.publishing.models.content import content_models

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]


def rights():
    return {
        group.name: {*group.permissions.values_list("codename", flat=True)}
        for group in Group.objects.all()
    }


def migrate(*arguments):
    call_command("migrate", *arguments, verbosity=0, stdout=StringIO())


def take(group, codename):
    right = Permission.objects.get(codename=codename)
    Group.objects.get(name=group).permissions.remove(right)


def forget(model):
    """As if the model were new: it has no permissions yet."""
    Permission.objects.filter(
        content_type__app_label=model._meta.app_label,
        content_type__model=model._meta.model_name,
    ).delete()


@pytest.mark.parametrize("model", content_models(), ids=lambda m: m._meta.label_lower)
def test_every_content_model_has_its_rights(model):
    name = model._meta.model_name
    for group, verbs in model.group_permissions.items():
        assert {f"{verb}_{name}" for verb in verbs} <= rights()[group]
    assert f"publish_{name}" in rights()["Publisher"] - rights()["Editor"]


@pytest.mark.parametrize("arguments", [(), ("articles",), ("auth",)])
def test_what_an_administrator_took_stays_away(arguments):
    before = rights()
    take("Editor", "change_article")
    migrate(*arguments)
    assert rights() == before | {"Editor": before["Editor"] - {"change_article"}}


@pytest.mark.parametrize("arguments", [(), ("articles",)])
def test_what_is_new_is_granted_beside_what_was_taken(arguments):
    before = rights()
    take("Editor", "change_faqentry")
    forget(Article)
    migrate(*arguments)
    assert rights() == before | {"Editor": before["Editor"] - {"change_faqentry"}}


def test_a_single_new_permission_brings_no_older_one_back():
    before = rights()
    take("Publisher", "delete_article")
    Permission.objects.filter(codename="publish_article").delete()
    migrate()
    assert rights() == before | {"Publisher": before["Publisher"] - {"delete_article"}}


def test_groups_of_the_sites_own_are_left_alone():
    own = Group.objects.create(name="Proofreaders")
    own.permissions.add(Permission.objects.get(codename="view_page"))
    forget(Article)
    migrate()
    assert rights()["Proofreaders"] == {"view_page"}


def test_a_group_that_somebody_deleted_comes_back_with_nothing_but_what_is_new():
    Group.objects.get(name="Author").delete()
    migrate()
    assert "Author" not in rights()
    forget(Article)
    migrate()
    assert rights()["Author"] == {"view_article", "add_article"}


def test_permission_is_granted_when_it_is_created_or_not_created(monkeypatch):
    """Killed between the two, `migrate` would never grant it."""
    before = rights()
    forget(Article)

    def fail(*arguments):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(group_permissions, "_granted", fail)
        migrate()
    migrate()
    assert rights() == before


def test_nothing_is_asked_of_auth_before_it_is_migrated(django_assert_num_queries):
    """`migrate contenttypes` in an empty database ends with the same signal."""
    with django_assert_num_queries(0):
        group_permissions.create_and_grant(Article._meta.app_config, apps=Apps())


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_flush_gives_the_groups_back():
    before = rights()
    call_command("flush", interactive=False, verbosity=0)
    assert rights() == before
