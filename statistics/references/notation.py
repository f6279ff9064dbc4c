"""Read and write the names of cells: `[[number: slug; row; column]]`.

Two cells or more are apart by two semicolons, and a cell of the same table as the one
before needs no slug: `[[share: pay; Senior; Mean;; All; Mean]]`. A name that holds a
semicolon, a bracket or a bar stands in quotation marks, in curly ones where it holds
quotation marks itself. In a table's own texts its slug is left out. See docs/adr/0030.
"""

import re
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from careerguide.languages.folding import fold

NUMBER, SUM, DIFFERENCE, RATIO = "number", "sum", "difference", "ratio"
SHARE, GROWTH = "share", "growth per year"
# How many cells each is worked out from: at least, at most.
COUNTS = {
    NUMBER: (1, 1),
    SUM: (2, 30),
    DIFFERENCE: (2, 2),
    RATIO: (2, 2),
    SHARE: (2, 2),
    GROWTH: (2, 2),
}

_PART = re.compile(r'\s*(?:"([^"]*)"|“([^”]*)”|„([^“”]*)[“”]|([^;]*?))\s*(;;|;|$)')
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_ESCAPE = re.compile(r"\\")
_MARK = re.compile(r"[\\`*_<>&|~\[\]]")
_QUOTED = re.compile(r"[;\[\]|]")
_QUOTES = re.compile('["“”„]')


class NotationError(ValueError):
    """A sentence that says what is wrong with a reference, and how to write it."""


class CellName(NamedTuple):
    slug: str
    row: str
    column: str


def cell_names(reference, own_slug=""):
    """Return the `CellName`s of a reference; raise NotationError.

    `own_slug` is of the table in whose own text it stands.
    """
    if reference.keyword not in COUNTS:
        raise NotationError(_("“%s” names no cells.") % reference.keyword)
    names, slug = [], own_slug
    for parts in _cells(reference.target):
        if len(parts) == 3 and _SLUG.fullmatch(parts[0].lower()):
            slug, *parts = parts[0].lower(), *parts[1:]
        if len(parts) != 2 or not slug or not all(parts):
            raise NotationError(_how_to_write(reference.keyword, bool(own_slug)))
        names.append(CellName(slug, *parts))
    least, most = COUNTS[reference.keyword]
    if not least <= len(names) <= most:
        raise NotationError(how_many(reference.keyword))
    return tuple(names)


def written(keyword, names, own_slug="", markdown=True):
    """Return the notation of a keyword and its `CellName`s, as texts hold it.

    In `markdown` signs of names are escaped that it would read as marks; elsewhere the
    sign that escapes.
    """
    cells, slug = [], own_slug
    for name in names:
        parts = [] if name.slug == slug else [name.slug]
        slug = name.slug
        for part in (name.row, name.column):
            quoted = _quoted(part)
            escaped = _MARK if markdown else _ESCAPE
            parts.append(escaped.sub(r"\\\g<0>", quoted))
        cells.append("; ".join(parts))
    return f"[[{keyword}: {';; '.join(cells)}]]"


def same(name):
    """Return what two names share that are read alike."""
    return " ".join(fold(name).split())


def _cells(target):
    """Lists of the parts of each cell."""
    cells, at = [[]], 0
    while at <= len(target):
        match = _PART.match(target, at)
        if not match:
            return []
        *names, end = match.groups()
        cells[-1].append(next(name for name in names if name is not None))
        if not end:
            break
        if end == ";;":
            cells.append([])
        at = match.end()
    return cells


def _quoted(name):
    """A name as it stands in a reference, on one line; `same` as it was."""
    name = " ".join(name.split())
    if _QUOTES.search(name):
        return "“{}”".format(name.replace("”", '"'))
    return f'"{name}"' if _QUOTED.search(name) else name


def _how_to_write(keyword, is_own):
    if is_own and COUNTS[keyword] == (1, 1):
        sentence = _("Write [[%s: row; column]].")
    elif is_own:
        sentence = _(
            "Write [[%s: row; column;; row; column]], with two semicolons between "
            "cells."
        )
    elif COUNTS[keyword] == (1, 1):
        sentence = _("Write [[%s: address-of-the-table; row; column]].")
    else:
        sentence = _(
            "Write [[%s: address-of-the-table; row; column;; row; column]], with two "
            "semicolons between cells."
        )
    return sentence % keyword


def how_many(keyword):
    """Return a sentence on how many cells a keyword is of."""
    least, most = COUNTS[keyword]
    if least == most:
        sentence = ngettext(
            "[[%(keyword)s: …]] is of %(count)d cell.",
            "[[%(keyword)s: …]] is worked out from %(count)d cells.",
            least,
        )
        return sentence % {"keyword": keyword, "count": least}
    sentence = _("[[%(keyword)s: …]] is worked out from %(least)d to %(most)d cells.")
    return sentence % {"keyword": keyword, "least": least, "most": most}
