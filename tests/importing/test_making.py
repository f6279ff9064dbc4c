"""Test that drafts are made once, taken back as a whole, and brought up to date."""

import pytest
from django.db import connection

from articles.models import Article
from careerguide.importing import creation, services
from careerguide.importing.making import creating
from careerguide.importing.models import State
from careerguide.importing.refusals import NotReady, Refused, Stale
from careerguide.library.models import Image
from careerguide.models import Career
from careerguide.publishing.drafts import actions
from careerguide.publishing.models.history import Revision
from faq.models import FAQEntry
from statistics.models import StatTable
from tests.factories import ArticleFactory, CareerFactory

from .documents import SAVED_PAGE, word_document
from .records import Reviewer, member, started

pytestmark = pytest.mark.django_db
MODELS = (Career, Article, StatTable, FAQEntry)


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def decided(data=None, name="guide.docx", **values):
    reviewer = Reviewer(started(name, data or word_document(), **values))
    reviewer.decide(picture="A teal field.", title="What they do", decimals=".")
    return reviewer


@pytest.fixture
def reviewer():
    return decided()


def counts():
    return [model.objects.not_trashed().count() for model in MODELS]


def test_made_once(reviewer):
    version = reviewer.record.version
    assert reviewer.create().state == State.CREATED
    assert counts() == [1, 2, 3, 2]
    with pytest.raises(Refused):
        services.create(reviewer.pk, version, reviewer.by)
    assert counts() == [1, 2, 3, 2]


def test_older_version_makes_nothing(reviewer):
    version = reviewer.record.version
    reviewer.do("item", item="article-1", title="Other")
    with pytest.raises(Stale):
        services.create(reviewer.pk, version, reviewer.by)
    assert counts() == [0, 0, 0, 0]


def test_changed_while_drafts_are_made(reviewer, monkeypatch):
    """Somebody decides otherwise after the obstacles were looked for."""
    obstacles, version = creating.obstacles_of, reviewer.record.version

    def slow(*of):
        reviewer.do("item", item="article-1", title="Other")
        return obstacles(*of)

    monkeypatch.setattr(creating, "obstacles_of", slow)
    with pytest.raises(Stale):
        services.create(reviewer.pk, version, reviewer.by)
    assert counts() == [0, 0, 0, 0]


def test_killed_half_way_leaves_nothing(reviewer, monkeypatch, tmp_path):
    made = []
    create = actions.create

    def killed(item, by, **values):
        made.append(create(item, by, **values))
        if len(made) == 5:
            raise KeyboardInterrupt

    monkeypatch.setattr(creation.actions, "create", killed)
    with pytest.raises(KeyboardInterrupt):
        reviewer.create()
    assert counts() == [0, 0, 0, 0] and not Image.objects.exists()
    assert not Revision.objects.exists() and not [*tmp_path.rglob("*.webp")]
    assert reviewer.record.state == State.REVIEW
    monkeypatch.setattr(creation.actions, "create", create)
    reviewer.create()
    assert counts() == [1, 2, 3, 2]


def test_taken_address_is_named_and_can_be_changed(reviewer):
    ArticleFactory(slug="data-engineer")
    reviewer.do("item", item="article-1", title="Data Engineer")
    [sentence] = services.obstacles(reviewer.pk, reviewer.by)
    assert "“data-engineer” is taken" in sentence
    reviewer.do("item", item="article-1", slug="data-engineer-work")
    assert not services.obstacles(reviewer.pk, reviewer.by)
    assert not reviewer.review.obstacles


def test_author_needs_a_career_that_is_there():
    reviewer = decided(by=member("Author"))
    [sentence] = services.obstacles(reviewer.pk, reviewer.by)
    assert "may not add a career" in sentence
    career = CareerFactory()
    reviewer.do("career", career=str(career.pk))
    reviewer.create()
    assert Career.objects.count() == 1
    assert Article.objects.for_career(career).count() == 2


class TestUndone:
    def test_all_goes_to_the_trash_and_comes_back(self, reviewer):
        reviewer.create()
        assert services.undo_import(reviewer.pk, reviewer.by).state == State.UNDONE
        assert counts() == [0, 0, 0, 0]
        entry = Revision.objects.filter(event="trashed").first()
        assert entry.reason == "The import of “guide.docx” was undone"
        services.reopen(reviewer.pk, reviewer.by)
        reviewer.do("item", item="article-1", title="Their work")
        assert not reviewer.review.obstacles
        reviewer.create()
        assert counts() == [1, 2, 3, 2]
        assert Article.objects.get(title="Their work").trashed_at is None
        services.undo_import(reviewer.pk, reviewer.by)
        assert counts() == [0, 0, 0, 0]

    def test_not_once_something_was_published(self, reviewer):
        reviewer.create()
        career = Career.objects.get()
        career.summary = "They build."
        career.save()
        actions.publish(career, reviewer.by)
        with pytest.raises(Refused, match="“Data Engineer” was published"):
            services.undo_import(reviewer.pk, reviewer.by)
        assert counts() == [1, 2, 3, 2]

    def test_not_while_the_career_holds_more(self, reviewer):
        reviewer.create()
        ArticleFactory(career=Career.objects.get())
        [sentence] = services.obstacles_to_undo(reviewer.pk)
        assert "did not make" in sentence

    def test_not_by_a_stranger(self, reviewer):
        reviewer.create()
        with pytest.raises(Refused):
            services.undo_import(reviewer.pk, member("Author"))


class TestAgain:
    PAGE = SAVED_PAGE.replace("About a year.", "About two years.")
    PAGE = PAGE.replace("<td>81%</td>", "<td>83%</td>")
    PAGE = PAGE.replace(
        "<p>Yes: three projects told well.</p>",
        "<p>Yes: three projects told well.</p><p>Do they travel?</p><p>Seldom.</p>",
    ).replace("<blockquote><p>Good design is as little design as possible.", "<p>")

    @pytest.fixture
    def first(self):
        reviewer = decided(SAVED_PAGE.encode(), "ux.html")
        reviewer.create()
        return reviewer

    def again(self, first):
        record = started("ux.html", self.PAGE.encode(), first.by, previous=first.pk)
        return Reviewer(record)

    def state_of(self, reviewer):
        return {one.title: one.state for one in services.versions(reviewer.pk)}

    def test_what_is_new_changed_and_gone(self, first):
        review = self.again(first).review
        changes = {b.text: b.change for b in review.blocks if b.change}
        assert changes["About two years."] == "changed"
        assert changes["Do they travel?"] == "new"
        assert review.gone == ["Good design is as little design as possible."]
        [was] = [b.was for b in review.blocks if b.text == "About two years."]
        assert was == "About a year."
        assert review.ledger.is_whole and not review.decisions

    def test_drafts_are_brought_up_to_date(self, first):
        reviewer = self.again(first)
        states = self.state_of(reviewer)
        assert states["How long does it take to learn?"] == "changed"
        assert states["Do UX designers code?"] == "same"
        assert states["Do they travel?"] == "new"
        before = FAQEntry.objects.get(question="Do UX designers code?").version
        assert not reviewer.review.obstacles
        reviewer.create()
        answer = FAQEntry.objects.get(question="How long does it take to learn?").answer
        assert answer == "About two years.\n"
        table = StatTable.objects.get(slug="ux-designer-tools-in-use")
        assert table.data["rows"][0]["cells"] == ["Figma", "83"]
        assert FAQEntry.objects.count() == 4 and Career.objects.count() == 1
        same = FAQEntry.objects.get(question="Do UX designers code?")
        assert same.version == before
        services.undo_import(reviewer.pk, reviewer.by)
        answer = FAQEntry.objects.get(question="How long does it take to learn?").answer
        assert answer == "About a year.\n"
        assert FAQEntry.objects.not_trashed().count() == 3

    @pytest.mark.parametrize(
        ("choice", "answer"),
        [("document", "About two years.\n"), ("draft", "It depends.\n")],
    )
    def test_what_both_changed_is_chosen(self, first, choice, answer):
        entry = FAQEntry.objects.get(question="How long does it take to learn?")
        entry.answer = "It depends.\n"
        actions.save_draft(entry, entry, first.by)
        reviewer = self.again(first)
        [one] = [v for v in services.versions(reviewer.pk) if v.state == "conflict"]
        assert one.draft == {"answer": "It depends."} or "It depends" in str(one.draft)
        with pytest.raises(NotReady, match="choose"):
            reviewer.create()
        reviewer.do("version", item=one.key, choice=choice)
        reviewer.create()
        assert FAQEntry.objects.get(pk=entry.pk).answer == answer

    def test_edit_of_a_draft_stays(self, first):
        article = Article.objects.order_by("pk")[0]
        article.summary = "By an editor."
        actions.save_draft(article, article, first.by)
        self.again(first).create()
        article.refresh_from_db()
        assert article.summary == "By an editor."


def test_database_is_locked_for_no_picture(reviewer, monkeypatch):
    """Pictures are made before the transaction in which drafts are written."""
    inside, process = [], creation.images.process
    depth = len(connection.savepoint_ids)

    def processed(data):
        inside.append(len(connection.savepoint_ids) > depth)
        return process(data)

    monkeypatch.setattr(creation.images, "process", processed)
    reviewer.create()
    assert inside == [False]
