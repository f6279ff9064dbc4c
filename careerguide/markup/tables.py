"""Render Markdown tables in scrolling frames, and the lines ``[[table: slug]]``.

Who writes such a line with a backslash or an entity, as in ``\\[[table: slug]]``, wants
its marks shown. In HTML both are alike, so such a line gets `ESCAPED` at its end before
it is Markdown no more. The marker of a note, as in ``> \\[!NOTE]``, gets it in front,
and what only spells a reference between its brackets.
"""

import re
from collections.abc import Iterable
from html import escape, unescape
from itertools import islice

from django.utils.translation import gettext as _

from .code_marks import without_containers
from .notes import MARKER
from .references.notation import ESCAPED, with_escaped_brackets
from .rules import MAX_LABEL
from .tokens import Token, tag, text, text_of

TABLE_LINE = re.compile(r"\s*\[\[\s*table\s*:\s*([a-z0-9-]+)\s*\]\]\s*", re.I | re.A)
TABLE = "table"  # the keyword of such a line
LONGEST_TEXT = 10 * MAX_LABEL  # of a text: escaped, a letter takes up to six
_COMMA = text(", ")
_LINE = re.compile(r"(<br[ \t]*/?>|\n)", re.I)
_BACKSLASH = re.compile(r"\\([!-/:-@\[-`{-~])")


def table_lines(text: str) -> int:
    """Return how many lines name a table of the site, wherever they stand."""
    return sum(1 for line in text.splitlines() if "[[" in line and table_slug(line))


def table_slug(line: str) -> str | None:
    found = TABLE_LINE.fullmatch(line)
    return found and found[1].lower()


def with_escapes(text: str) -> str:
    """A Markdown text in which lines that only spell a table's line are `ESCAPED`."""
    if "\\" not in text and "&" not in text:
        return text
    pieces = _LINE.split(text)
    pieces[::2] = map(_with_escape, pieces[::2])
    return "".join(pieces)


def _with_escape(line: str) -> str:
    if "\\" not in line and "&" not in line:
        return line
    line = with_escaped_brackets(line)
    end = len(line.rstrip(" \t\\"))
    shown = unescape(_BACKSLASH.sub(r"\1", line[:end]))
    if "[!" in shown and ">" in line and (written := _marker_as_text(line)):
        return f"{line[: -len(written)]}{ESCAPED}{written}"
    if table_slug(shown) is None or table_slug(line[:end]) is not None:
        return line
    return f"{line[:end]}{ESCAPED}{line[end:]}"


def _marker_as_text(line: str) -> str:
    """What stands in a quote, if it only spells the marker of a note."""
    written = without_containers(line)
    shown = unescape(_BACKSLASH.sub(r"\1", written))
    is_meant = MARKER.match(shown) and not MARKER.match(written)
    return written if is_meant else ""


def table_start(inside: Iterable[Token]) -> str:
    """Return the frame and the table's own tag; ``inside`` is its first row."""
    columns = _columns(inside)
    label = _("Table: %s") % columns if columns else _("Table")
    frame = {"class": "table-scroll", "role": "region", "tabindex": "0"}
    return tag("div", frame | {"aria-label": escape(label)}) + "<table>"


def _columns(inside: Iterable[Token]) -> str:
    head = []
    for token in islice(inside, MAX_LABEL):
        # What is in a table inside it tells of that one.
        if token[0] == "</caption>" or token[2] == "table":
            break
        if not token[2] and len(token[0]) > LONGEST_TEXT:
            # Tables in one another would each read all of it.
            head.append(text(token[0][:LONGEST_TEXT]))
            break
        head.append(_COMMA if token[0] in ("</th>", "</td>") else token)
    return text_of(head)[:MAX_LABEL].strip(", ")
