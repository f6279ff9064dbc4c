"""Find text that looks like a notation of ours and is none, so that its marks show.

The notations are the line `[[table: slug]]` and the first line of a note, `[!NOTE]`.
"""

import re
from difflib import get_close_matches
from functools import lru_cache

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from careerguide.markup.notes import KINDS, MARKER
from careerguide.markup.references.notation import (
    almost_references,
    begun_references,
    references_in,
)
from careerguide.markup.references.sources import keywords
from careerguide.markup.rules import HEADING_TAGS
from careerguide.markup.tables import TABLE_LINE, table_slug

from . import brackets
from .findings import Fault, shortened
from .outline import TAG

_BRACKETS = re.compile(r"[\[［【]{2}([^\[\]］】]{0,300})[\]］】]{2}")
# One bracket too few, or brackets of another kind; only where it says "table:".
_ALMOST = re.compile(
    r"(?:\[{1,2}|\{{1,2}|\(\(|<<|［|【)\s*([^\W\d_]{3,8})\s*[:：]\s*[\w-]+\s*"
    r"(?:\]{1,2}|\}{1,2}|\)\)|>>|］|】|$)",
    re.M,
)
_NUMBERED = re.compile(r"[:：]\s*\d+\s*\W?$")
_OPEN = re.compile(r"\[\[([^\[\]\n]{1,100})(?:\]|$|(?=\n))")
_WORD = re.compile(r"\W*([^\W\d_]+)")
# Blanks are few, so that a line of nothing else costs no more than any other.
_GAP = r"\s{0,9}"
_NOTE = re.compile(rf"[\[［]{_GAP}[!！]{_GAP}([^\[\]\n]{{1,30}}?){_GAP}[\]］]")
_UNMARKED = re.compile(
    rf"\s*(?:!?[\[(]{_GAP}[!:]?{_GAP}([A-Za-z]{{3,9}}){_GAP}[:!]?{_GAP}[\])](?!\()"
    rf"|\[?{_GAP}[!！]{_GAP}([A-Za-z]{{3,9}})\b{_GAP}[:!.]?{_GAP}[\]］]?)"
)


# English words that are as near to "table" as its typing errors are.
_OTHER_WORDS = """
able actable amble amiable babel bale beatable belle bistable cable cables cabled
curable datable dateable dutiable eatable eatables editable enable enables fable
fables gable gables gettable habitable hittable imitable iterable label labels
meltable mutable notable notables palatable pitiable portable portables potable
quotable rateable ratable reliable sable sables satiable settable sortable stabile
stable stabled stables stale staple staples suitable tabla tabled tableland tablet
tablets tabletop tableware tabulate taille tale tales tangible tastable taxable teller
tenable testable tillable treatable treble trouble triable tunable tuneable turntable
unable unstable usable viable wearable wettable
"""
_PROBLEMS = {
    "table place": gettext_lazy(
        "“%s” shows nothing here: tables stand in the body of an article only. Link to "
        "the table instead."
    ),
    "table alone": gettext_lazy(
        "“%s” is not alone on its line, so its marks are shown. Give it a line of its "
        "own, outside lists, quotes and sentences."
    ),
    "table line": gettext_lazy(
        "“%s” is no table's line, so its marks are shown. Write "
        "[[table: address-of-the-table]], alone on its line, or put it between "
        "backticks (`) if it is meant as it stands."
    ),
    "table lines": gettext_lazy(
        "“%s” stands on two lines, so its marks are shown. Write it on one line, alone."
    ),
    "table brackets": gettext_lazy(
        "“%s” has a bracket too many on each side, so its marks are shown. Write "
        "[[table: address-of-the-table]], alone on its line."
    ),
    "brackets": gettext_lazy(
        "“%s” is shown as it stands. For a table write "
        "[[table: address-of-the-table]]; put brackets that are meant between "
        "backticks (`)."
    ),
    "number place": gettext_lazy(
        "“%s” stands in a heading, and headings are addresses that must not change. "
        "Say the number in the text."
    ),
    "number": gettext_lazy(
        "“%s” is no number’s notation, so its marks are shown. Write "
        "[[number: address-of-the-table; row; column]], without other marks in it."
    ),
    "claim": gettext_lazy(
        "“%s” is no claim’s notation, so its marks are shown. Write "
        "[[claim: 43.8 %%; source: name, https://…]], without other marks in it."
    ),
    "keyword": gettext_lazy(
        "“%s” is no number’s notation, so its marks are shown: it begins with a word "
        "that is none of number, sum, difference, ratio, share, growth per year and "
        "claim. Put it between backticks (`) if it is meant as it stands."
    ),
    "almost": gettext_lazy(
        "“%s” is shown as it stands. A number’s notation has two square brackets on "
        "each side; put it between backticks (`) if it is meant so."
    ),
    "note place": gettext_lazy(
        "“%s” begins no note here, so its marks are shown. A note is a quote whose "
        "first line is > [!NOTE]."
    ),
}


def lookalikes(outline, shows_tables: bool):
    """Yield faults in the order of the text.

    `shows_tables`: whether it may hold tables.
    """
    for block in outline.blocks:
        text = block.text
        if "[" in text:
            text, faults = _without_references(block, text)
            yield from faults
        if "[" in text or "{" in text or "((" in text or "<<" in text or "［" in text:
            yield from _almost(block, text)
            yield from _tables(block, text, shows_tables)
        if (
            "!" in text
            or "！" in text
            or (block.parent == "blockquote" and "[" in text)
        ):
            yield from _notes(block, text)


def lines_of_tables(outline, source, slugs):
    """The first line in which the text names each of the tables that it shows."""
    found = {}
    for block in outline.blocks if slugs else ():
        if block.name == "p" and not block.parent and "[[" in block.text:
            for number, line in enumerate(block.text.split("\n"), block.line):
                if slug := table_slug(line):
                    found.setdefault(slug, number)
    for slug in {*slugs} - found.keys():  # in HTML of the editor's own
        lines = enumerate(source.lines, 1)
        named = (n for n, line in lines if "[[" in line and slug in line.lower())
        found[slug] = next(named, 1)
    return {slug: found[slug] for slug in slugs}


def lines_of_references(outline):
    """The line in which each reference within a sentence first stands."""
    found = {}
    for block in outline.blocks:
        line_of = block.lines()
        for reference, match in references_in(block.text):
            found.setdefault(reference, line_of(match.start()))
    return found


def _without_references(block, text):
    """The text with nothing to be said of its references, and what is."""
    faults, line_of = [], block.lines()
    for _reference, match in references_in(text):
        if block.name in HEADING_TAGS:
            line = line_of(match.start())
            faults.append(_fault("number place", line, _shown(match[0])))
        text = text.replace(match[0], TAG * len(match[0]), 1)
    for match in begun_references(text):
        kind = _kind_of_begun(match[0])
        faults.append(_fault(kind, line_of(match.start()), _shown(match[0])))
        text = text.replace(match[0], TAG * len(match[0]), 1)
    return text, faults


def _kind_of_begun(written):
    """Which notation was begun: of a number, a claim, or none that there is."""
    word = re.split("[:：;]", written.strip(f"[{TAG}\x00 "))[0].strip().casefold()
    if word == "claim":
        return "claim"
    return "number" if " ".join(word.split()) in keywords() else "keyword"


def _almost(block, text):
    line_of = block.lines()
    for match in almost_references(text):
        line = line_of(match.start())
        yield _fault("almost", line, _shown(match[0]), blocks=False)


def _tables(block, text, shows_tables):
    lines, line_of = text.split("\n"), block.lines()
    may_stand = block.name == "p" and not block.parent
    for found in _BRACKETS.finditer(text):
        written, line = _shown(found[0]), line_of(found.start())
        if may_stand and TABLE_LINE.fullmatch(lines[line - block.line]):
            if not shows_tables:
                yield _fault("table place", line, written)
        elif TABLE_LINE.fullmatch(written) and "\n" in written.strip():
            yield _fault("table lines", line, written)
        elif TABLE_LINE.fullmatch(written) and _has_more_brackets(text, found):
            yield _fault("table brackets", line, f"[{written}]")
        elif TABLE_LINE.fullmatch(written):
            kind = "table alone" if shows_tables else "table place"
            yield _fault(kind, line, written)
        elif _is_about_a_table(found[1]) and not _is_index(text, found):
            yield _fault("table line", line, written)
        else:
            yield _fault("brackets", line, written, blocks=False)
    rest = _BRACKETS.sub(lambda found: TAG * len(found[0]), text)
    for pattern in (_ALMOST, _OPEN):
        for found in pattern.finditer(rest):
            written, line = _shown(found[0]), line_of(found.start())
            is_ours = _is_doubled(written) or _is_alone(lines[line - block.line])
            if is_ours and _is_about_a_table(found[1]):
                # Other brackets have other uses: a form, a set of names, a program.
                blocks = written.startswith(("[[", "［［"))
                yield _fault("table line", line, written, blocks)
        rest = pattern.sub(lambda found: TAG * len(found[0]), rest)


def _is_doubled(written):
    return written[:2] in ("[[", "{{", "((", "<<") or written.endswith(("]]", "}}"))


def _is_alone(line):
    """Whether nothing but one pair of brackets is on a line, as a table's is.

    In a sentence [table: wages] are words in brackets, and [table: 3] anywhere.
    """
    line = _shown(line).strip()
    found = _ALMOST.match(line)
    return bool(found) and found.end() == len(line) and not _NUMBERED.search(line)


def _has_more_brackets(text, found):
    start, end = found.span()
    return text[max(0, start - 1) : start] == "[" and text[end : end + 1] == "]"


def _is_index(text, found):
    """Whether it is code like pay[["table"]]."""
    before = text[max(0, found.start() - 1) : found.start()]
    return ":" not in found[1] and brackets.follows_a_name(before)


def _is_about_a_table(inside):
    word = _WORD.match(inside)
    return bool(word) and _is_close_to_table(word[1].lower())


@lru_cache(maxsize=500)
def _is_close_to_table(word):
    names = ("table", "tables", "tabelle", "tableau")
    if word in _OTHER_WORDS.split():
        return False
    return len(word) < 12 and bool(get_close_matches(word, names, 1, 0.75))


def _notes(block, text):
    first, line_of, start = text.partition("\n")[0], block.lines(), 0
    begins_quote = block.parent == "blockquote" and block.name == "p" and block.is_first
    if begins_quote and (marker := MARKER.match(first)) and marker[1].lower() in KINDS:
        start = marker.end()
    elif begins_quote and (kind := _unmarked(first)):
        yield _note_fault(block.line, _UNMARKED.match(first)[0], kind)
        return
    for found in _NOTE.finditer(text, start):
        line, written = line_of(found.start()), _shown(found[0])
        is_first = begins_quote and line == block.line
        if kind := _kind(found[1]):
            if is_first:
                yield _note_fault(line, written, kind)
            else:
                yield _fault("note place", line, written, blocks=False)
        elif is_first and not text[: found.start()].strip(f" {TAG}"):
            yield _note_fault(line, written, "")


def _unmarked(line):
    """The kind of note that a line names with other marks, as in [NOTE], or ""."""
    found = _UNMARKED.match(line)
    kind = (found[1] or found[2]) if found else ""
    return kind if kind.lower() in KINDS else ""


@lru_cache(maxsize=500)
def _kind(word):
    close = get_close_matches(word.strip(" :.!").lower(), KINDS, 1, 0.75)
    return close[0] if close else ""


def _note_fault(line, written, kind):
    names = ", ".join(f"[!{name.upper()}]" for name in KINDS)
    if close := _kind(kind):
        problem = _(
            "“%(written)s” begins no note, so its marks are shown. Write "
            "> [!%(kind)s], and its text on the next line or after a blank."
        ) % {"written": shortened(written), "kind": close.upper()}
    else:
        problem = _("“%(written)s” is no kind of note. There are %(names)s.") % {
            "written": shortened(written),
            "names": names,
        }
    return Fault("note", _shown(written), line, problem)


def _shown(written):
    return written.replace(TAG, "")


def _fault(kind, line, written, blocks=True):
    return Fault(kind, written, line, _PROBLEMS[kind] % shortened(written), blocks)
