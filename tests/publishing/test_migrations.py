"""Drafts with an hour become plans, and plans drafts with an hour again."""

import datetime

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from careerguide.publishing.values import values_of
from tests.factories import ArticleFactory, UserFactory

pytestmark = [
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.every_database,
]
JUNE = datetime.datetime(2999, 6, 1, 8, tzinfo=datetime.UTC)
BEFORE, AFTER = "0001_initial", "0004_drafts_without_hours"


def migrate(name):
    """The models of the app at a migration, which the database is brought to."""
    executor = MigrationExecutor(connection)
    executor.migrate([("publishing", name)])
    return (
        MigrationExecutor(connection).loader.project_state([("publishing", name)]).apps
    )


@pytest.fixture
def before():
    yield migrate(BEFORE)
    migrate(AFTER)


def draft_of(apps, item, body, **columns):
    model = apps.get_model("publishing", "WorkingCopy")
    kind = ContentType.objects.get_for_model(item)
    values = values_of(item) | {"body": body}
    key = {"content_type_id": kind.pk, "object_id": item.pk}
    return model.objects.create(**key, values=values, **columns)


def test_plans_are_made_of_drafts_and_back(before):
    maria = UserFactory()
    planned, plain, failed = (ArticleFactory(version=n) for n in (7, 8, 9))
    draft_of(before, planned, "June", publish_at=JUNE, scheduled_by_id=maria.pk)
    draft_of(before, plain, "Some day")
    draft_of(before, failed, "Bad", problem="Its table is gone.")
    apps = migrate(AFTER)
    plans = apps.get_model("publishing", "Plan").objects.order_by("object_id")
    made, held = plans
    assert (made.object_id, made.version, made.publish_at) == (planned.pk, 7, JUNE)
    assert (made.values["body"], made.made_by_id) == ("June", maria.pk)
    assert made.base == values_of(planned)
    assert (held.object_id, held.problem) == (failed.pk, "Its table is gone.")
    drafts = apps.get_model("publishing", "WorkingCopy").objects
    assert drafts.count() == 3
    drafts.filter(object_id=planned.pk).delete()
    old = migrate(BEFORE).get_model("publishing", "WorkingCopy").objects
    again = old.get(object_id=planned.pk)
    assert (again.publish_at, again.values["body"]) == (JUNE, "June")


def test_draft_of_what_was_deleted_does_not_stop_it(before):
    article = ArticleFactory()
    draft_of(before, article, "June", publish_at=JUNE)
    type(article)._base_manager.filter(pk=article.pk)._raw_delete("default")
    apps = migrate(AFTER)
    assert not apps.get_model("publishing", "Plan").objects.exists()
