"""Test that “still correct” sets the next day of review, and claims no change."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from careerguide.publishing.drafts import actions, review, schedule
from careerguide.publishing.drafts.versions import ShownVersion, StaleVersion
from careerguide.publishing.models.related import ContentVersion, Plan, WorkingCopy
from careerguide.publishing.models.reviews import Due, condition, due_of
from tests.factories import ArticleFactory, StatTableFactory, UserFactory
from tests.publishing.two_types import TWO_TYPES

pytestmark = pytest.mark.django_db

OLD = date(2026, 1, 31)


@pytest.fixture
def editor(db):
    return UserFactory()


class TestConfirm:
    @pytest.mark.parametrize("factory", TWO_TYPES)
    def test_sets_the_next_day_and_nothing_else(self, factory, editor):
        item = factory(review_by=OLD)
        before = type(item).objects.values().get()
        review.confirm(item, editor)
        after = type(item).objects.values().get()
        changed = {name for name in after if after[name] != before[name]}
        assert changed == {"review_by", "version"}
        assert after["review_by"] == timezone.localdate() + timedelta(days=365)

    def test_depends_on_the_kind(self, editor):
        table = review.confirm(StatTableFactory(), editor)
        assert table.review_by == timezone.localdate() + timedelta(days=180)

    def test_leaves_one_entry_and_pages_show_it(self, editor):
        article = ArticleFactory()
        number = ContentVersion.current()
        review.confirm(article, editor)
        entry = article.history.exclude(event="found").get()
        assert (entry.event, entry.author) == ("reviewed", editor)
        assert ContentVersion.current() == number + 1

    def test_is_about_the_version_that_was_shown(self, editor):
        article = ArticleFactory(review_by=OLD)
        shown = ShownVersion.of(article)
        draft = ArticleFactory.build(**{**_content(article), "title": "Other bees"})
        draft.pk = article.pk
        actions.save_draft(article, draft, editor)
        with pytest.raises(StaleVersion):
            review.confirm(article, editor, shown=shown)
        article.refresh_from_db()
        assert article.review_by == OLD

    def test_draft_and_plan_do_not_bring_the_old_day_back(self, editor):
        article = ArticleFactory(review_by=OLD)
        _draft(article, editor, title="Planned bees")
        hour = timezone.now() + timedelta(days=1)
        schedule.schedule(article, editor, publish_at=hour)
        _draft(article, editor, title="Drafted bees")
        row = review.confirm(article, editor)
        new = row.review_by.isoformat()
        copy, plan = WorkingCopy.objects.of(row).get(), Plan.objects.of(row).get()
        assert (copy.values["review_by"], copy.values["title"]) == (new, "Drafted bees")
        assert (plan.values["review_by"], plan.base["review_by"]) == (new, new)

    def test_a_day_that_a_draft_chose_stays(self, editor):
        article = ArticleFactory(review_by=OLD)
        _draft(article, editor, review_by=date(2030, 1, 1))
        review.confirm(article, editor)
        assert WorkingCopy.objects.get().values["review_by"] == "2030-01-01"

    def test_what_nobody_reads_is_not_confirmed(self, editor):
        with pytest.raises(ValidationError):
            review.confirm(ArticleFactory(status="draft"), editor)


def _content(article):
    names = ("title", "slug", "summary", "body", "status", "review_by", "career")
    return {name: getattr(article, name) for name in names}


def _draft(article, by, **changes):
    article.refresh_from_db()
    wanted = type(article).objects.get(pk=article.pk)
    for name, value in changes.items():
        setattr(wanted, name, value)
    actions.save_draft(article, wanted, by)


def test_due_is_the_same_for_a_list_and_an_item():
    today = timezone.localdate()
    days = [None, *(today + timedelta(days=n) for n in (-1, 0, 30, 31))]
    articles = [ArticleFactory(review_by=day) for day in days]
    ArticleFactory(review_by=OLD, status="archived")
    wanted = [Due.NONE, Due.OVERDUE, Due.SOON, Due.SOON, None]
    assert [due_of(article) for article in articles] == wanted
    for due in Due:
        found = type(articles[0]).objects.filter(condition(due))
        assert {*found} == {
            a for a, one in zip(articles, wanted, strict=True) if one is due
        }
