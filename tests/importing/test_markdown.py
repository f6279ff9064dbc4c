"""Test that Markdown written from a tree shows the tree again."""

import random
from dataclasses import replace

from careerguide.importing.markdown import to_markdown
from careerguide.importing.readers.html import read_html
from careerguide.importing.readers.markdown import read_markdown
from careerguide.importing.readers.spans import joined
from careerguide.importing.tree import Block, Cell, Span, walk
from careerguide.importing.words import block_words
from careerguide.markup import render
from tests.each import each

SIGNS = (
    *("*", "**", "_", "__", "`", "``", "[", "]", "[[", "]]", "(", ")", "<", ">", "&"),
    *("&amp;", "&copy;", "#", "##", "+", "-", "--", "---", "1.", "2)", "|", "~", "~~"),
    *("\\", "!", "![", "[^1]", "[x]", "<b>", "</b>", "<!--", "-->", "http://a.b/c_d"),
    *("www.a.org", "===", "> [!MYTH]", "[[table: pay]]", "$", ":", "'", '"'),
    *(
        "load_raw",
        "snake_case_",
        "5*3",
        "10~20",
        "“so”",
        "…",
        "é",
        "日本",
        "e.g.",
        "C#",
    ),
)
MARKED = ((), (), (), ("strong",), ("em",), ("strong", "em"), ("code",), ("del",))


def spans(pick):
    def one():
        words = [pick.choice(("alpha", "beta", "7", *SIGNS)) for _ in range(3)]
        text = pick.choice(("", " ")).join(words) + pick.choice(("", " "))
        href = pick.choice(("", "", "", "https://example.org/a_(b)?c=1&d=2"))
        return Span(text, pick.choice(MARKED), href)

    made = joined([one() for _ in range(pick.randint(1, 4))])
    return made or (Span("alpha"),)


def blocks(pick, depth=2):
    def one():
        kind = pick.choice(("heading", "paragraph", "list", "quote", "table", "code"))
        if kind == "heading":
            return Block(kind, spans(pick), level=pick.randint(1, 6))
        if kind == "table":
            aligns = [pick.choice(("", "left", "center", "right")) for _ in range(2)]
            rows = tuple(
                tuple(Cell(spans(pick), align=align) for align in aligns)
                for _row in range(3)
            )
            return Block(kind, rows=rows)
        if kind == "code":
            return Block(kind, text="x = `1`\n\n  ```\n# y < 3")
        if kind == "list" and depth:
            items = tuple(
                Block("item", blocks=(Block("paragraph", spans(pick)), *inner))
                for inner in (blocks(pick, 0)[:1] if pick.random() < 0.3 else (), ())
            )
            return Block(kind, blocks=items, ordered=pick.random() < 0.5)
        if kind == "quote" and depth:
            return Block(kind, blocks=blocks(pick, 0))
        return Block("paragraph", spans(pick))

    return tuple(one() for _ in range(pick.randint(1, 4)))


def shape(tree):
    """What a reader sees of blocks: kinds, levels, words, and how they are marked."""
    return [
        (
            block.kind,
            block.level,
            block.kind == "list" and block.ordered,
            " ".join(block.line.split()),
            [(s.text.strip(), s.marks, s.href) for s in block.spans if s.marks],
            block.text,
            [
                [(" ".join(cell.text.split()), cell.align) for cell in row]
                for row in block.rows
            ],
        )
        for block in walk(tree)
    ]


@each("seed", range(400))
def test_what_is_written_reads_as_the_same(seed):
    tree = blocks(random.Random(seed))
    text = to_markdown(tree)
    assert shape(read_markdown(text).blocks) == shape(tree), text


@each("seed", range(60))
def test_page_of_it_has_all_words(seed):
    tree = blocks(random.Random(seed))
    page = read_markdown(to_markdown(tree))
    words = [word for block in tree for word in block_words(block)]
    assert [word for block in page.blocks for word in block_words(block)] == words
    assert "[[table" not in render(to_markdown(tree)).table_slugs


def test_signs_of_our_own_stay_words():
    tree = (Block("paragraph", (Span("[[table: pay]] and [!MYTH]"),)),)
    assert render(to_markdown(tree)).references == ()


def test_lists_beside_each_other_stay_two():
    one = Block(
        "list",
        blocks=(Block("item", blocks=(Block("paragraph", spans(random.Random(1))),)),),
    )
    assert [b.kind for b in read_markdown(to_markdown((one, one, one))).blocks] == [
        "list"
    ] * 3


def test_column_is_aligned_where_all_its_cells_are():
    page = """<table><tr><th>Level<th>Pay<th>Staff<th>Share</tr>
      <tr><td>Entry<td align=RIGHT>5<td style="text-align: right">9<td class="number">1
      <tr><td>Mid<td align=right>7<td>8<td class="a number"></table>"""
    text = to_markdown(read_html(page, "page").blocks)
    assert text.splitlines()[1] == "| --- | ---: | --- | ---: |"


def test_note_is_one():
    text = "A[^1] word.\n\n[^1]: Its note.\n"
    tree = read_markdown(text).blocks
    assert [block.kind for block in tree] == ["paragraph", "note"]
    assert to_markdown(tree) == text


def test_tree_is_stored():
    from careerguide.importing.tree import Document

    for seed in range(30):
        tree = blocks(random.Random(seed))
        document = Document("html", tree, (), ("Said.",))
        assert Document.from_json(document.to_json()) == document
        assert replace(document, kind="word") != document
