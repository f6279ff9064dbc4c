"""Test how each kind of document becomes a tree."""

from careerguide.importing.readers.html import read_html
from careerguide.importing.readers.markdown import read_markdown
from careerguide.importing.readers.pairs import with_pairs_parted
from careerguide.importing.readers.plain_text import read_text
from careerguide.importing.reading import read_document
from careerguide.importing.tree import walk
from tests.each import each

from .word_files import W, paragraph, word_file


def outline(document):
    return [f"{b.kind}{b.level or ''} {b.line}".strip() for b in walk(document.blocks)]


class TestText:
    @each(
        ("text", "expected"),
        [
            ("A title\n\nA sentence.", ["heading2 A title", "paragraph A sentence."]),
            ("A question?\n", ["paragraph A question?"]),
            ("# Marked\ntext", ["heading1 Marked", "paragraph text"]),
            ("Marked\n======\n", ["heading2 Marked"]),
            ("1. Pay by level\n", ["paragraph 1. Pay by level"]),
            ("> quoted\n> words", ["quote", "paragraph quoted\nwords"]),
        ],
    )
    def test_blocks(self, text, expected):
        assert outline(read_text(text)) == expected

    @each("sign", ["•", "·", "-", "*", "–", "▪", "--", "→", "►", "✓", "\uf0b7"])
    def test_signs_of_lists(self, sign):
        [made] = read_text(f"  {sign} one\n  {sign} two\n    more\n").blocks
        assert [i.blocks[0].line for i in made.blocks] == ["one", "two more"]

    def test_indent_of_two_makes_a_list_within(self):
        [made] = read_text("1. one\n  - a\n  - b\n2. two").blocks
        assert made.ordered and [len(i.blocks) for i in made.blocks] == [2, 1]

    def test_number_of_the_first_is_kept(self):
        assert read_text("4) four\n5) five").blocks[0].start == 4

    def test_marks(self):
        [made] = read_text("A **b** _c_ `d_e_f` snake_case 5*3*2 __g\nh__.").blocks
        marked = [(s.text, s.marks) for s in made.spans if s.marks]
        assert marked == [
            *(("b", ("strong",)), ("c", ("em",)), ("d_e_f", ("code",))),
            *(("g", ("strong",)), ("h", ("strong",))),
        ]

    def test_places_are_lines(self):
        assert [b.place for b in read_text("One\n\n\nTwo.\nstill\n\nThree").blocks] == [
            *(1, 4, 7)
        ]


class TestHtml:
    @each(
        ("html", "expected"),
        [
            ("<div>a<p>b</div>c", ["paragraph a", "paragraph b", "paragraph c"]),
            ("<h2>a <b>b</b></h2>", ["heading2 a b"]),
            ("<a href=x><h3>a</h3></a>", ["heading3 a"]),
            ("<ul><li>a<ul><li>b</ul></ul>", None),
            ("<dl><dt>a<dd>b</dl>", ["paragraph a", "paragraph b"]),
            ("<p>a<script>b</script><style>c</style></p>", ["paragraph a"]),
            ("<p> a \n b <br> c", ["paragraph a b\nc"]),
            ("<p>a<x-y>b</x-y></p>", ["paragraph ab"]),
            ("<q>a</q>", ["paragraph “a”"]),
            ("<pre><code class=language-py>a\n b</code></pre>", ["code"]),
            ("<table><tr><td>a</table>", ["paragraph a"]),
            ("<table><tr><td><h2>a</h2><td>b</table>", ["heading2 a", "paragraph b"]),
        ],
    )
    def test_blocks(self, html, expected):
        found = outline(read_html(html))
        assert found == expected or expected is None

    @each(
        ("html", "role"),
        [
            ("<nav>a</nav>", "navigation"),
            ("<div id=cookie-banner>a</div>", "cookie notice"),
            ("<div class='post share'>a</div>", "sharing links"),
            ("<footer>a</footer>", "page footer"),
            ("<div role=search>a</div>", "form"),
            ("<p hidden>a</p>", "hidden"),
            ("<p style='color:red; DISPLAY : none'>a</p>", "hidden"),
            ("<section style='visibility:hidden'><h1>a</h1></section>", "hidden"),
            ("<p style='display:nonesuch'>a</p>", ""),
            ("<div hidden>a b c d e f g h</div>", ""),
            ("<header><h1>a</h1></header>", ""),
            ("<div class=has-sidebar>a b c d e f g h</div>", ""),
        ],
    )
    def test_clutter_is_kept_with_a_reason(self, html, role):
        document = read_html(f"<p>One two three four five.</p>{html}")
        assert document.blocks[1].role == role

    def test_what_is_hidden_within_a_paragraph_does_not_part_it(self):
        html = "<p>We pay <span style=display:none>less</span> well, they say.</p>"
        lines = [(block.line, block.role) for block in read_html(html).blocks]
        assert lines == [("We pay well, they say.", ""), ("less", "hidden")]

    def test_google_docs_writes_bold_as_style(self):
        html = (
            '<p><span style="font-weight:700">a</span><b style="font-weight:normal">b'
        )
        [made] = read_html(html).blocks
        assert [s.marks for s in made.spans] == [("strong",), ()]

    def test_words_of_drawings_and_formulas_are_kept(self):
        html = "<p>a <svg><title>arrow</title><path/></svg> b <math><mi>x</mi></math>"
        document = read_html(html)
        assert [(b.line, b.role) for b in document.blocks] == [
            *(("a b x", ""), ("arrow", "words in a drawing"))
        ]

    def test_notes_at_the_foot_and_at_the_end_are_two(self):
        html = (
            '<p>a<a href="#footnote-1">1</a> b<a href="#endnote-1">1</a></p><ol>'
            '<li id="footnote-1">c</li><li id="endnote-1">d</li></ol>'
        )
        document = read_html(html)
        assert [b.label for b in document.blocks] == ["", "1", "end-1"]

    def test_picture_within_the_page_has_its_bytes(self):
        document = read_html('<img src="data:image/gif;base64,R0lGOD==" alt="A desk">')
        assert document.pictures[0].data == b"GIF8"

    def test_picture_elsewhere_is_an_address(self):
        [picture] = read_html('<img src="https://a.org/a.png" alt="A desk">').pictures
        assert (picture.address, picture.data) == ("https://a.org/a.png", b"")

    def test_deep_nesting_keeps_the_words(self):
        document = read_html("<div><b><ul><li>" * 400 + "word")
        assert any(b.line == "word" for b in walk(document.blocks))

    def test_cells_span(self):
        html = (
            "<table><tr><th colspan=2>a</th></tr><tr><td rowspan=2>b<td>c</tr></table>"
        )
        [table] = read_html(html).blocks
        assert [(c.columns, c.rows) for row in table.rows for c in row] == [
            *((2, 1), (1, 2), (1, 1))
        ]


def test_markdown_has_its_lines_and_notes():
    document = read_markdown("# A\n\ntext[^1]\n\n- b\n\n[^1]: Note.\n")
    assert [b.place for b in document.blocks][:3] == [1, 3, 5]
    assert document.blocks[-1].label == document.blocks[1].spans[-1].note == "1"


def test_front_matter_names_the_title_and_is_left_out():
    text = '---\ntitle: "Glass Blower"\ntags:\n  - art\n---\nText.\n'
    document = read_markdown(text)
    assert outline(document) == [
        *("heading Glass Blower", "paragraph tags:", "paragraph - art"),
        "paragraph Text.",
    ]
    assert [b.role for b in document.blocks] == ["", *["front matter"] * 2, ""]
    assert [b.place for b in document.blocks] == [2, 3, 4, 6]


@each(
    "text", ["---\n\nText.\n\n---\n", "---\nTwo: words.\n\nText.\n", "***\na: b\n***"]
)
def test_rules_around_a_text_are_no_front_matter(text):
    assert "front matter" not in [b.role for b in read_markdown(text).blocks]


class TestPairs:
    """Questions and answers below one another, with no empty line between."""

    def lines(self, document):
        return [b.line for b in with_pairs_parted(document).blocks]

    def test_in_a_text(self):
        text = "Q: How long?\nA: Three years,\nor four.\nQ2: Where?\nA2: Here."
        assert self.lines(read_text(text)) == [
            *("Q: How long?", "A: Three years,\nor four.", "Q2: Where?", "A2: Here.")
        ]

    def test_in_lines_of_a_page(self):
        page = "<p>One.<br>Question: <b>How</b> long?<br>Answer: Three.</p><p>So.</p>"
        document = with_pairs_parted(read_html(page))
        lines = [b.line for b in document.blocks]
        assert lines == ["One.", "Question: How long?", "Answer: Three.", "So."]
        assert len({b.id for b in document.blocks}) == 4

    @each(
        "text",
        [
            "Myth 1: Bread is easy.\nFact: It is not.",
            "Irrtum: Brot ist leicht.\nTatsache: 40 % geben auf.",
        ],
    )
    def test_of_beliefs_and_facts(self, text):
        assert self.lines(read_text(text)) == text.split("\n")

    @each("text", ["A: Wood\nB: Steel", "A. Wood\nQ. Steel", "Frage 1\nAntwort 2"])
    def test_other_lines_stay(self, text):
        assert len(with_pairs_parted(read_text(text)).blocks) == 1


def test_contents_of_word_are_known_by_their_style():
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="T{n}"><w:name w:val="{name}"/>'
        "</w:style>"
        for n, name in enumerate(("TOC Heading", "toc 1", "toc 3"))
    )
    body = "".join(
        paragraph(text).replace(
            "<w:r>", f'<w:pPr><w:pStyle w:val="T{n}"/></w:pPr><w:r>'
        )
        for n, text in enumerate(("Inhoud", "Bread 3", "Pay 12"))
    )
    styles = f'<w:styles xmlns:w="{W}">{styles}</w:styles>'
    file = word_file(body + paragraph("Text."), {"word/styles.xml": styles})
    roles = [b.role for b in read_document("a.docx", file).blocks]
    assert roles == ["table of contents"] * 3 + [""]


@each("part", ["comments", "author-box", "post-pagination", "toc"])
def test_what_stands_around_a_post_is_known_by_its_class(part):
    words = "They bake bread by night and by day. " * 5
    page = f'<h1>Baker</h1><p>{words}</p><div class="{part}"><p>Said Tom.</p></div>'
    assert read_html(page).blocks[-1].role


def test_headings_of_own_styles_are_known_by_what_they_are_based_on():
    def style(name, more):
        return (
            f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="Our {name}"'
            f"/>{more}</w:style>"
        )

    styles = (
        style("Heading2", "").replace("Our Heading2", "heading 2")
        + style("A", '<w:basedOn w:val="Heading2"/>')
        + style("B", '<w:basedOn w:val="A"/>')
        + style("C", '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>')
        + style("D", '<w:basedOn w:val="D"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>')
    )
    body = "".join(
        paragraph(name).replace(
            "<w:r>", f'<w:pPr><w:pStyle w:val="{name}"/></w:pPr><w:r>'
        )
        for name in "ABCD"
    )
    parts = {"word/styles.xml": f'<w:styles xmlns:w="{W}">{styles}</w:styles>'}
    document = read_document("a.docx", word_file(body, parts))
    assert outline(document) == [
        "heading2 A",
        "heading2 B",
        "heading3 C",
        "paragraph D",
    ]


def test_line_above_cells_or_questions_in_a_text_is_a_heading():
    text = "Pay\nWho\tPay\nBaker\t$5\n\nFAQ\nWhy?\nSo.\n\nMore\nof\tit\nis here."
    kinds = [block.kind for block in read_text(text).blocks]
    assert kinds == ["heading", "paragraph", "heading", "paragraph", "paragraph"]
