"""Test that a newer document overwrites nothing of an editor without a word."""

import base64
import io

import pytest
from PIL import Image as Drawing

from articles.models import Article
from careerguide.importing import services
from careerguide.importing.refusals import NotReady
from careerguide.library.models import Image
from careerguide.publishing.drafts import actions
from careerguide.publishing.drafts.rows import draft_of
from faq.models import FAQEntry
from statistics.models import StatTable

from .baker import (
    BREAD,
    FAQ,
    OVEN,
    SHIFT,
    SLEEP,
    TABLE,
    again,
    counts,
    edit,
    publish_all,
)
from .records import Reviewer, started

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def drawing(colour):
    out = io.BytesIO()
    Drawing.new("RGB", (60, 40), colour).save(out, "PNG")
    return f"data:image/png;base64,{base64.b64encode(out.getvalue()).decode()}"


def page(*parts):
    return f"<h1>Baker</h1><p>They bake.</p>{''.join(parts)}".encode()


def shown(colour, text=""):
    return f'<p><img src="{drawing(colour)}" alt="{text}"></p>'


BAKING, RESTING = "<p>They bake bread by night.</p>", "<p>They rest by day, mostly.</p>"


class TestPictures:
    @pytest.fixture
    def pictured(self):
        parts = (shown("teal"), BAKING, shown("navy"), RESTING)
        reviewer = Reviewer(started("baker.html", page(*parts)))
        for number, text in (("1", "An oven"), ("2", "A bed")):
            reviewer.do("describe", picture=number, text=text)
        reviewer.decide(title="What bakers do")
        reviewer.create()
        return reviewer

    def again(self, pictured, *parts):
        record = started("baker.html", page(*parts), pictured.by, previous=pictured.pk)
        return Reviewer(record)

    def changes(self, reviewer):
        return [(b.id, b.change) for b in reviewer.review.blocks if b.change]

    def asked(self, reviewer):
        return [(d.kind, d.block) for d in reviewer.review.decisions]

    def test_another_picture_in_its_place_asks_for_its_description(self, pictured):
        parts = (shown("teal"), BAKING, shown("red"), RESTING)
        reviewer = self.again(pictured, *parts)
        block = next(b for b in reviewer.review.blocks if b.pictures and b.change)
        assert block.change == "changed" and "A bed" in block.was
        assert self.asked(reviewer) == [("picture", block.id)]
        reviewer.decide(picture="A red bed")
        reviewer.create()
        body = draft_of(Article.objects.get()).body
        assert "![A red bed]" in body and "![An oven]" in body and "A bed" not in body
        assert Image.objects.count() == 3

    def test_described_by_the_document_asks_nothing(self, pictured):
        parts = (shown("teal"), BAKING, shown("red", "Straw"), RESTING)
        reviewer = self.again(pictured, *parts)
        assert self.asked(reviewer) == []
        reviewer.create()
        assert "![Straw]" in draft_of(Article.objects.get()).body

    def test_one_that_is_gone_is_named(self, pictured):
        reviewer = self.again(pictured, shown("teal"), BAKING, RESTING)
        assert [text for text in reviewer.review.gone if "A bed" in text]
        reviewer.create()
        assert "A bed" not in draft_of(Article.objects.get()).body

    def test_one_more_is_new_and_the_others_keep_their_words(self, pictured):
        parts = (shown("red"), shown("teal"), BAKING, shown("navy"), RESTING)
        reviewer = self.again(pictured, *parts)
        [(block, change)] = self.changes(reviewer)
        assert change == "new" and self.asked(reviewer) == [("picture", block)]
        reviewer.decide(picture="Dough")
        reviewer.create()
        body = draft_of(Article.objects.get()).body
        places = [body.index(f"![{text}]") for text in ("Dough", "An oven", "A bed")]
        assert places == sorted(places)

    def test_one_that_was_moved_keeps_its_words(self, pictured):
        parts = (BAKING, shown("navy"), RESTING, shown("teal"))
        reviewer = self.again(pictured, *parts)
        assert self.asked(reviewer) == [] and reviewer.review.gone == []
        reviewer.create()
        body = draft_of(Article.objects.get()).body
        assert body.index("![A bed]") < body.index("![An oven]")

    def test_one_within_a_sentence_is_asked_for_too(self, pictured):
        baking = BAKING.replace("bread", f'<img src="{drawing("red")}"> bread')
        parts = (shown("teal"), baking, shown("navy"), RESTING)
        reviewer = self.again(pictured, *parts)
        [(block, change)] = self.changes(reviewer)
        assert change == "changed" and self.asked(reviewer) == [("picture", block)]


class TestTables:
    MORE = TABLE.replace("12000", "12500")

    def data(self):
        return [row["cells"] for row in draft_of(StatTable.objects.get()).data["rows"]]

    def set_cell(self, row, cell, value):
        table = StatTable.objects.get()
        draft = draft_of(table)
        draft.data["rows"][row]["cells"][cell] = value
        actions.save_draft(table, draft, None)

    def test_cells_of_both_sides_are_chosen_between(self, first):
        self.set_cell(0, 1, "34000")
        reviewer = again(first, BREAD, OVEN, self.MORE, FAQ, SHIFT, SLEEP)
        [one] = [v for v in services.versions(reviewer.pk) if v.state == "conflict"]
        with pytest.raises(NotReady, match="choose"):
            reviewer.create()
        assert self.data() == [["France", "34000"], ["Spain", "12000"]]
        reviewer.do("version", item=one.key, choice="document")
        reviewer.create()
        assert self.data() == [["France", "33000"], ["Spain", "12500"]]

    def test_draft_alone_is_kept(self, first):
        self.set_cell(0, 1, "34000")
        again(first, BREAD, OVEN, TABLE, FAQ, SHIFT, SLEEP).create()
        assert self.data()[0] == ["France", "34000"]

    def test_saved_between_look_and_drafts(self, first):
        """Somebody saves the table after the other has looked at what is new."""
        reviewer = again(first, BREAD, OVEN, self.MORE, FAQ, SHIFT, SLEEP)
        assert not reviewer.review.obstacles
        self.set_cell(0, 1, "34000")
        with pytest.raises(NotReady, match="choose"):
            reviewer.create()
        assert self.data() == [["France", "34000"], ["Spain", "12000"]]

    def test_what_was_written_in_the_grid_of_the_review_is_asked_about(self):
        parts = (BREAD, OVEN, TABLE, FAQ, SHIFT, SLEEP)
        record = started(
            "baker.md", b"# Baker\n\nThey bake.\n\n" + "\n".join(parts).encode()
        )
        before = Reviewer(record)
        before.decide(title="What bakers do", decimals=".")
        block = next(b for b in before.review.blocks if b.table)
        numbers = block.table.numbers.replace("Bakers", "Bakers in 2024")
        before.do("cells", block=block.id, numbers=numbers)
        before.create()
        reviewer = again(before, BREAD, OVEN, self.MORE, FAQ, SHIFT, SLEEP)
        [decision] = reviewer.review.decisions
        assert decision.kind == "table" and "grid" in decision.sentence


class TestTrash:
    def test_what_an_editor_put_there_stays_there(self, first):
        entry = FAQEntry.objects.get(slug="baker-when-does-a-shift-begin")
        actions.trash(entry, first.by)
        words = SHIFT.replace("At two", "At three")
        reviewer = again(first, BREAD, OVEN, TABLE, FAQ, words, SLEEP)
        [one] = [v for v in services.versions(reviewer.pk) if v.state == "trashed"]
        assert one.item == entry
        with pytest.raises(NotReady, match="trash"):
            reviewer.create()
        reviewer.do("version", item=one.key, choice="draft")
        reviewer.create()
        assert counts() == [1, 1, 1, 1]
        entry.refresh_from_db()
        assert entry.trashed_at and "At two" in entry.answer

    def test_what_is_wanted_comes_out_of_it(self, first):
        entry = FAQEntry.objects.get(slug="baker-when-does-a-shift-begin")
        actions.trash(entry, first.by)
        reviewer = again(first, BREAD, OVEN, TABLE, FAQ, SHIFT, SLEEP)
        [one] = [v for v in services.versions(reviewer.pk) if v.state == "trashed"]
        reviewer.do("version", item=one.key, choice="document")
        reviewer.create()
        assert counts() == [1, 1, 1, 2]


class TestPublished:
    def test_readers_see_the_older_text_until_it_is_published(self, first):
        publish_all(first.by)
        again(
            first, BREAD, OVEN.replace("stone", "brick"), TABLE, FAQ, SHIFT, SLEEP
        ).create()
        article = Article.objects.get()
        assert "stone" in article.body and "brick" in draft_of(article).body

    def test_edited_and_published_is_a_conflict_all_the_same(self, first):
        edit(Article.objects.get(), body="Mine.\n")
        publish_all(first.by)
        newer = OVEN.replace("stone", "brick")
        reviewer = again(first, BREAD, newer, TABLE, FAQ, SHIFT, SLEEP)
        with pytest.raises(NotReady, match="choose"):
            reviewer.create()
        assert draft_of(Article.objects.get()).body == "Mine.\n"
