"""Find marks of Markdown that are almost right, so that readers would see them."""

import re

from django.utils.translation import gettext_lazy as _

from careerguide.markup.rules import HEADING_TAGS

from .findings import Fault, shortened
from .outline import TAG

_HEADING = re.compile(r"^[ ]{0,3}(?:#{2,6}[^\W\d_]|#{7,}[ \t]*\w)[^\n]*", re.M)
# One # and words are a heading where they are all of a paragraph, and no sentence.
_LONE_HEADING = re.compile(r"#[^\W\d_a-z][^\n#.!?,;:]{0,80}")
_OF_WORDS = HEADING_TAGS | {"p", "li", "td", "th"}
NEAR = 500  # letters before the end of a link in which its beginning is looked for
# Bold with a blank inside its marks; a power, as in 2 ** 3 ** 4, is none.
_BOLD = re.compile(
    r"(?<![\w*])(?:\*\*[^\S\n](?=[^\n*]{0,200}[^\W\d_])[^\n*]{1,200}?\*\*(?!\*)"
    r"|(\*\*|__)(?=[^\W_])[^\n*()]{1,200}?\s\1(?![*_,]))"
)
# Marks that no letter may touch: behind a sign they end, before one they begin nothing.
_GLUED = re.compile(
    r"(?P<marks>\*{1,2})(?=[^\s*)\]}>])[^*\n]{0,199}[^\s*(\[{<](?P=marks)(?!\*)"
)
_IN_A_WORD = re.compile(r"(?<![\w_])__(?=[^\W_])[^_\n]{1,200}(?<=[^\s_])__(?=[^\W_])")
# What people and programs begin lines of a list with, as the editor's scripts have it.
BULLETS = "•▪▫◦‣●○■□◆➢➤⁃"
DASHES = "–—"
_ITEM = re.compile(
    rf"[ ]{{0,3}}(?:[{BULLETS}{DASHES}·]\s*|[-+*]|\d{{1,3}}[.)]|\d{{1,3}} [-{DASHES}] )"
    r"(?=[^\W\d_])"
)
_LINK = re.compile(
    rf"\w{{0,40}}\]\({TAG}?(?:https?:|mailto:|/)[^()\s]{{0,300}}\)?", re.I
)
# Without the blank it would be a link, and neither < nor > would be shown.
_HALF_ADDRESS = re.compile(rf"<{TAG}?https?://[^<>]{{1,300}}>", re.I)

_PROBLEMS = {
    "no heading": _(
        "“%s” is no heading, so its marks are shown. A heading begins with one to six "
        "# and a blank."
    ),
    "no bold": _(
        "“%s” is not bold, so its marks are shown. They stand right at the first and "
        "the last letter; put marks that are meant between backticks (`)."
    ),
    "glued": _(
        "“%s” is not bold or italic, so its marks are shown: a letter touches marks "
        "that stand beside a sign. Put a blank between them, or write <b>words</b>."
    ),
    "in a word": _(
        "“%s” is not bold, so its marks are shown: in a word write ** for __, or put "
        "it between backticks (`) if it is code."
    ),
    "no list": _(
        "“%s” and the next line are no list, so they run together. Begin each line "
        "with a hyphen or a number like 1. and a blank."
    ),
    "half link": _(
        "“%s” is the end of a link that has no beginning: write [ before it."
    ),
    "half address": _(
        "“%s” has a blank in its address, so the link ends there and what follows is "
        "shown. Write %%20 for the blank, or the address as your browser shows it."
    ),
}


def nearly(outline):
    """Yield faults in the order of the text; none keeps it from being published."""
    for block in outline.blocks:
        text, line_of = block.text, block.lines()
        if block.name not in _OF_WORDS:
            continue
        for kind, start, written in _found(text):
            written = written.replace(TAG, "").strip()[:300]
            sentence = _PROBLEMS[kind] % shortened(written)
            yield Fault(kind, written, line_of(start), sentence)


def _found(text):
    if "#" in text:
        for found in _HEADING.finditer(text):
            yield "no heading", found.start(), found[0]
        if found := _LONE_HEADING.fullmatch(text.strip()):
            yield "no heading", 0, found[0]
    if "**" in text or "__" in text:
        for found in _BOLD.finditer(text):
            yield "no bold", found.start(), found[0]
        for found in _IN_A_WORD.finditer(text):
            yield "in a word", found.start(), found[0]
    if "*" in text:
        for found in _GLUED.finditer(text):
            if _is_glued(text, found):
                yield "glued", found.start(), found[0]
    if "<" in text:
        for found in _HALF_ADDRESS.finditer(text):
            yield "half address", found.start(), found[0]
    if "](" in text:
        for found in _LINK.finditer(text):
            end = text.index("](", found.start())
            before = text[max(0, end - NEAR) : end]
            if before.rfind("[") <= before.rfind("]"):
                yield "half link", found.start(), found[0]
    if "\n" in text:
        yield from _lists(text)


def _is_glued(text, found):
    """Whether a letter touches the marks from outside, and a sign from inside."""
    marks = len(found["marks"])
    before = text[max(0, found.start() - 1) : found.start()]
    after = text[found.end() : found.end() + 1]
    if before == "*":
        return False
    first, last = found[0][marks], found[0][-marks - 1]
    begins = before.isalpha() and not first.isalnum() and marks == 2
    ends = after.isalpha() and not last.isalnum()
    is_plain = first.isalnum() and not before.isalnum()
    return begins or ends and (marks == 2 or is_plain)


def _lists(text):
    """The first of each run of lines that begin with the same kind of mark."""
    start, before, last, is_told = 0, "", "", False
    for line in text.split("\n"):
        found = _ITEM.match(line)
        mark = re.sub(r"\d+", "1", found[0].strip()) if found else ""
        if mark and mark == before and not is_told:
            yield "no list", start - len(last) - 1, last
            is_told = True
        is_told = is_told and mark == before
        start, before, last = start + len(line) + 1, mark, line
