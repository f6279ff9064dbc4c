"""Recognise tables, the titles above them and the sentences below."""

from dataclasses import replace

from django.utils.translation import gettext as _

from statistics.importing.values.digits import COMMA, POINT

from ..plan import DATA, NOTE, TABLE, TITLE
from ..tables.cells import lines_of
from ..tables.lines import split_lines
from ..tree import CAPTION, HEADING, PARAGRAPH
from ..tree import TABLE as TABLE_BLOCK
from .signs import LONGEST_TITLE, NUMBERED

MOST_TABLES = 300  # that are read: each takes its time


def place(work):
    """Place each table as an item; words side by side stay in their text.

    Those are left for `sections`, with the lines of their cells in `work.lines`.
    """
    work.lines = {}
    count = 0
    for number, block in enumerate(work.blocks):
        if work.is_free(block) and _may_hold_cells(block):
            title, titled = _title(work, number)
            found = _lines(work, block, title, titled)
            if found:
                count += 1
                if count > MOST_TABLES:
                    sentence = _("From here on tables stay in the text: %d were read.")
                    work.ask("table", block, sentence % MOST_TABLES)
                    return
                _place(work, number, found, titled)


def _may_hold_cells(block):
    """Whether a block is a table, or has several lines, as most paragraphs have not."""
    has_lines = block.kind == PARAGRAPH and any(span.end for span in block.spans)
    return has_lines or block.kind == TABLE_BLOCK


def _lines(work, block, title, titled):
    """The lines of cells that a block holds, or None; asks where there are several."""
    if block.kind == TABLE_BLOCK:
        return lines_of(block)
    above = titled.line if titled else title
    split = split_lines([t.strip() for t in block.line.split("\n")], above)
    if split is None:
        return None
    if len(split.readings) > 1:
        sentence = _("The names of the columns can be parted in several ways.")
        choices = [" | ".join(lines[0]) for lines in split.readings]
        work.ask("columns", block, sentence, choices)
    return tuple(map(tuple, split.readings[0]))


def _title(work, number):
    """(the text of the heading above a block, the block that is its own title)."""
    text = ""
    for before in reversed(work.blocks[max(number - 3, 0) : number]):
        if not work.is_free(before):
            continue
        if before.kind not in (HEADING, PARAGRAPH) or not before.line:
            break
        is_next = before is work.blocks[number - 1]
        if is_next and before.label == CAPTION and len(before.line) < LONGEST_TITLE:
            return before.line, before
        if NUMBERED.match(before.line) and len(before.line) < LONGEST_TITLE and is_next:
            return before.line, before
        if before.kind == HEADING:
            return before.line, None
    return text, None


def _place(work, number, lines, titled):
    block = work.blocks[number]
    reading = work.read(lines)
    choices = {}
    if reading.is_question and (mark := work.decimal_mark):
        again = work.read(lines, {"decimal_mark": mark})
        if again.table:
            reading, choices = again, {"decimal_mark": mark}
    if reading.is_comparison and not titled:
        work.lines[block.id] = lines
        return
    heading, _own = _title(work, number)
    item = work.new_item(TABLE, "" if titled else heading)
    kept = lines if block.kind == PARAGRAPH else ()
    work.place(block, DATA, item, lines=kept, choices=choices)
    if reading.is_question:
        work.ask("decimals", block, " ".join(reading.problems), (POINT, COMMA))
    elif reading.problems:
        work.ask("table", block, " ".join(reading.problems))
    if titled:
        prefix = NUMBERED.match(titled.line)
        work.place(titled, TITLE, item, prefix=prefix[0] if prefix else "")
        if prefix:
            _place_note(work, number, item)
    else:
        sentence = _("No line names this table: give it a title.")
        work.ask("title", block, sentence, about=item.key)


def _place_note(work, number, item):
    """The paragraph right below a table with a title of its own."""
    for block in work.blocks[number + 1 : number + 2]:
        if (
            work.is_free(block)
            and block.kind == PARAGRAPH
            and not NUMBERED.match(block.line)
            and not any(span.end or span.picture for span in block.spans)
        ):
            work.place(block, NOTE, item)


def shown_in(work, article):
    """Say of tables that are in no article yet that they stand in this one."""

    def show(block):
        placement = work.placed[block.id]
        if placement.role == DATA and not placement.shown_in:
            work.placed[block.id] = replace(placement, shown_in=article.key)

    return show
