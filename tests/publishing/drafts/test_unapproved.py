"""Test that whoever may not publish brings no text before readers.

A publisher has pages open, somebody else works on, and the publisher sends what the
pages said. Readers may see only words that stood in the item when a page was opened
that was then sent.
"""

import datetime
import random
import re

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.models import Article
from careerguide.library.models import Image
from careerguide.publishing.drafts import actions, due, schedule
from careerguide.publishing.models.related import Plan
from careerguide.publishing.models.snapshots import apply_snapshot, snapshot
from tests.factories import ArticleFactory, UserFactory
from tests.forms import filled_in, sent_by

pytestmark = pytest.mark.django_db

WORD = re.compile(r"secret\d+")
AN_HOUR = datetime.timedelta(hours=1)
PAGES = (
    *("change", "changelist", "schedule", "unpublish", "archive", "delete"),
    *("discard", "correct", "take-plan", "history_entry"),
)
STATES = ("live", "draft", "planned", "new", "waiting")


class Story:
    """An article with a picture, a publisher with pages open, and somebody else."""

    def __init__(self, group, state):
        self.publisher, self.other = Client(), Client()
        author = self.sign_in(self.other, group)
        self.sign_in(self.publisher, "Publisher")
        self.image = Image.objects.create(
            sha256="e" * 64, file="images/e", alt="A hive", width=9, height=9, size=9
        )
        status = "draft" if state in ("new", "waiting") else "published"
        self.article = ArticleFactory(
            created_by=author, status=status, picture=self.image
        )
        self.count, self.approved, self.tabs = 0, set(), []
        if state in ("draft", "planned", "waiting"):
            self.save()
            self.approved |= self.words_of_editors()
        if state in ("planned", "waiting"):
            later = timezone.now() + AN_HOUR
            schedule.schedule(self.article, None, publish_at=later)

    @staticmethod
    def sign_in(client, group):
        user = UserFactory()
        user.groups.add(Group.objects.get(name=group))
        client.force_login(user)
        return user

    @property
    def row(self):
        return Article._base_manager.get(pk=self.article.pk)

    def url(self, page):
        name = f"admin:articles_article_{page}"
        if page == "changelist":
            return reverse(name)
        args = [self.article.pk]
        if page == "history_entry":
            entry = self.article.history.last()
            args.append(entry.pk if entry else 0)
        return reverse(name, args=args)

    def new_word(self):
        self.count += 1
        return f"secret{self.count}"

    def words_of_editors(self):
        """The words in what a publisher is shown: row, draft, plan and picture."""
        texts = [snapshot(self.row), snapshot(actions.draft_of(self.row))]
        texts += [plan.values for plan in Plan.objects.of(self.article)]
        image = Image.objects.get()
        return set(WORD.findall(f"{texts} {image.alt} {image.credit}"))

    def check(self):
        """That what readers see now has no word that nobody approved."""
        shown = Article.objects.published().select_related("picture")
        texts = [(snapshot(a), a.picture.alt, a.picture.credit) for a in shown]
        seen = set(WORD.findall(str(texts)))
        assert seen <= self.approved, seen - self.approved

    # --- What a publisher does --------------------------------------------------------

    def open(self, page):
        """Keep a page open, as it is now."""
        url, words = self.url(page), self.words_of_editors()
        if page == "change":
            answer = self.publisher.get(url)
            data = filled_in(answer) | {"_publish": ""} if is_page(answer) else {}
        elif page == "changelist":
            data = {"action": "publish_selected", "_selected_action": self.article.pk}
            data = sent_by(self.publisher.post(url, data)) | {"_decide": "1"}
        else:
            data = sent_by(self.publisher.get(url))
        if page == "schedule":
            later = timezone.localtime(timezone.now() + AN_HOUR)
            data |= {"publish_at_0": f"{later:%Y-%m-%d}", "text": "draft"}
            data |= {"publish_at_1": f"{later:%H:%M:%S}"}
        self.tabs.append((url, data, words))

    def send(self):
        """Send one of the pages; what it showed is approved from then on."""
        url, data, words = self.tabs.pop()
        self.approved |= words
        self.publisher.post(url, data)

    # --- What somebody does who may not publish ---------------------------------------

    def save(self):
        answer = self.other.get(self.url("change"))
        if is_page(answer):
            sent = filled_in(answer, body=f"Bees {self.new_word()}")
            self.other.post(self.url("change"), sent | {"_save": ""})

    def save_by_the_other_button(self):
        answer = self.other.get(self.url("change"))
        if is_page(answer):
            sent = filled_in(answer, title=f"Bees {self.new_word()}")
            self.other.post(self.url("change"), sent | {"_publish": "", "_save": ""})

    def decide(self, page):
        data = sent_by(self.other.get(self.url(page)))
        self.other.post(self.url(page), data)

    def force(self, page):
        data = {"base_version": self.row.version, "_decide": "1", "post": "yes"}
        self.other.post(self.url(page), data)

    def publish_list(self):
        data = {"action": "publish_selected", "_selected_action": self.article.pk}
        version = {f"{self.article.pk}-base_version": self.row.version, "_decide": "1"}
        self.other.post(self.url("changelist"), data | version)

    def describe(self):
        url = reverse("admin:library_image_change", args=[self.image.pk])
        answer = self.other.get(url)
        if is_page(answer):
            word = self.new_word()
            sent = filled_in(answer) | {"alt": f"Bees {word}", "credit": word}
            self.other.post(url, sent)

    def tick(self):
        """The hour of all that is planned comes."""
        now = timezone.now()
        Plan.objects.filter(problem="").update(publish_at=now)
        Article.objects.filter(publish_at__gt=now).update(publish_at=now)
        due.publish_due()

    def let_the_hour_come(self):
        """With a word saved before it, and one after: neither was planned."""
        self.save()
        self.tick()
        self.save()

    MEDDLING = {
        "hour": let_the_hour_come,
        "save": save,
        "publish button": save_by_the_other_button,
        "discard": lambda self: self.decide("discard"),
        "correct": lambda self: self.decide("correct"),
        "take the plan": lambda self: (self.save(), self.decide("take-plan")),
        "restore": lambda self: (self.save(), self.decide("history_entry")),
        "schedule": lambda self: (self.save(), self.force("schedule")),
        "list": lambda self: (self.save(), self.publish_list()),
        "picture": describe,
    }


def is_page(answer):
    return answer.status_code == 200 and "adminform" in (answer.context or {})


@pytest.mark.through_pages
@pytest.mark.parametrize("meddling", Story.MEDDLING)
@pytest.mark.parametrize("page", PAGES)
def test_whatever_is_done_between_a_page_and_its_answer(page, meddling):
    """All pairs of what the two may do; the states an item can be in are spread.

    The hour comes between page and answer for what waits for its first showing.
    """
    place = PAGES.index(page) + list(Story.MEDDLING).index(meddling)
    state = "waiting" if meddling == "hour" else STATES[place % len(STATES)]
    story = Story("Editor", state)
    meddle = story.MEDDLING[meddling]
    story.open(page)
    meddle(story)
    story.send()
    story.check()
    meddle(story)
    story.tick()
    story.check()


@pytest.mark.through_pages
@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("group", ["Author", "Editor"])
def test_whatever_the_order(group, seed):
    draw = random.Random(f"{group} {seed}")
    story = Story(group, draw.choice(STATES))
    meddling = list(story.MEDDLING.values())
    steps = [
        lambda: story.open(draw.choice(PAGES)),
        lambda: story.tabs and (draw.shuffle(story.tabs), story.send()),
        lambda: draw.choice(meddling)(story),
        lambda: draw.choice(meddling)(story),
        story.tick,
    ]
    for _ in range(20):
        if story.row.trashed_at:
            actions.recover(story.article, None)
        draw.choice(steps)()
        story.check()


def test_control_a_publisher_brings_their_words_before_readers():
    """Else the tests above would hold of a site that publishes nothing."""
    story = Story("Editor", "live")
    for page in ("change", "changelist", "schedule"):
        story.save()
        [word] = WORD.findall(actions.draft_of(story.row).body)
        story.open(page)
        story.send()
        story.tick()
        assert word in Client().get(story.article.get_absolute_url()).content.decode()
        story.check()


def test_control_what_waits_shows_at_its_hour_without_what_was_saved_since():
    story = Story("Editor", "waiting")
    [planned] = WORD.findall(snapshot(story.row)["body"])
    assert not story.row.is_live
    story.let_the_hour_come()
    assert story.row.is_live
    text = Client().get(story.article.get_absolute_url()).content.decode()
    assert WORD.findall(text) and {*WORD.findall(text)} == {planned}
    story.check()


def test_control_words_that_nobody_approved_are_found():
    story = Story("Editor", "live")
    draft = apply_snapshot(story.row, snapshot(story.row) | {"body": "secret99"})
    actions.save_draft(story.article, draft, None)
    actions.publish(story.article, None)
    with pytest.raises(AssertionError):
        story.check()
