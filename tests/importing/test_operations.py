"""Test the changes of a plan: each is saved, checked by its version, and taken back."""

import pytest

from careerguide.importing import services
from careerguide.importing.models import Import, ImportStep
from careerguide.importing.refusals import Refused, Stale
from careerguide.importing.review.open_import import OpenImport
from careerguide.markup.cmark import to_html
from tests.each import each
from tests.factories import CareerFactory, UserFactory

from .documents import MESSY_TEXT
from .records import Reviewer, member, started

pytestmark = pytest.mark.django_db
TEXT = """Baker

A baker bakes bread. Most earn $85,000 a year, and 43% work at night.

Bread

Bread needs an oven. Cake needs one, too.

- Flour
- Water

Pay

1. Average pay

Level Share of Bakers
Junior 43%
Senior 57%

The young are fewer.

FAQ

How long does it take?

Three years.

Who may learn it?

Everybody.
"""


@pytest.fixture
def reviewer():
    return Reviewer(started("baker.txt", TEXT.encode()))


def words(reviewer):
    ledger = reviewer.review.ledger
    assert ledger.is_whole, ledger.lost
    return ledger.total


def plan_of(reviewer):
    record = reviewer.record
    return record.document, record.plan


@each(
    ("name", "text", "values"),
    [
        ("place", "Flour", {"role": "left out"}),
        ("place", "Flour", {"role": "takeaways", "item": "article-1"}),
        ("place", "Bread needs", {"role": "title", "item": "new:question"}),
        ("split", "Bread needs", {"at": "21"}),
        ("split", "Flour", {"at": "1"}),
        ("join", "Flour", {}),
        ("up", "Flour", {}),
        ("down", "Bread needs", {}),
        ("move", "Flour", {"before": "", "item": "question-1"}),
        ("level", "Pay", {"level": "3"}),
    ],
)
def test_block_is_changed_and_taken_back(reviewer, name, text, values):
    before, total = plan_of(reviewer), words(reviewer)
    block = reviewer.block(text)
    if name == "join":
        reviewer.do("split", block=block.id, at="1")
        before, block = plan_of(reviewer), reviewer.block("Water")
    reviewer.do(name, block=block.id, **values)
    assert plan_of(reviewer) != before
    assert words(reviewer) == total
    assert services.review(reviewer.pk).undo
    reviewer.do("undo")
    assert plan_of(reviewer) == before


def test_version_of_another_tab_is_refused(reviewer):
    block, version = reviewer.block("Flour").id, reviewer.record.version
    reviewer.do("place", block=block, role="left out")
    after = plan_of(reviewer)
    with pytest.raises(Stale, match="in another tab"):
        services.apply(reviewer.pk, version, "down", {"block": block}, reviewer.by)
    assert plan_of(reviewer) == after
    other = UserFactory(is_superuser=True)
    with pytest.raises(Stale, match=str(reviewer.by)):
        services.apply(reviewer.pk, version, "down", {"block": block}, other)


@each(
    ("name", "values"),
    [
        ("place", {"block": "b99", "role": "text", "item": "article-1"}),
        ("place", {"block": "b2", "role": "myth", "item": "question-1"}),
        ("place", {"block": "b2", "role": "data", "item": "new:table"}),
        ("place", {"block": "b2", "role": "text", "item": "new:career"}),
        ("place", {"block": "b2", "role": "text", "item": "poem-1"}),
        ("split", {"block": "b2", "at": "0"}),
        ("split", {"block": "b2"}),
        ("join", {"block": "b1"}),
        ("up", {"block": "b1"}),
        ("level", {"block": "b2", "level": "3"}),
        ("level", {"block": "b3", "level": "9"}),
        ("move", {"block": "b2", "before": "b99"}),
        ("cells", {"block": "b2", "numbers": "a\tb"}),
        ("answer", {"decision": "title:b9", "answer": "x"}),
        ("item", {"item": "article-9", "title": "x"}),
        ("item", {"item": "article-1", "slug": "not a slug"}),
        ("item", {"item": "article-1", "title": "x" * 300}),
        ("item_up", {"item": "article-1"}),
        ("career", {"career": "999"}),
        ("describe", {"picture": "1", "text": "x"}),
        ("tie", {"number": "b2-0-1", "tie": "[[number: x; y; z]]"}),
        ("mark", {"number": "b2-0-1", "source": "", "url": "", "own": ""}),
        ("untie", {"number": "b2"}),
        ("version", {"item": "article-1", "choice": "mine"}),
        ("dance", {}),
        ("undo", {}),
        ("place", {}),
    ],
)
def test_what_cannot_be_is_a_sentence(reviewer, name, values):
    before = plan_of(reviewer)
    with pytest.raises(Refused) as refused:
        reviewer.do(name, **values)
    assert all(refused.value.sentences)
    assert plan_of(reviewer) == before and not ImportStep.objects.exists()


def test_paragraphs_below_go_along(reviewer):
    reviewer.do(
        "place",
        block=reviewer.block("Bread needs").id,
        role="title",
        item="new:question",
        following="1",
    )
    moved = reviewer.block("Flour")
    assert (moved.role, moved.item) == ("text", "question-3")


def test_number_of_a_title_is_left_out():
    reviewer = Reviewer(started("a.txt", b"Baker\n\nBread.\n\n2. Pay of bakers\n"))
    block = reviewer.block("2. Pay").id
    reviewer.do("place", block=block, role="title", item="new:table")
    assert reviewer.review.items[-1].title == "Pay of bakers"
    assert words(reviewer)
    [shown] = reviewer.review.left_out["number of a title"]
    assert (shown.id, shown.text) == (block, "2")


def test_item_without_blocks_goes(reviewer):
    for text in ("How long", "Three years"):
        reviewer.do("place", block=reviewer.block(text).id, role="left out")
    keys = [item.key for item in reviewer.review.items]
    assert "question-1" not in keys and "question-2" in keys


def test_cells_are_those_of_the_grid(reviewer):
    table = reviewer.block("Level").table
    numbers = table.numbers.replace("57", "58")
    reviewer.do(
        "cells",
        block=reviewer.block("Level").id,
        numbers=numbers,
        columns=table.columns,
    )
    table = reviewer.block("Level").table
    assert table.is_edited and table.data["rows"][1]["cells"] == ["Senior", "58"]
    assert words(reviewer)
    with pytest.raises(Refused):
        reviewer.do("cells", block=reviewer.block("Level").id, numbers="a\tb\n1\t2\t3")


def test_decimals_are_asked_once_for_all_tables():
    reviewer = Reviewer(started("net.txt", MESSY_TEXT.encode()))
    asked = [d for d in reviewer.review.decisions if d.kind == "decimals"]
    assert [d.choices for d in asked] == [[(".", "1,234.56"), (",", "1.234,56")]]
    assert any("cannot be read" in s for s in reviewer.review.obstacles)
    reviewer.do("answer", decision=asked[0].id, answer=".")
    assert not reviewer.review.obstacles


def test_title_address_and_summary_are_written(reviewer):
    reviewer.do("item", item="article-1", title="Work", slug="baker-work", summary="S.")
    item = next(i for i in reviewer.review.items if i.key == "article-1")
    assert (item.title, item.slug, item.summary) == ("Work", "baker-work", "S.")
    assert not [d for d in reviewer.review.decisions if d.kind == "title"]
    reviewer.do("item", item="career-1", title="Pastry Cook")
    assert words(reviewer)
    assert reviewer.review.items[0].slug == "pastry-cook"


def test_existing_career_gets_the_guide(reviewer):
    career = CareerFactory()
    reviewer.do("career", career=str(career.pk))
    assert reviewer.review.career == career


class TestNumbers:
    def numbers(self, reviewer):
        return {n.written: n for n in reviewer.block("A baker bakes").numbers}

    def test_cell_is_offered_and_tied(self, reviewer):
        found = self.numbers(reviewer)
        assert found["43%"].ties and found["$85,000"].is_open
        assert "Junior" in found["43%"].ties[0].label
        reviewer.do("tie", number=found["43%"].id, tie=found["43%"].ties[0].id)
        assert words(reviewer)
        assert self.numbers(reviewer)["43%"].tied_to
        body = reviewer.block("A baker bakes")
        assert "[[number: " in body.markdown
        reviewer.do("untie", number=self.numbers(reviewer)["43%"].id)
        assert "[[number" not in reviewer.block("A baker bakes").markdown

    def test_number_of_a_heading_is_listed_and_one_of_a_belief_tied(self):
        text = (
            "# Baker\n\n## Bakers\n\n| Level | Bakers |\n| --- | ---: |\n"
            "| Junior | 43% |\n| Senior | 57% |\n\n## Of all, 43% are young\n\nSo.\n\n"
            "## Common Myths\n\n### Myth: 57% are old\n\nIt is so.\n"
        )
        reviewer = Reviewer(started("baker.md", text.encode()))
        [heading] = reviewer.block("Of all").numbers
        assert not heading.ties and "Junior" in heading.why
        [number] = reviewer.block("Myth: 57%").numbers
        reviewer.do("tie", number=number.id, tie=number.ties[0].id)
        assert reviewer.review.ledger.is_whole
        texts = [d.texts.get("body", "") for d in OpenImport(reviewer.record).drafts]
        assert any("> [!MYTH]\n> [[number: " in text for text in texts)

    def test_numbers_of_links_and_of_words_side_by_side_are_tied(self):
        text = (
            "# Baker\n\n## Bakers\n\n| Level | Bakers |\n| --- | ---: |\n"
            "| Junior \\| new | 43% |\n| Senior | 57% |\n\n## Work\n\n"
            "Of all, [as many as **43%** are young](https://a.example/) today.\n\n"
            "| Who | What |\n| --- | --- |\n"
            "| The young | They are 43% of all |\n| The old | They *rest* |\n"
        )
        reviewer = Reviewer(started("baker.md", text.encode()))
        reviewer.do("tie_all")
        assert reviewer.review.ledger.is_whole
        texts = [draft.texts for draft in OpenImport(reviewer.record).drafts]
        [html] = [to_html(one["body"]) for one in texts if "body" in one]
        reference = "[[number: baker-bakers; &quot;Junior | new&quot;; Bakers]]"
        strong = f"<strong>{reference}</strong>"
        assert f'">as many as {strong} are young</a> today' in html
        assert f"<td>They are {reference} of all</td>" in html
        [number] = reviewer.block("Who").numbers
        reviewer.do("untie", number=number.id)
        assert "They are 43% of all" in reviewer.block("Who").markdown

    def test_all_that_one_cell_says_are_tied_at_once_and_untied(self, reviewer):
        before = plan_of(reviewer), reviewer.block("A baker bakes").markdown
        certain = reviewer.review.certain_numbers
        assert certain
        reviewer.do("tie_all")
        tied = [n for n in self.numbers(reviewer).values() if n.tied_to]
        assert len(tied) == certain and not reviewer.review.certain_numbers
        assert words(reviewer)
        with pytest.raises(Refused):
            reviewer.do("tie_all")
        reviewer.do("undo")
        assert (plan_of(reviewer), reviewer.block("A baker bakes").markdown) == before

    def test_source_is_named(self, reviewer):
        number = self.numbers(reviewer)["$85,000"]
        reviewer.do(
            "mark", number=number.id, source="Guild", url="https://example.org/a"
        )
        assert "[[claim: " in reviewer.block("A baker bakes").markdown
        assert words(reviewer)
        [first] = [i for i in reviewer.review.items if i.key == "article-1"]
        assert reviewer.review.open_numbers < 3 and first


def test_notation_that_a_document_explains_is_text():
    text = b"# Baker\n\nWrite `[[table: slug]]`, or [[number: a; b; c]].\n"
    assert words(Reviewer(started("a.md", text))) == 9


def test_somebody_elses_import_is_an_editors():
    author = member("Author")
    reviewer = Reviewer(started("a.txt", TEXT.encode(), author))
    other = member("Author")
    version = reviewer.record.version
    for by, may in ((other, False), (author, True)):
        assert services.may_change(by, reviewer.record) == may
    with pytest.raises(Refused, match="somebody else"):
        services.apply(
            reviewer.pk, version, "up", {"block": reviewer.block("Flour").id}, other
        )
    assert Import.objects.get(pk=reviewer.pk).version == version


PICTURED = b"""<h1>Baker</h1><p>They bake bread.</p>
<p>An oven is hot. It is <img src="data:image/png;base64,AAAA"> of stone.</p>
<p><img src="data:image/png;base64,AAAB"></p>
"""


class TestDecisionsFollow:
    """What is asked of a block is asked where it stands, however it is parted."""

    @pytest.fixture
    def pictured(self):
        return Reviewer(started("baker.html", PICTURED))

    def asked(self, reviewer):
        texts = {b.id: b.text for b in reviewer.review.blocks}
        decisions = reviewer.review.decisions
        return [texts[d.block] for d in decisions if d.kind == "picture"]

    def test_picture_goes_with_the_half_that_holds_it(self, pictured):
        block = pictured.block("An oven")
        pictured.do("split", block=block.id, at=str(len("An oven is hot. ")))
        assert self.asked(pictured)[0].startswith("It is")

    def test_picture_is_asked_for_where_it_was_merged(self, pictured):
        last = pictured.review.blocks[-1]
        pictured.do("join", block=last.id)
        assert len(self.asked(pictured)) == 2
        assert {*self.asked(pictured)} == {pictured.block("An oven").text}
        pictured.do("undo")
        assert len({*self.asked(pictured)}) == 2

    def test_others_are_asked_still_when_one_was_merged(self):
        """One question stood for two tables; the first of them is words by now."""
        tables = "\n\n".join(
            f"{n}. Pay {n}\n\nLevel Pay\nJunior {n}8,500\nSenior {n}9,500\n\nSo {n}."
            for n in (1, 2)
        )
        reviewer = Reviewer(started("a.txt", f"Baker\n\nBread.\n\n{tables}".encode()))
        [asked] = [d for d in reviewer.review.decisions if d.kind == "decimals"]
        reviewer.do("join", block=asked.block)
        [left] = [d for d in reviewer.review.decisions if d.kind == "decimals"]
        assert left.block != asked.block and words(reviewer)


VERSUS = """Baker

Bread.

Baker vs. Miller

Baker Miller
Bakes the bread Grinds the corn
Works by night Works by day

So.
"""


class TestLinesOfWords:
    """Lines that are cells are words once they are parted or merged."""

    @pytest.fixture
    def versus(self):
        return Reviewer(started("a.txt", VERSUS.encode()))

    def test_parted(self, versus):
        block = versus.block("Baker Miller")
        versus.do("split", block=block.id, at=str(block.text.index("Works")))
        body = next(d for d in OpenImport(versus.record).drafts if d.kind == "article")
        assert body.texts["body"].count("Grinds") == 1 and words(versus)

    def test_merged(self, versus):
        versus.do("join", block=versus.block("So.").id)
        assert words(versus)

    def test_a_table_is_not(self, reviewer):
        block = next(b for b in reviewer.review.blocks if b.table)
        with pytest.raises(Refused):
            reviewer.do("split", block=block.id, at=str(block.text.index("Senior")))
