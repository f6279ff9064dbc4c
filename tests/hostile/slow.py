"""List texts that cost a Markdown or HTML parser more than their length deserves.

The families are those that cmark-gfm and markdown-it test themselves with, written
anew, and those we found between cmark and the HTML parser behind nh3. Each is a name
and a function of a size: it returns a text of about that many bytes, never more.
"""

from collections.abc import Callable
from itertools import count

LIMIT = 200_000


def _fill(piece: str, size: int) -> str:
    return piece * (size // len(piece.encode()))


def _nest(opening: str, closing: str, size: int, middle: str = "a") -> str:
    times = (size - len(middle)) // (len(opening) + len(closing))
    return opening * times + middle + closing * times


def _rising(make: Callable[[int], str], size: int, before: str = "") -> str:
    """``make(0) make(1) …`` for as long as they fit."""
    pieces, left = [before], size - len(before)
    for number in count():
        piece = make(number)
        if (left := left - len(piece.encode())) < 0:
            return "".join(pieces)
        pieces.append(piece)


def _halves(first: str, second: str, size: int) -> str:
    return _fill(first, size // 2) + _fill(second, size // 2)


def _table(columns: int, size: int) -> str:
    head = "|" + "a|" * columns + "\n|" + "-|" * columns + "\n"
    return head + _fill("a\n", size - len(head))


def _defined(definition: str, use: str, size: int) -> str:
    return definition + "\n\n" + _fill(use, size - len(definition) - 2)


def _reopened(size: int) -> str:
    """Emphasis left open, then paragraphs that each have to repeat it."""
    opened = _rising(lambda n: f"<b {n}>", size // 4, before="<p>")
    return opened + _fill("<p>x", size - len(opened))


_SIMPLE = {
    "open brackets": "[",
    "open images": "![",
    "open links": "[a](",
    "open links to angle addresses": "[a](<b",
    "links with an open title": '[a](b "',
    "closing brackets": "]",
    "empty brackets": "[]",
    "brackets and backslashes": "[\\",
    "backslashes": "\\",
    "bracket pairs": "[a]",
    "footnote calls": "[^a]",
    "quote marks": ">",
    "quotes and breaks": "> a\n\n",
    "bullets on one line": "- ",
    "stars on one line": "* ",
    "numbers on one line": "1. ",
    "quotes and bullets in turn": "> - ",
    "stars": "*",
    "underscores": "_",
    "openers of emphasis": "*a ",
    "closers of emphasis": " a*",
    "two kinds of emphasis crossed": "*a _b ",
    "strong emphasis crossed": "*a **a ",
    "tildes": "~",
    "open strikes": "~~a ",
    "strikes and stars crossed": "~~a **b ",
    "backticks": "`",
    "lone backticks": "a ` b `` ",
    "tilde fences": "~~~\n",
    "open fences in quotes": "> ```\n\n",
    "open comments": "<!-- ",
    "open comments in a list": "- <!--\n",
    "open comments after text": "a <!-- ",
    "open processing instructions": "a <? ",
    "open declarations": "a <!A ",
    "open character data": "a <![CDATA[ ",
    "open angle brackets": "<",
    "angle brackets in text": "a<",
    "open tags": "<a b",
    "open attribute values": "<a b='",
    "open attribute values of both quotes": "<a b='\" ",
    "blanks in an open tag": "<a           ",
    "closing tags": "</p>",
    "open divisions": "<div>",
    "open lists in HTML": "<ul><li>",
    "open tables in HTML": "<table><tr><td>",
    "text that a table throws out": "<table><b>x",
    "tables without rows": "<table><table>",
    "headings in HTML": "<h1><div>",
    "links round paragraphs": "<a><p>",
    "open bold": "<b>",
    "open fonts round paragraphs": "<font><p>",
    "open details": "<details><summary>",
    "ruby": "<ruby><rt>",
    "foreign elements": "<svg><g>",
    "scripts": "<script>",
    "selects": "<select><option>",
    "entities": "&amp;",
    "open entities": "&",
    "numeric entities": "&#1114111;",
    "long entities": "&CounterClockwiseContourIntegral;",
    "autolinks": "<http://a> ",
    "open autolinks": "<http://a",
    "bare addresses": "http://a.b ",
    "bare addresses in brackets": "http://a.b/(",
    "bare addresses with entities": "http://a.b/&lt;&gt;",
    "www": "www.",
    "mail addresses": "a@b.c ",
    "at signs": "a@",
    "dots and at signs": "a.@",
    "colons": "://",
    "pipes": "|",
    "pipes on lines": "|a|\n",
    "table heads": "|a|\n|-|\n",
    "escaped pipes": "\\|",
    "dashes": "-",
    "dashes on lines": "-\n",
    "equals signs": "a\n=\n",
    "headings": "# a\n",
    "headings of different levels": "###### a\n# b\n",
    "empty headings": "#\n",
    "tabs": "\t",
    "tabs and bullets": "-\t",
    "tabs and quotes": ">\t",
    "spaces": " ",
    "lines with trailing spaces": "a  \n",
    "newlines": "\n",
    "carriage returns": "\r",
    "lists with breaks": "- a\n\n",
    "NUL": "\0",
    "combining accents": "\u0301",
    "ideographic letters": "\u4e00",
    "emoji": "\U0001f469\u200d",
    "table lines": "[[table: a]]\n",
    "table lines apart": "[[table: a]]\n\n",
    "open table lines": "[[table: ",
    "open table lines with blanks": "[[ table :      ",
    "notes": "> [!NOTE]\n\n",
    "notes on one line": "> [!NOTE] ",
    "markers in one note": "> [!NOTE]\n",
    "titles of notes left open": "> [!NOTE] *a\n\n",
    "markers with blanks": "> [!NOTE]      a\n\n",
    "escaped table lines": "\\[[table: a]]\n",
    "escaped table lines and breaks": "\\[[table: a]]<br>",
    "table lines spelled with entities": "&#91;[table: a]]\n",
    "references without definitions": "[a b][] ",
    "classes of characters": "[a-z][0-9] ",
    "calls of notes that are none": "[^a-z] ",
    "images": "![a](/media/a.webp)",
    "reference definitions of one name": "[a]: b\n",
    "definitions left open": "[a]: <b\n",
    "titles left open": '[a]: b "c\n',
}

FAMILIES: list[tuple[str, Callable[[int], str]]] = [
    *((name, lambda size, p=piece: _fill(p, size)) for name, piece in _SIMPLE.items()),
    ("a marker begun, then blanks", lambda n: "[!" + " " * (n - 2)),
    ("a marker begun, then wide blanks", lambda n: "\xa0[!" + "\xa0" * (n // 2 - 2)),
    ("a marker after many blanks", lambda n: "> (" + " " * (n - 5) + "!a"),
    ("backslashes before a word", lambda n: "\\" * (n - 1) + "a"),
    ("different links in one line", lambda n: _rising(lambda i: f"\\*[a](b{i}) ", n)),
    ("definitions with words", lambda n: _rising(lambda i: f"[a{i}]: b c\n", n)),
    ("paragraphs in HTML", lambda n: _rising(lambda i: f"<p>&amp;{i}", n)),
    ("comments without words", lambda n: _fill("<!---->\n", n)),
    ("nested brackets", lambda n: _nest("[", "]", n)),
    ("nested links", lambda n: _nest("[", "](b)", n)),
    ("nested images", lambda n: _nest("![", "](b)", n)),
    ("nested parentheses in a link", lambda n: "[a](" + _nest("(", ")", n - 5) + ")"),
    ("nested strong emphasis", lambda n: _nest("**a ", " a**", n)),
    ("nested emphasis of two kinds", lambda n: _nest("*_", "_*", n)),
    ("nested strikes", lambda n: _nest("~~a ", " a~~", n)),
    ("nested table lines", lambda n: _nest("[[table: ", "]]", n)),
    ("nested tags", lambda n: _nest("<div>", "</div>", n)),
    ("nested inline tags", lambda n: _nest("<sub>", "</sub>", n)),
    ("nested tables", lambda n: _nest("<table><tr><td>", "</table>", n)),
    ("nested notes", lambda n: _nest('<sup class="footnote-ref">', "</sup>", n)),
    ("nested lists", lambda n: _rising(lambda i: "  " * i + "- a\n", n)),
    ("nested lists in quotes", lambda n: _rising(lambda i: ">" * i + "- a\n", n)),
    ("quotes of rising depth", lambda n: _rising(lambda i: "> " * i + "a\n", n)),
    ("notes of rising depth", lambda n: _rising(lambda i: "> " * i + "[!TIP]\n", n)),
    ("backticks of rising length", lambda n: _rising(lambda i: "a" + "`" * i, n)),
    ("fences of rising length", lambda n: _rising(lambda i: "`" * (i + 3) + "\n", n)),
    ("fences never closed", lambda n: "```\n" + _fill("a\n", n - 4)),
    ("stars of rising length", lambda n: _rising(lambda i: "a" + "*" * i, n)),
    ("indents of rising depth", lambda n: _rising(lambda i: " " * i + "a\n", n)),
    ("openers then closers", lambda n: _halves("*a ", " a*", n)),
    ("openers then unlike closers", lambda n: _halves("*a ", " a__", n)),
    ("openers of links then closers", lambda n: _halves("[a](<", ">)", n)),
    ("brackets then parentheses", lambda n: _halves("[", "](", n)),
    ("quotes then text lines", lambda n: _halves(">", "\na", n)),
    ("emphasis in tables", lambda n: "|a|\n|-|\n" + _fill("|*a **b|\n", n - 8)),
    ("a table of 1,000 columns", lambda n: _table(1_000, n)),
    ("a table of 30,000 columns", lambda n: _table(min(30_000, n // 6), n)),
    ("a heading of one line", lambda n: "# " + _fill("a", n - 2)),
    ("headings of one text", lambda n: _fill("# a\n\n", n)),
    ("headings that look numbered", lambda n: _rising(lambda i: f"# a {i}\n# a\n", n)),
    ("headings with links", lambda n: _fill("# [a](b)\n", n)),
    ("a word", lambda n: "a" * n),
    ("different definitions", lambda n: _rising(lambda i: f"[a{i}]: b\n", n)),
    ("different notes", lambda n: _rising(lambda i: f"[^{i}]\n\n[^{i}]: a\n\n", n)),
    ("notes in notes", lambda n: _rising(lambda i: f"[^{i}]: a [^{i + 1}]\n\n", n)),
    ("one note called often", lambda n: _defined("[^a]: b", "[^a]", n)),
    (
        "one long address used often",
        lambda n: _defined("[a]: " + "b" * 50_000, "[a]", n),
    ),
    (
        "one long title used often",
        lambda n: _defined(f"[a]: b '{'c' * 9_000}'", "[a]", n),
    ),
    ("different open tags", lambda n: _rising(lambda i: f"<b {i}>", n, "<p>")),
    ("different attributes", lambda n: _rising(lambda i: f" a{i}", n - 1, "<a") + ">"),
    ("emphasis reopened in each paragraph", _reopened),
    ("tables in one another then text", lambda n: _halves("<table>", "<", n)),
    ("tables in a list", lambda n: _fill("1. <table>\n", n)),
    ("definitions of notes", lambda n: _fill('[^a]:"', n)),
    ("table heads with a mark", lambda n: _fill("|a|\n|-|\n`\n", n)),
    ("bold closed out of order", lambda n: _halves("<b><p>", "</b>", n)),
]
