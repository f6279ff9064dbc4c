"""Recognise a guide: what of a document is its title, its articles, tables, questions.

Each step places some blocks, and none that is placed already.
"""

from collections import Counter
from dataclasses import dataclass, field, replace
from functools import cached_property

from django.utils.translation import gettext as _

from ..headings import is_heading
from ..plan import (
    ARTICLE,
    CAREER,
    LEFT_OUT,
    TEXT,
    TITLE,
    Decision,
    Item,
    Placement,
    Plan,
)
from ..tables.cells import read_cells
from ..tables.marks import decimal_mark_of
from ..tree import CONTENTS, HEADING, LIST, PARAGRAPH, pictures_in, spans_in
from ..tree import TITLE as TITLE_LEVEL
from ..words import block_words
from . import sections, tables
from .contents import lists_of_contents
from .signs import (
    BYLINE,
    CHAT,
    LONGEST_TITLE,
    OWNER,
    PAGE_NUMBER,
    PATH,
    PICTURE,
    RUNNING_TITLE,
    TAKEAWAYS,
    is_one,
    names_questions,
    same,
)

MOST_PAGES = 3  # from one that has its number to the next


@dataclass
class Work:
    """What is placed so far."""

    document: object
    read: object = read_cells  # the cells of a table
    placed: dict = field(default_factory=dict)
    items: list = field(default_factory=list)
    decisions: list = field(default_factory=list)
    title: str = ""
    numbers: Counter = field(default_factory=Counter)  # of items, by their kinds

    @property
    def blocks(self):
        return self.document.blocks

    @cached_property
    def decimal_mark(self):
        """How the document writes decimals: asked where a table does not tell."""
        return decimal_mark_of(self.document)

    def place(self, block, role, item="", **values):
        key = item.key if item else ""
        self.placed[block.id] = Placement(block.id, role, key, **values)

    def leave_out(self, block, reason):
        self.place(block, LEFT_OUT, reason=reason)

    def is_free(self, block):
        return block.id not in self.placed

    def new_item(self, kind, title=""):
        self.numbers[kind] += 1
        key = f"{kind}-{self.numbers[kind]}"
        self.items.append(Item(key, kind, title[:LONGEST_TITLE]))
        return self.items[-1]

    def ask(self, kind, block, sentence, choices=(), about=""):
        decision = Decision(kind, block.id, sentence, tuple(choices), about=about)
        self.decisions.append(decision)


def recognise(document, read=read_cells):
    """Return the `Plan` that a document proposes; `read` reads the cells of a table."""
    work = Work(document, read)
    _around(work)
    career = work.new_item(CAREER)
    _title(work, career)
    _repeats(work)
    article = work.new_item(ARTICLE, work.title)
    tables.place(work)
    sections.place(work, article)
    _notes(work)
    _pictures(work)
    _decimals(work)
    order = [work.placed[block.id] for block in work.blocks]
    used = {p.item for p in order} | {career.key}
    items = tuple(item for item in work.items if item.key in used)
    if first := next((p for p in order if p.item == article.key), None):
        sentence = _("The first article has the document's title: give it its own.")
        asked = Decision("title", first.block, sentence, about=article.key)
        work.decisions.append(asked)
    return Plan(items, tuple(order), tuple(work.decisions))


def _around(work):
    """What the reader found around the text, and lines that stand for something."""
    kept, numbers = _takeaways_beside(work), _numbers_of_pages(work)
    contents = lists_of_contents(work.blocks)
    for block in work.blocks:
        if block.id in kept:
            continue
        if block.role:
            work.leave_out(block, block.role)
        elif block.id in contents:
            work.leave_out(block, CONTENTS)
        elif block.id in numbers:
            work.leave_out(block, "number of a page")
        elif block.kind == PARAGRAPH and is_one(BYLINE, block.line):
            work.leave_out(block, "byline")
        elif block.kind in (HEADING, PARAGRAPH) and is_one(OWNER, block.line):
            work.leave_out(block, "page footer")
        elif block is work.blocks[0] and _is_said_by_a_program(block):
            work.leave_out(block, "said by a program")
        elif block.kind in (HEADING, PARAGRAPH) and block.line:
            if is_one(PICTURE, block.line) and not _has_picture(block):
                work.leave_out(block, "stands for a picture")
            elif is_one(PATH, block.line):
                work.leave_out(block, "navigation")


def _is_said_by_a_program(block):
    return block.kind == PARAGRAPH and is_one(CHAT, block.line)


def _takeaways_beside(work):
    """The ids of takeaways that a page has beside its text: their heading and list."""
    kept, role = set(), ""
    for block in work.blocks:
        if block.role == "aside" and is_one(TAKEAWAYS, block.line):
            role = block.role
        elif not (block.role == role and block.kind in (PARAGRAPH, LIST)):
            role = ""
        if role:
            kept.add(block.id)
    return kept


def _numbers_of_pages(work):
    """The ids of lines that were copied from the edges of pages.

    A number alone in a line is one in a text where such numbers go up page by page.
    """
    found, alone, last = set(), set(), 0
    lines = [b for b in work.blocks if b.kind in (HEADING, PARAGRAPH) and not b.role]
    for block in lines:
        line = block.line.strip()
        if is_one(PAGE_NUMBER, line) or is_one(RUNNING_TITLE, line):
            found.add(block.id)
        elif work.document.kind == "text" and line.isdecimal() and len(line) < 4:
            if not last < int(line) <= last + MOST_PAGES:
                return found
            alone.add(block.id)
            last = int(line)
    return found | alone


def _title(work, career):
    """The heading in the style of a title, or the first of the highest level.

    One that names a part of a guide is none; and where there are several of the highest
    level, a short line above all of them is the title, whatever it looked like.
    """
    headings = [
        b
        for b in work.blocks
        if b.kind == HEADING and work.is_free(b) and not _names_a_part(b)
    ]
    if not headings:
        for block in work.blocks[:1]:
            sentence = _("No heading names the career.")
            work.ask("title", block, sentence, about=career.key)
        return
    first = next((b for b in headings if b.level == TITLE_LEVEL), None)
    first = first or _line_above(work, headings)
    first = first or next((b for b in headings if b.level == 1), headings[0])
    work.title = " ".join(first.line.split())
    work.place(first, TITLE, career)


def _names_a_part(block):
    return is_one(TAKEAWAYS, block.line) or names_questions(block.line)


def _line_above(work, headings):
    """The first line of a document whose headings are all of its sections."""
    free = next((b for b in work.blocks if work.is_free(b)), None)
    has_several = len([b for b in headings if b.level == 1]) > 1
    is_line = free and free.kind == PARAGRAPH and is_heading(free.line)
    return free if has_several and is_line else None


def _repeats(work):
    """Titles that stand twice: that of the document, and a heading below itself."""
    before = None
    for block in work.blocks:
        if block.kind not in (HEADING, PARAGRAPH) or not block.line:
            before = None
            continue
        if work.is_free(block):
            if work.title and same(block.line, work.title):
                work.leave_out(block, "repeats the title")
                continue
            kinds = before and {before.kind, block.kind}
            if kinds == {HEADING} and same(before.line, block.line):
                work.leave_out(block, "repeats the heading before it")
                continue
        before = block


def _notes(work):
    """A note goes where its number stands."""
    at = {}
    for block in work.blocks:
        for span in spans_in(block):
            if span.note:
                at.setdefault(span.note, work.placed.get(block.id))
    items = {item.key: item for item in work.items}
    for block in work.blocks:
        if work.is_free(block):
            found = at.get(block.label)
            item = items.get(found.item) if found else None
            if item and found.role != LEFT_OUT:
                work.place(block, TEXT, item)
            elif block_words(block):
                work.leave_out(block, "no text has its number")
            else:
                work.leave_out(block, "is empty")


def _decimals(work):
    """One question for all tables that do not tell how decimals are written."""
    asked = [d for d in work.decisions if d.kind == "decimals"]
    if len(asked) > 1:
        first, *others = asked
        choices = tuple(dict.fromkeys(c for d in asked for c in d.choices))
        blocks = tuple(d.block for d in others)
        one = replace(first, choices=choices, others=blocks)
        kept = [d for d in work.decisions if d.kind != "decimals" or d is first]
        work.decisions = [one if d is first else d for d in kept]


def _pictures(work):
    for block in work.blocks:
        if work.placed[block.id].role == LEFT_OUT:
            continue
        for number in pictures_in(block):
            picture = work.document.pictures[number - 1]
            if not picture.text:
                sentence = _("Picture %d has no description: say what it shows.")
                work.ask("picture", block, sentence % number, about=str(number))


def _has_picture(block):
    return any(span.picture for span in block.spans)
