"""Test that guides are recognised: three that were written before the code."""

from dataclasses import replace

import pytest

from careerguide.importing import plan as roles
from careerguide.importing.drafts import make_drafts
from careerguide.importing.ledger import account
from careerguide.importing.plan import Plan
from careerguide.importing.readers.html import read_html
from careerguide.importing.readers.plain_text import read_text
from careerguide.importing.reading import read_document
from careerguide.importing.recognition.recognise import recognise
from careerguide.importing.words import text_of_block, words_of
from tests.each import each

from .documents import MESSY_TEXT, SAVED_PAGE, word_document

NAMES = {"word": "a.docx", "page": "a.html", "text": "a.txt"}
FILES = {
    "word": word_document,
    "page": SAVED_PAGE.encode,
    "text": MESSY_TEXT.encode,
}
EXPECTED = {
    "word": ("Data Engineer", 2, 3, 2, 3, "Data engineers only write SQL"),
    "page": ("UX Designer", 2, 2, 3, 2, "UX is only about looks"),
    "text": ("Network Administrator", 2, 3, 3, 3, "It is all about cables"),
}


@pytest.fixture(scope="module", params=[*FILES])
def kind(request):
    return request.param


@pytest.fixture(scope="module")
def document(kind):
    return read_document(NAMES[kind], FILES[kind]())


@pytest.fixture(scope="module")
def plan(document):
    """The plan, where whoever reviews it has said how decimals are written."""
    made = recognise(document)
    for decision in made.decisions:
        if decision.kind == "decimals":
            made = made.chosen(decision.block, decimal_mark=decision.choices[0])
    return made


@pytest.fixture(scope="module")
def drafts(document, plan):
    return make_drafts(document, plan)


def of_kind(drafts, kind):
    return [draft for draft in drafts if draft.kind == kind]


class TestHeldOut:
    def test_items(self, kind, drafts):
        name, articles, tables, questions, takeaways, myth = EXPECTED[kind]
        [career] = of_kind(drafts, roles.CAREER)
        assert career.title == name
        article, misconceptions = of_kind(drafts, roles.ARTICLE)
        assert article.texts["takeaways"].count("\n- ") + 1 == takeaways
        assert f"> [!MYTH]\n> {myth}\n\n> [!FACT]\n>" in misconceptions.texts["body"]
        assert len(of_kind(drafts, roles.TABLE)) == tables
        assert len(of_kind(drafts, roles.QUESTION)) == questions
        assert len(of_kind(drafts, roles.ARTICLE)) == articles

    def test_every_word_is_accounted_for(self, document, plan, drafts):
        ledger = account(document, plan, drafts)
        assert ledger.is_whole and not ledger.changed
        assert ledger.tables_read + ledger.comparisons == ledger.tables

    def test_tables_stand_in_the_article(self, drafts):
        body = of_kind(drafts, roles.ARTICLE)[0].texts["body"]
        for table in of_kind(drafts, roles.TABLE):
            assert f"\n[[table: {table.slug}]]\n" in body

    def test_few_decisions_are_left(self, document):
        kinds = [decision.kind for decision in recognise(document).decisions]
        assert sorted(kinds) in (["picture", "title"], ["decimals", "title"])

    def test_comparison_is_a_table_in_the_text(self, drafts):
        body = of_kind(drafts, roles.ARTICLE)[0].texts["body"]
        assert body.count("| --- | --- |") == 1

    def test_plan_is_stored(self, plan):
        assert Plan.from_json(plan.to_json()) == plan


def cells(drafts):
    return [
        [[c.label for c in draft.reading.table.columns]]
        + [[str(cell) for cell in row.cells] for row in draft.reading.table.rows]
        for draft in of_kind(drafts, roles.TABLE)
    ]


def test_cells_are_exact():
    document = read_document("a.docx", word_document())
    assert cells(make_drafts(document, recognise(document))) == [
        [
            *(["Level", "Average Annual Salary"], ["Junior", "91500"]),
            *(["Mid-Level", "124000"], ["Senior", "158250"]),
        ],
        [
            *(["Rank", "Industry", "Share of Data Engineers"], ["1", "Finance", "31"]),
            *(["2", "Retail", "22.5"], ["3", "Health", "12"]),
        ],
        [["Years of Experience", "Share"], ["0-2", "18"], ["3-5", "44"], ["6+", "38"]],
    ]


def questions(text, name="a.md"):
    document = read_document(name, text.encode())
    plan = recognise(document)
    drafts = make_drafts(document, plan)
    assert account(document, plan, drafts).is_whole
    return [(d.title, d.texts["answer"]) for d in of_kind(drafts, roles.QUESTION)]


class TestQuestions:
    @each("asks", ["Q: ", "Question 12. ", "**Q)** ", "Frage: "])
    @each("answers", ["A: ", "answer 12: ", "**A.** ", "Antwort: "])
    def test_say_that_they_ask_and_answer(self, asks, answers):
        text = (
            f"# Baker\n\nBakes.\n\n{asks}Is it hard\n\n{answers}Yes, *very*.\n\nOften."
        )
        assert questions(text) == [("Is it hard", "Yes, *very*.\n\nOften.\n")]

    def test_letters_without_an_answer_are_text(self):
        assert questions("# Baker\n\nQ: the letter of quality\n\nIt is old.") == []

    @each("heading", ["Questions", "Your questions answered", "Fragen"])
    def test_heading_may_be_one_word(self, heading):
        text = f"# Baker\n\n## {heading}\n\n### Why bread?\n\nIt keeps."
        assert questions(text) == [("Why bread?", "It keeps.\n")]

    @each("above", ["FAQ\n\n", "FAQ\n"])
    @each("signs", [("", ""), ("1. ", ""), ("Q: ", "A: ")])
    @each("between", ["\n", "\n\n"])
    def test_answers_stand_right_below_in_a_text(self, above, signs, between):
        asks, answers = signs
        text = (
            f"Baker\n\nBakes.\n\n{above}{asks}How long?\n{answers}Three years, or\n"
            f"four of them.{between}{asks.replace('1', '2')}Is it hard?\n{answers}Yes."
        )
        assert questions(text, "a.txt") == [
            ("How long?", "Three years, or four of them.\n"),
            ("Is it hard?", "Yes.\n"),
        ]

    @each(
        "lines",
        [
            "They ask\nwhy it is so?\nAnd they ask\nhow it came?\nSo.",
            "Why?\nbecause of bread.\n\nHow?\nand so on.",
            "Why is it so?\nBecause.",
        ],
    )
    def test_lines_of_a_text_that_happen_to_ask_stay(self, lines):
        [draft] = [d for d in read(f"Baker\n\n{lines}", "a.txt")[0] if d.texts]
        assert draft.texts["body"].count("\n\n") == lines.count("\n\n")

    def test_heading_on_questions_is_text(self):
        text = "# Baker\n\n## Questions to ask a baker\n\nWhy bread?\n\nIt keeps."
        assert questions(text) == []


def read(text, name="a.md"):
    document = read_document(name, text.encode())
    plan = recognise(document)
    drafts = make_drafts(document, plan)
    ledger = account(document, plan, drafts)
    assert ledger.is_whole
    return drafts, [reason for _block, _words, reason in ledger.left_out]


class TestBeliefs:
    SECTION = "# Baker\n\n## Misconceptions\n\nMany are heard.\n\n"

    @each("myth", ["**Myth:** ", "### Myth ", "Myth 2. ", "**Irrtum:** "])
    @each("fact", ["**Fact:** ", "Fact 2) ", "Reality – ", "Tatsache: "])
    def test_say_what_they_are(self, myth, fact):
        text = f"{self.SECTION}{myth}Bread is easy.\n\n{fact}It is *not*.\n\nEver."
        drafts, _reasons = read(text)
        assert of_kind(drafts, roles.ARTICLE)[-1].texts["body"] == (
            "Many are heard.\n\n> [!MYTH]\n> Bread is easy.\n\n"
            "> [!FACT]\n> It is *not*.\n>\n> Ever.\n"
        )

    def test_that_follow_one_another_are_two(self):
        text = f"{self.SECTION}### Myth: Bread is easy\n\n### Myth: Rye is not\n\nNo."
        drafts, _reasons = read(text)
        body = of_kind(drafts, roles.ARTICLE)[-1].texts["body"]
        notes = "> [!MYTH]\n> Bread is easy\n\n> [!MYTH]\n> Rye is not\n\n"
        assert body.endswith(f"{notes}> [!FACT]\n> No.\n")

    @each("sign", ["Fact:", "Fact 1:", "Wahrheit –"])
    def test_fact_may_begin_with_a_number(self, sign):
        text = f"{self.SECTION}**Myth:** All quit.\n\n{sign} 94% stay."
        drafts, _reasons = read(text)
        assert (
            "> [!FACT]\n> 94% stay." in of_kind(drafts, roles.ARTICLE)[-1].texts["body"]
        )

    @each("line", ["Mythical bread is easy.", "Myth makers say so."])
    def test_words_that_only_begin_alike_stay_whole(self, line):
        drafts, _reasons = read(f"{self.SECTION}### {line}\n\nIt is not.")
        assert f"> {line}\n" in of_kind(drafts, roles.ARTICLE)[-1].texts["body"]


class TestEdgesOfPages:
    @each("line", ["Page 3", "Page 3 of 12", "Seite 3", "Bakers at Work      Page 3"])
    def test_are_left_out_and_listed(self, line):
        _drafts, reasons = read(f"Baker\n\nBakes.\n\n{line}\n\nOften.\n", "a.txt")
        assert reasons == ["number of a page"]

    def test_number_alone_in_a_line_goes_up_page_by_page(self):
        text = "Baker\n\nBakes.\n\n   2\n\nOften.\n\n   3\n\nAt night.\n"
        assert read(text, "a.txt")[1] == ["number of a page"] * 2

    @each("numbers", [("7", "5"), ("2", "9"), ("2020", "2021")])
    def test_other_numbers_alone_in_a_line_are_text(self, numbers):
        text = "Baker\n\nBakes.\n\n{}\n\nOften.\n\n{}\n\nAt night.\n"
        assert "number of a page" not in read(text.format(*numbers), "a.txt")[1]


@each(
    ("line", "reasons"),
    [
        ("By Lena Fairweather · September 17, 2024 · 9 min read", ["byline"]),
        ("12 minute read", ["byline"]),
        ("Last updated: May 2024", ["byline"]),
        ("By noon the bread is sold.", []),
        ("Updated ovens need less wood, as a study of 2024 says.", []),
    ],
)
def test_byline_is_left_out(line, reasons):
    assert read(f"# Baker\n\n{line}\n\nA baker bakes.")[1] == reasons


@each("line", ["Sure, here is the full guide. Ask me more!", "Here's your article:"])
def test_what_a_program_said_with_the_text_is_left_out(line):
    text = f"{line}\n\n# Baker\n\nHere is the bread of the day."
    assert read(text)[1] == ["said by a program"]


def test_takeaways_beside_the_text_of_a_page_are_taken_in():
    text = (
        "<h1>Baker</h1><aside><h2>Key takeaways</h2><ul><li>Rise early.</ul></aside>"
        "<p>A baker bakes bread for a town.</p><aside><h2>Read on</h2><p>More.</aside>"
    )
    drafts, reasons = read(text, "a.html")
    assert of_kind(drafts, roles.ARTICLE)[0].texts["takeaways"] == "- Rise early.\n"
    assert reasons == ["the site writes this heading", "aside", "aside"]


class TestDecisions:
    @pytest.fixture
    def document(self):
        return read_text("Baker\n\nA baker bakes.\n\nBread\n\nIs it hard work? Yes.\n")

    def test_block_can_be_left_out_and_taken_back(self, document):
        plan = recognise(document)
        [text] = [b.id for b in document.blocks if b.line == "A baker bakes."]
        item = plan.placement_of[text].item
        out = plan.changed(text, roles.LEFT_OUT)
        ledger = account(document, out, make_drafts(document, out))
        assert ledger.words_left_out == 3 and ledger.is_whole
        assert out.changed(text, roles.TEXT, item) == replace(
            plan, decisions=out.decisions
        )

    def test_block_becomes_a_question_of_its_own(self, document):
        plan = recognise(document).with_item(roles.QUESTION)
        block = document.blocks[-1].id
        plan = plan.changed(block, roles.TITLE, "question-1")
        titles = [d.title for d in make_drafts(document, plan)]
        assert titles[-1] == "Is it hard work? Yes."

    @each(
        ("block", "role", "item"),
        [
            ("b1", "poem", "article-1"),
            ("b99", roles.TEXT, "article-1"),
            ("b1", roles.MYTH, "career-1"),
        ],
    )
    def test_what_cannot_be_is_refused(self, block, role, item):
        document = read_text("Baker\n\nA baker bakes.\n")
        with pytest.raises(ValueError):
            recognise(document).changed(block, role, item)

    def test_level_of_a_heading_can_be_changed(self, document):
        plan = recognise(document)
        [block] = [b.id for b in document.blocks if b.line == "Bread"]
        text = document.blocks[2]
        plan = plan.changed(block, roles.TEXT, "article-1", level=3)
        assert text.line == "Bread"
        body = make_drafts(document, plan)[1].texts["body"]
        assert "\n## Bread" in body  # the only heading begins at the top

    def test_word_that_nothing_has_is_found(self, document):
        plan = recognise(document)
        drafts = make_drafts(document, plan)
        drafts[1].texts["body"] = drafts[1].texts["body"].replace("baker", "")
        ledger = account(document, plan, drafts)
        assert ledger.lost == {"baker": 1} and not ledger.is_whole


@each(
    ("names", "row", "count"),
    [
        ("City Mean Salary", "Ghent €41,000", 1),
        ("Home Town", "Ghent 41", 1),
        ("Home Town Score Board", "Ghent 41", 1),
        ("Name Of The Town", "Ghent 41", 3),
    ],
)
def test_names_of_columns_are_parted_or_asked(names, row, count):
    text = f"Towns\n\n{names}\n{row}\nBruges 1\n"
    plan = recognise(read_text(text))
    asked = [d.choices for d in plan.decisions if d.kind == "columns"]
    assert (len(asked[0]) if asked else 1) == count


def test_decimals_of_the_document_settle_those_of_a_table():
    html = (
        "<h1>Baker</h1><p>Bread grew by 4.5% a year.</p><h2>1. Pay</h2><table>"
        "<tr><th>Level<th>Pay<tr><td>Low<td>$21,000<tr><td>High<td>$32,000</table>"
    )
    plan = recognise(read_html(html))
    assert [d.kind for d in plan.decisions] == ["title"]
    assert cells(make_drafts(read_html(html), plan))[0][1:] == [
        *(["Low", "21000"], ["High", "32000"])
    ]


def test_empty_document_is_a_plan():
    document = read_text("")
    plan = recognise(document)
    assert account(document, plan, make_drafts(document, plan)).is_whole


def test_list_below_announced_beliefs_is_of_beliefs():
    text = (
        "Baker\n\nCommon Misconceptions\n\nThe role\n\n"
        "There are several misconceptions about it.\n\n- Bakers sleep late.\n"
    )
    document = read_text(text)
    plan = recognise(document)
    assert plan.placement_of[document.blocks[-2].id].role == roles.MYTH
    assert "myths" in [decision.kind for decision in plan.decisions]
    assert "FACT" not in make_drafts(document, plan)[-1].texts["body"]


def test_links_and_pictures_that_cannot_be_kept_are_listed():
    html = (
        '<h1>Baker <img src="a.png"></h1><p><a href="#top">up</a> '
        '<a href="other.html">on</a> <a href="https://a.org/">off</a>'
        '<img src="https://a.org/b.png" alt="Bread"></p>'
    )
    document = read_html(html)
    plan = recognise(document)
    ledger = account(document, plan, make_drafts(document, plan))
    assert [a for _block, a in ledger.links_left_out] == ["#top", "other.html"]
    assert (ledger.pictures, ledger.pictures_placed, ledger.pictures_elsewhere) == (
        *(2, 1, 2),
    )


def test_tables_of_one_title_have_addresses_of_their_own():
    table = "<h2>1. Pay</h2><table><tr><th>A<th>Share<tr><td>b<td>5%</table>"
    document = read_html(f"<h1>Baker</h1>{table}{table}")
    slugs = [d.slug for d in make_drafts(document, recognise(document))]
    assert slugs[-2:] == ["baker-pay", "baker-pay-2"]


def test_more_tables_than_a_guide_has_stay_in_the_text(monkeypatch):
    monkeypatch.setattr("careerguide.importing.recognition.tables.MOST_TABLES", 1)
    table = "1. Pay\n\nLevel Share\na 5%\nb 6%\n\n"
    document = read_text(f"Baker\n\n{table * 3}")
    plan = recognise(document)
    drafts = make_drafts(document, plan)
    assert len(of_kind(drafts, roles.TABLE)) == 1
    assert account(document, plan, drafts).is_whole


def test_german_signs_are_known():
    text = (
        "Bäcker\n\nDas Wichtigste in Kürze\n\n- Brot\n- Kuchen\n\nIrrtümer\n\n"
        "Bäcker schlafen nie\n\nSie schlafen am Tag.\n\nHäufig gestellte Fragen\n\n"
        "Wie lange dauert es?\n\nDrei Jahre.\n"
    )
    document = read_text(text)
    drafts = make_drafts(document, recognise(document))
    assert [d.kind for d in drafts] == ["career", "article", "article", "question"]
    assert drafts[1].texts["takeaways"] == "- Brot\n- Kuchen\n"
    assert "> [!MYTH]\n> Bäcker schlafen nie" in drafts[2].texts["body"]


@each(
    ("caption", "title"),
    [("Honey by month", "Honey by month"), ("Table 2: Honey", "Honey")],
)
def test_caption_names_its_table(caption, title):
    table = (
        f"<table><caption>{caption}</caption><tr><th>A<th>kg<tr><td>May<td>5</table>"
    )
    document = read_html(f"<h1>Bees</h1><h2>Work</h2>{table}<p>Text.</p>")
    plan = recognise(document)
    drafts = make_drafts(document, plan)
    [made] = of_kind(drafts, "table")
    assert made.title == title and account(document, plan, drafts).is_whole
    assert "table-1" not in [d.about for d in plan.decisions]


@each(
    ("line", "takeaways"),
    [("**Key takeaways:**", "- Pay\n- Hours"), ("In short:", "")],
)
def test_line_in_bold_names_takeaways(line, takeaways):
    text = (
        f"# Baker\n\nBread.\n\n{line}\n\n- Pay\n- Hours\n\nMore.\n\n## Work\n\nIt is.\n"
    )
    document = read_document("a.md", text.encode())
    [made] = of_kind(make_drafts(document, recognise(document)), "article")
    assert made.texts.get("takeaways", "").strip() == takeaways
    assert "More." in made.texts["body"]


def left_out(document):
    plan = recognise(document)
    return {
        text_of_block(block): plan.placement_of[block.id].reason
        for block in document.blocks
        if plan.placement_of[block.id].role == "left out"
    }


LINKS = """<h1>Baker</h1><p>Contents</p>
<ul><li><a href="#a">Bread</a></li><li><a href="#b">Pay</a><ul>
<li><a href="#c">In towns</a></li></ul></li></ul>
<p>Text.</p><h2 id="a">Bread</h2><p>See <a href="#b">pay</a>.</p>"""
PAGES = "Bread ........ 3\nPay . . . . . . 12\nEnd …… 14"
DOTTED = f"Baker\n\nContents\n\n{PAGES}\n\nText."
ROW = """<h1>Baker</h1>
<p><a href="#a">Bread</a> | <a href="#b">Pay</a> | <a href="#c">End</a></p>"""
FEW = '<h1>Baker</h1><p><a href="#a">Bread</a> and <a href="#b">pay</a></p><p>Text.</p>'


@each(
    ("document", "lines"),
    [
        (read_html(LINKS), ["Contents", "Bread\nPay\nIn towns"]),
        (read_html(ROW), ["Bread | Pay | End"]),
        (read_html(FEW), []),
        (read_text(DOTTED), ["Contents", PAGES]),
        (read_text(f"Baker\n\nContents:\n{PAGES}\n\nText."), [f"Contents:\n{PAGES}"]),
        (read_text("Baker\n\nPay: … 12\n\nText."), []),
    ],
)
def test_table_of_contents_is_left_out(document, lines):
    found = {k for k, v in left_out(document).items() if v == "table of contents"}
    assert found == {*lines}


@each(
    ("line", "reason"),
    [
        ("© 2024 CareerHub", "page footer"),
        ("Copyright (c) 2019 A. Baker", "page footer"),
        ("CareerHub - all rights reserved", "page footer"),
        ("Bread Ltd. All rights reserved.", "page footer"),
        ("We say what all rights reserved means.", None),
        ("Copyright law for bakers", None),
        ("(c) Third of all", None),
        ("[Image: an oven]", "stands for a picture"),
        ("[Photo of an oven, 2019]", "stands for a picture"),
        ("Photo: an oven", None),
    ],
)
def test_what_stands_for_something_else(line, reason):
    document = read_text(f"Baker\n\nThey bake.\n\n{line}\n\nThey rest.")
    assert left_out(document).get(line) == reason


OWNERS = "© 2024 Bread Inc. All rights reserved."


@each("between", [" ", "\n"])
@each("owner", [OWNERS, "Copyright (c) 2019-2024 A. Baker", f"(c){OWNERS[1:]}"])
def test_owner_of_a_text_is_parted_from_its_last_sentence(owner, between):
    drafts, reasons = read(f"# Baker\n\nBread is *old*.{between}{owner}")
    assert [d.texts["body"] for d in drafts if d.texts] == ["Bread is *old*.\n"]
    assert reasons == ["page footer"]


@each(
    "line",
    [
        "Photo: © 2024 Bread Inc.",
        "Bread has © 2024 Bread Inc. in its foot.",
        "Bread. © 2024 Bread Inc. It goes on! And on.",
        "Bread. Copyright 2019 saw a change.",
        "Bread. (c) 2019 was a year.",
    ],
)
def test_other_words_on_owners_stay(line):
    [draft] = [d for d in read(f"# Baker\n\n{line}")[0] if d.texts]
    assert words_of(draft.texts["body"]) == words_of(line)


@each("line", ["KEY TAKE-AWAYS:", "Key Takeaways", "The key take-aways:"])
def test_takeaways_under_a_line_of_a_list(line):
    document = read_text(f"Baker\n\nThey bake.\n\n{line}\n- Pay\n- Hours\n\nText.")
    [article] = [d for d in make_drafts(document, recognise(document)) if d.texts]
    assert article.texts["takeaways"] == "- Pay\n- Hours\n"


@each(
    ("text", "title"),
    [
        ("Baker\n\nBakes.\n\n# Work\n\nA.\n\n# Pay\n\nB.", "Baker"),
        ("Bakers bake.\n\n# Work\n\nA.\n\n# Pay\n\nB.", "Work"),
        ("By hand\n\n# Baker\n\nA.\n\n## Pay\n\nB.", "Baker"),
        ("# Key takeaways\n\n- A\n\n# Baker\n\nB.", "Baker"),
    ],
)
def test_title_is_no_name_of_a_section(text, title):
    assert read(text)[0][0].title == title
