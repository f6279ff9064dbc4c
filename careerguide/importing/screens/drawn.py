"""Draw blocks of a document: as they were read, and as they will stand in the guide."""

from dataclasses import replace

from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

from careerguide import markup
from careerguide.importing.drafts import TOP_LEVEL
from careerguide.importing.markdown import to_markdown
from careerguide.importing.tree import HEADING, NOTE, PARAGRAPH, Block, Cell, Span
from careerguide.importing.tree import TABLE as TABLE_BLOCK
from statistics.shown_rows import text_rows
from statistics.table.schema import parse

MOST_ROWS = 12  # of a table that is shown beside its document


def no_picture(span):
    """The address of a picture in a text: none, as it stands below, drawn by itself."""
    return ""


def as_read(block, lines=()):
    """Return a block as HTML; headings are no headings of the page that shows it.

    `lines` says that it is a table that stands as lines of text.
    """
    if block.kind == HEADING:
        level = min(max(block.level, 1), 6)
        return format_html(
            '<p class="read-heading read-heading-{}">{}</p>', level, block.line
        )
    if lines and block.kind == PARAGRAPH:
        return format_html('<p class="read-lines">{}</p>', block.line)
    text = to_markdown(_shown(block), no_picture)
    return markup.render(text, ids=f"{block.id}-").html


def as_text(block, placement, level):
    """Return a block as HTML, as a text of the guide shows it at a heading's level."""
    if block.kind == HEADING:
        level = min(max(level, TOP_LEVEL), 6)
        return format_html(
            '<p class="read-heading to-be-heading read-heading-{}">{}</p>',
            level,
            block.line,
        )
    if placement.lines:
        rows = tuple(
            tuple(Cell((Span(text),) if text else ()) for text in line)
            for line in placement.lines
        )
        block = Block(TABLE_BLOCK, rows=rows, id=block.id)
    text = to_markdown(_shown(replace(block, role="")), no_picture)
    return markup.render(text, ids=f"{block.id}-to-be-").html


def _shown(block):
    """The blocks to draw: a note's own, which alone would stand at no number."""
    return block.blocks if block.kind == NOTE else (block,)


def table_to_be(table):
    """Return the cells of a `ReviewTable` as HTML: as numbers where they were read."""
    if not table.is_read or not table.data:
        head, body = table.lines[:1], table.lines[1:]
        columns = [(name, "") for name in (head[0] if head else ())]
        rows = [[(cell, "") for cell in line] for line in body]
    else:
        data = parse(table.data)
        names, *lines = [*text_rows(data)] or [[]]
        classes = [column.css_class for column in data.columns]
        units = [column.unit for column in data.columns]
        columns = [
            (f"{name} ({unit})" if unit else name, kind)
            for name, kind, unit in zip(names, classes, units, strict=True)
        ]
        rows = [[*zip(line, classes, strict=True)] for line in lines]
    more = len(rows) - MOST_ROWS
    return format_html(
        '<div class="to-be-table"><table><thead><tr>{}</tr></thead>'
        "<tbody>{}</tbody></table></div>{}",
        format_html_join("", '<th scope="col" class="{1}">{0}</th>', columns),
        format_html_join(
            "", "<tr>{}</tr>", ((_cells(row),) for row in rows[:MOST_ROWS])
        ),
        format_html('<p class="to-be-more">{}</p>', _("and %d more rows") % more)
        if more > 0
        else "",
    )


def _cells(row):
    return format_html_join("", '<td class="{1}">{0}</td>', row)
