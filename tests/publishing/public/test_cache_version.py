"""Test the cache version and the moments planned by editors."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from careerguide.publishing.models.content import content_models
from careerguide.publishing.models.related import ContentVersion, Plan, key_of
from careerguide.publishing.public.cache_version import current_version
from tests import factories

pytestmark = pytest.mark.django_db
MINUTE = datetime.timedelta(minutes=1)


def make(model, **fields):
    return getattr(factories, f"{model.__name__}Factory")(**fields)


def test_nothing_is_planned_of_an_empty_site():
    found = current_version(timezone.now())
    assert (found.number, found.next_moment, found.is_due) == (0, None, False)


@pytest.mark.parametrize("field", ["publish_at", "unpublish_at"])
@pytest.mark.parametrize("model", content_models(), ids=lambda model: model.__name__)
def test_next_moment_is_that_of_any_kind_and_not_past(model, field):
    now = timezone.now()
    make(model, **{field: now + 3 * MINUTE})
    make(model, **{field: now + 2 * MINUTE})
    make(model, **{field: now - MINUTE})
    ContentVersion.bump()
    with CaptureQueriesContext(connection) as queries:
        found = current_version(now)
    assert (found.number, found.next_moment) == (1, now + 2 * MINUTE)
    assert len(queries) == 1


def test_plan_is_due_at_its_hour_unless_it_is_held():
    now = timezone.now()
    article = factories.ArticleFactory()
    plan = Plan.objects.create(
        **key_of(article), values={}, base={}, version=1, publish_at=now + MINUTE
    )
    assert (
        current_version(now).next_moment == now + MINUTE
        and not current_version(now).is_due
    )
    assert current_version(now + MINUTE).is_due
    plan.problem = "Its table is gone."
    plan.save()
    assert not current_version(now + MINUTE).is_due
