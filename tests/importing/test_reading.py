"""Test the process that reads: what it answers, refuses and never asks for."""

import contextlib
import io
import socket
import threading
import zipfile

import pytest

from careerguide.importing import child, reading
from careerguide.importing.errors import TOO_DEEP, Refusal
from careerguide.importing.reading import MAX_BYTES, read_document, sentence_of
from careerguide.importing.words import block_words
from tests.each import each

from .documents import picture
from .word_files import W, linked_picture, paragraph, word_file


def words(document):
    return [word for block in document.blocks for word in block_words(block)]


def refusal(name, data):
    with pytest.raises(Refusal) as refused:
        read_document(name, data)
    return sentence_of(refused.value)


def zipped(**parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/"), content)
    return out.getvalue()


ODT = b"PK\x03\x04" + b"mimetypeapplication/vnd.oasis.opendocument.text"


@each(
    ("name", "data", "said"),
    [
        ("a.odt", ODT, "LibreOffice"),
        ("a.rtf", rb"{\rtf1 Hello}", "Rich Text"),
        ("a.pdf", b"%PDF-1.7 ...", "PDF"),
        ("a.docx", b"%PDF-1.7 ...", "PDF"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old .doc"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "password"),
        ("a.docm", b"words", "macros"),
        ("a.xlsx", zipped(xl__workbook="x"), "workbook"),
        ("a.mhtml", b"From: <Saved by Blink>", "web archive"),
        ("a.png", picture(), "picture"),
        ("a.docx", b"words", "no Word document"),
        ("a.docx", word_file(paragraph("cut"))[:200], "no Word document"),
        ("a.xyz", b"words", ".docx, .html, .md or .txt"),
        ("a", b"words", ".docx, .html, .md or .txt"),
        ("a.txt", b" \r\n", "empty"),
        ("a.zip", zipped(a="x"), "this kind of file"),
        ("a.txt", b"a\0b", "no text"),
    ],
)
def test_what_is_not_read_says_how_to_save_it(name, data, said):
    assert said in refusal(name, data)


def test_file_over_20_mb_is_refused():
    large = b"a" * (MAX_BYTES + 1)
    assert refusal("a.txt", large) == "The file is larger than 20 MB: divide it."
    assert "make its pictures smaller" in refusal("a.html", large)


DEEP = "<w:p>" * 20_000 + "</w:p>" * 20_000
BOMB = (
    '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1 or str()};" * 10}">' for n in range(1, 9))
    + "]>"
)
WIDE = f'<?xml version="1.0" encoding="utf-16"?>{BOMB}<w>&a8;</w>'
WIDE_BE = b"\xfe\xff" + WIDE.encode("utf-16-be")
STORED = word_file(paragraph("here"), method=zipfile.ZIP_STORED)


@each(
    ("data", "said"),
    [
        (word_file(paragraph("&a8;"), head=BOMB), "document type"),
        (word_file("x", {"word/header1.xml": f"{BOMB}<w>&a8;</w>"}), "document type"),
        (word_file("x", {"word/styles.xml": WIDE.encode("utf-16")}), "document type"),
        (word_file("x", {"word/styles.xml": WIDE_BE}), "document type"),
        (word_file("x", {"word/media/a.xml": b" " * 40_000_000}), "unpacks"),
        (word_file("x", {"word/media/a.png": b" " * 40_000_000}), "unpacks"),
        (word_file("x", {f"word/{n}.png": b"x" for n in range(5_001)}), "unpacks"),
        (word_file(paragraph("x"))[:-40], "damaged"),
        (word_file("<w:p>"), "damaged"),
        (STORED.replace(b">here<", b">gone<"), "damaged"),
        (word_file(DEEP), "deep"),
    ],
)
def test_hostile_word_file_is_refused_with_a_sentence(data, said):
    assert said in refusal("a.docx", data)


@each(
    ("name", "text"),
    [
        ("a.html", "<b 1>" * 100_000),
        ("a.html", "<div>" * 100_000 + "word"),
        ("a.html", "<table>" * 5_000 + "word"),
        ("a.html", "<!--" * 50_000),
        ("a.md", "[" * 200_000),
        ("a.md", "> " * 50_000 + "word"),
        ("a.md", "- " * 5_000 + "word"),
        ("a.txt", "**" * 100_000),
        ("a.txt", "_a" * 100_000),
        ("a.txt", "\n".join(" " * n + "- x" for n in range(1_500))),
        ("a.txt", "1 " * 100_000),
    ],
)
def test_hostile_text_is_read_or_refused(name, text):
    try:
        read_document(name, text.encode())
    except Refusal as refused:
        assert sentence_of(refused) == TOO_DEEP


def test_too_many_words_are_refused():
    assert "200,000 words" in refusal("a.txt", b"word " * 200_001)


def test_too_many_paragraphs_are_refused():
    assert "30,000 paragraphs" in refusal("a.txt", b"x.\n\n" * 30_001)


def test_what_takes_too_long_is_stopped(monkeypatch):
    monkeypatch.setattr(reading, "SECONDS", 0.01)
    assert "too long" in refusal("a.txt", b"word")


def test_linked_picture_is_not_asked_for():
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.5)
        asked = []

        def listen():
            with contextlib.suppress(OSError):
                asked.append(server.accept())

        thread = threading.Thread(target=listen)
        thread.start()
        port = server.getsockname()[1]
        document = read_document(
            "a.docx", linked_picture(f"http://127.0.0.1:{port}/a.png")
        )
        thread.join()
    assert not asked and words(document) == ["Before", "After"]
    assert "external" in document.messages[0]


def test_linked_file_is_not_opened(tmp_path):
    secret = tmp_path / "secret.png"
    secret.write_bytes(b"secret")
    document = read_document("a.docx", linked_picture(secret.as_uri()))
    assert [p.data for p in document.pictures] == [b""]


def test_process_that_reads_may_not_ask_or_write(tmp_path):
    """By its audit hook, whatever a library would like to do."""
    for event, arguments in (
        ("socket.connect", ()),
        ("socket.getaddrinfo", ()),
        ("subprocess.Popen", ()),
        ("open", ("a", "w", 0)),
    ):
        with pytest.raises(child.Forbidden):
            child.forbid(event, arguments)
    assert child.forbid("open", ("a", "rb", 0)) is None


def test_long_document_waits_for_a_reader_that_starts_slowly(monkeypatch):
    """Longer than a pipe holds, with many looks before the first byte is read."""
    monkeypatch.setattr(reading, "TICK", 0.001)
    ticks = []
    text = "A bee. " * 30_000
    document = read_document("a.txt", text.encode(), lambda: ticks.append(1))
    assert len(words(document)) == 60_000 and len(ticks) > 10


def test_memory_has_a_limit():
    """Compressed pictures of a page that unpack to more than there is."""
    page = '<img src="data:image/png,%s">' % ("%41" * 6_000_000)
    with pytest.raises(Refusal):
        read_document("a.html", page.encode())


def test_words_that_mammoth_does_not_read_are_there():
    body = paragraph("Plain") + (
        '<w:p><m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/'
        'math"><m:r><m:t>energy</m:t></m:r></m:oMath></w:p>'
    )
    header = "<w:hdr xmlns:w='%s'>%s</w:hdr>"
    parts = {"word/header1.xml": header % ("http://x", paragraph("Above"))}
    document = read_document("a.docx", word_file(body, parts))
    assert words(document) == ["Plain", "energy", "Above"]
    assert [b.role for b in document.blocks] == ["", "not read", "page header"]


def test_deleted_text_of_tracked_changes_is_no_word():
    body = (
        "<w:p><w:del><w:r><w:delText>old</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>new</w:t></w:r></w:ins></w:p>"
    )
    assert words(read_document("a.docx", word_file(body))) == ["new"]


@each(
    ("value", "lines"),
    [
        ("", [("We pay well.", ""), ("less", "hidden")]),
        (' w:val="true"', [("We pay well.", ""), ("less", "hidden")]),
        (' w:val="0"', [("We pay less well.", "")]),
    ],
)
def test_text_that_word_hides_is_left_out_and_listed(value, lines):
    body = (
        "<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>"
        "<w:r><w:t>We pay</w:t></w:r>"
        f"<w:r>\n<w:rPr><w:b/><w:vanish{value}/></w:rPr><w:t> less</w:t></w:r>"
        "<w:r><w:t> well.</w:t></w:r></w:p>"
    )
    document = read_document("a.docx", word_file(body))
    assert [(block.line, block.role) for block in document.blocks] == lines


def test_old_encoding_is_read_and_said():
    document = read_document("a.txt", "Café".encode("cp1252"))
    assert words(document) == ["Café"] and "Windows-1252" in document.messages[0]


def test_page_names_its_encoding():
    page = "<meta charset=iso-8859-2><p>Łódź</p>".encode("iso-8859-2")
    document = read_document("a.html", page)
    assert words(document) == ["Łódź"] and not document.messages


@each(
    "around",
    ['fldSimple w:instr="DATE"', 'customXml w:element="a"', "moveTo", "bdo", "dir"],
)
def test_word_wrappers_keep_their_text_in_its_place(around):
    name = around.split()[0]
    inner = f"<w:{around}><w:r><w:t>14 May</w:t></w:r></w:{name}>"
    body = f"<w:p><w:r><w:t>On </w:t></w:r>{inner}</w:p>"
    [block] = read_document("a.docx", word_file(body)).blocks
    assert block.line == "On 14 May"


def test_words_with_hyphens_of_word_are_not_said_to_be_unread():
    body = "<w:p><w:r><w:t>hard</w:t><w:noBreakHyphen/><w:t>ly so</w:t>"
    body += "<w:softHyphen/><w:t>ft</w:t></w:r></w:p>"
    assert len(read_document("a.docx", word_file(body)).blocks) == 1


CHECKED = (
    "<w:p><w:r><w:t>Paid </w:t></w:r><w:r>"
    '<w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox>'
    "</w:ffData></w:fldChar><w:instrText> FORMCHECKBOX </w:instrText></w:r>"
    '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)
MISSING_NOTE = '<w:p><w:r><w:t>Rye</w:t><w:footnoteReference w:id="7"/></w:r></w:p>'


def test_a_box_of_a_form_stands_in_its_line():
    [block] = read_document("a.docx", word_file(CHECKED)).blocks
    assert block.line == "Paid ☑"


def test_a_note_that_is_not_there_costs_no_word():
    document = read_document("a.docx", word_file(MISSING_NOTE))
    assert words(document) == ["Rye"]


def test_a_note_that_refers_to_itself_is_read_once():
    note = (
        f'<w:footnotes xmlns:w="{W}"><w:footnote w:id="7"><w:p><w:r><w:t>Grain</w:t>'
        '<w:footnoteReference w:id="7"/></w:r></w:p></w:footnote></w:footnotes>'
    )
    parts = {"word/footnotes.xml": note}
    assert words(read_document("a.docx", word_file(MISSING_NOTE, parts))) == [
        *("Rye", "Grain")
    ]


@pytest.mark.parametrize("level", ["0", "40", "x"])
def test_levels_of_lists_end_somewhere(level):
    numbering = (
        f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="1">'
        f'<w:lvl w:ilvl="{level}"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    )
    item = (
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'
        "</w:pPr><w:r><w:t>Rye</w:t></w:r></w:p>"
    )
    empty = paragraph(" ")
    parts = {"word/numbering.xml": numbering}
    document = read_document("a.docx", word_file(item + empty + item, parts))
    assert [block.kind for block in document.blocks] == ["list"]
    assert words(document) == ["Rye", "Rye"]


def run(text, look="", tag="t"):
    look = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{look}<w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'


def field(kind):
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def spans(body):
    [block] = read_document("a.docx", word_file(f"<w:p>{body}</w:p>")).blocks
    return [(s.text, s.marks, s.href) for s in block.spans]


BOLD, FONT = "<w:b/>", '<w:rFonts w:ascii="Arial"/><w:sz w:val="24"/>'
LINK = run('HYPERLINK "https://example.org"', tag="instrText")


class TestRuns:
    """Word begins a run wherever its speller stopped, or the font is another."""

    @each(
        ("body", "expected"),
        [
            (run("one ") + run("word", FONT) + run("s"), [("one words", (), "")]),
            (
                run("a", BOLD) + "<w:proofErr/>" + run("b ", BOLD + FONT) + run("c"),
                [("ab ", ("strong",), ""), ("c", (), "")],
            ),
            (
                run("a", BOLD) + run("b", "<w:i/>") + run("c", BOLD),
                [("a", ("strong",), ""), ("b", ("em",), ""), ("c", ("strong",), "")],
            ),
            (run("a", '<w:b w:val="0"/>') + run("b"), [("ab", (), "")]),
            (
                run("See ")
                + field("begin")
                + LINK
                + field("separate")
                + run("the ")
                + run("page")
                + field("end")
                + run("."),
                [
                    ("See ", (), ""),
                    ("the page", (), "https://example.org"),
                    (".", (), ""),
                ],
            ),
        ],
    )
    def test_are_one_where_they_look_alike(self, body, expected):
        assert spans(body) == expected


def test_words_of_charts_and_drawings_are_listed():
    chart = (
        '<c:chart xmlns:c="c" xmlns:a="a"><a:p><a:r><a:t>Pay</a:t></a:r></a:p>'
        "<c:pt><c:v>Junior</c:v></c:pt><c:pt><c:v>58000</c:v></c:pt></c:chart>"
    )
    shape = '<d:data xmlns:d="d" xmlns:a="a"><a:p><a:t>Step one</a:t></a:p></d:data>'
    parts = {"word/charts/chart1.xml": chart, "word/diagrams/data1.xml": shape}
    blocks = read_document("a.docx", word_file(paragraph("Text."), parts)).blocks
    drawn = {b.line for b in blocks if b.role == "words in a drawing"}
    assert drawn == {"Pay", "Junior · 58000", "Step one"}


def test_document_that_word_would_join_is_refused():
    body = paragraph("Text.") + '<w:altChunk r:id="r5" xmlns:r="r"/>'
    assert "save it anew" in refusal("a.docx", word_file(body))


@each("text", ["<!DOCTYPE html><p>a</p><p>b</p>", "  <html><p>a</p><p>b</p></html>"])
def test_page_that_is_called_a_text_is_read_as_one(text):
    assert len(read_document("a.txt", text.encode()).blocks) == 2


@each(
    ("page", "text"),
    [
        ("<pre>a<br>b</pre>", "a\nb"),
        ("<pre><code>a\n<b>b</b>c</code><button>copy</button></pre>", "a\nbc\ncopy"),
        ("<pre><div>a</div><div>b</div></pre>", "a\nb"),
    ],
)
def test_lines_of_code_stay_lines(page, text):
    assert read_document("a.html", f"<h1>A</h1>{page}".encode()).blocks[-1].text == text


def test_words_around_the_end_of_a_page_are_two():
    body = run("One") + '<w:r><w:br w:type="page"/></w:r>' + run("two")
    assert spans(body) == [("One two", (), "")]


@each("method", [zipfile.ZIP_STORED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_word_file_is_read_however_it_was_packed(method):
    document = read_document("a.docx", word_file(paragraph("here"), method=method))
    assert [block.line for block in document.blocks] == ["here"]
