"""Test that links follow a page that is renamed: live texts, drafts and plans."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.models import Article
from careerguide.publishing.drafts import actions
from careerguide.publishing.drafts.conflicts import find_conflict
from careerguide.publishing.models.history import Event
from careerguide.publishing.models.related import Plan, WorkingCopy, key_of
from careerguide.publishing.models.snapshots import apply_snapshot, snapshot
from tests.factories import ArticleFactory, FAQEntryFactory, UserFactory
from tests.forms import filled_in

pytestmark = pytest.mark.django_db

OLD, NEW = "[Bees](/articles/bees/)", "[Bees](/articles/honey-bees/)"


@pytest.fixture
def by(db):
    return UserFactory()


@pytest.fixture
def bees(db):
    return ArticleFactory(slug="bees")


def rename(article, by, slug="honey-bees"):
    article = Article.objects.get(pk=article.pk)
    wanted = apply_snapshot(article, {"slug": slug})
    actions.save_draft(article, wanted, by)
    return actions.publish(article, by)


def test_live_texts_follow_with_an_entry_each(bees, by):
    article = ArticleFactory(body=OLD, takeaways=f"- {OLD}")
    entry = FAQEntryFactory(answer=f"{OLD} and `{OLD}`.")
    rename(bees, by)
    article.refresh_from_db()
    entry.refresh_from_db()
    assert (article.body, article.takeaways) == (NEW, f"- {NEW}")
    assert entry.answer == f"{NEW} and `{OLD}`."
    [followed] = article.history.filter(event=Event.RELINKED)
    assert (followed.author, article.version) == (by, 1)


def test_drafts_and_plans_follow(bees, by):
    article = ArticleFactory()
    values = snapshot(article) | {"body": OLD}
    WorkingCopy.objects.create(**key_of(article), values=values)
    hour = timezone.now() + timedelta(days=1)
    Plan.objects.create(
        **key_of(article), values=values, base=values, version=1, publish_at=hour
    )
    rename(bees, by)
    plan = Plan.objects.get()
    texts = (WorkingCopy.objects.get().values, plan.values, plan.base)
    assert [one["body"] for one in texts] == [NEW] * 3


def test_its_own_text_follows_without_an_entry_more(bees, by):
    Article.objects.update(body=OLD)
    rename(bees, by)
    bees.refresh_from_db()
    assert bees.body == NEW
    assert not bees.history.filter(event=Event.RELINKED).exists()
    assert bees.history.first().content["body"] == NEW


def test_who_has_a_form_open_is_told_of_no_conflict(bees, by):
    article = ArticleFactory(body=OLD)
    rename(bees, by)
    now = Article.objects.get(pk=article.pk)
    mine = snapshot(now) | {"body": f"{OLD} And more."}
    assert find_conflict(now, snapshot(now), mine, article.version, "key") is None


def test_renamed_twice_the_first_address_follows_too(bees, by):
    rename(bees, by, "wild-bees")
    article = ArticleFactory(body=OLD)
    rename(bees, by)
    article.refresh_from_db()
    assert article.body == NEW


def test_a_draft_that_nobody_has_seen(by):
    draft = ArticleFactory(slug="bees", status="draft")
    article = ArticleFactory(body=OLD, status="draft")
    wanted = apply_snapshot(draft, {"slug": "honey-bees"})
    actions.save_draft(draft, wanted, by)
    article.refresh_from_db()
    assert article.body == NEW


def test_what_only_sounds_like_it_stays(bees, by):
    other = ArticleFactory(slug="bees-2", body="[B](/articles/bees-2/)")
    rename(bees, by)
    other.refresh_from_db()
    assert other.body == "[B](/articles/bees-2/)"
    assert not other.history.exists()


def test_an_old_address_that_is_typed_meanwhile_is_said(client, sign_in, bees, by):
    sign_in("Editor")
    article = ArticleFactory(review_by="2030-01-01")
    url = f"/admin/articles/article/{article.pk}/change/"
    sent = filled_in(client.get(url), body=OLD) | {"_save": ""}
    rename(bees, by)
    page = client.post(url, sent, follow=True)
    [line] = page.context["finding_list"]
    assert line.finding.check == "link-form"
    assert "Write /articles/honey-bees/" in line.finding.sentence
