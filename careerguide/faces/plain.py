"""Write what a page says of an item as Markdown, by way of plain HTML.

The HTML is that of pages, safe and with its numbers, but for drawings; what the item
shows of itself is a template of its app, `_<model>_plain.html`, or all its texts. Then
it is read and written as an imported document is: escapes, lists and tables come out
as they are tried there.
"""

from dataclasses import replace
from urllib.parse import urljoin

from django.db.models import TextField
from django.template.loader import render_to_string

from careerguide.caching.memory import digest, memory_cache
from careerguide.importing.markdown import to_markdown
from careerguide.importing.readers.html import read_html
from careerguide.importing.tree import NOTE, spans_in
from careerguide.publishing.models.snapshots import content_fields

from .addresses import absolute


def item_markdown(item, shift=0):
    """Return the Markdown of an item below its title.

    `shift` is added to the level of its headings, which begin at 2.
    """
    html = render_to_string(
        "guide/_plain.html",
        {
            "item": item,
            "text_names": text_names(type(item)),
            "template_names": template_names(type(item)),
        },
    )
    base = absolute(item.get_absolute_url())
    notes = f"{item._meta.model_name}-{item.slug}-"
    # By all it is made of: after a change, what stayed need not be written again.
    key = digest("markdown", html, base, notes, shift)
    return memory_cache.get(key, lambda: _written(html, base, notes, shift))


def _written(html, base, notes, shift):
    document = read_html(html, "page")
    pictures = document.pictures
    blocks = [_with_notes_of(block, notes) for block in _read_notes(document.blocks)]
    return to_markdown(
        blocks,
        lambda span: urljoin(base, pictures[span.picture - 1].address),
        shift,
    )


def template_names(model):
    opts = model._meta
    own = f"{opts.app_label}/_{opts.model_name}_plain.html"
    return [own, "guide/_item_plain.html"]


def text_names(model):
    """Return the names of the fields with the texts of an item, beside its title."""
    texts = (f for f in content_fields(model) if isinstance(f, TextField))
    return [field.name for field in texts if field.name != model.title_field]


def links_of(item):
    """Return the `links` of its texts: each leads to the same place from anywhere."""
    base = absolute(item.get_absolute_url())
    return lambda address: (urljoin(base, address), 0)


def _read_notes(blocks):
    """The blocks; of a note that no text refers to, and Markdown drops, its own."""
    called = {span.note for block in blocks for span in spans_in(block)}
    for block in blocks:
        is_lost = block.kind == NOTE and block.label not in called
        yield from block.blocks if is_lost else (block,)


def _with_notes_of(block, prefix):
    """A block whose footnotes have names that no other item's have in one file."""
    changes = {
        "spans": _spans(block.spans, prefix),
        "blocks": tuple(_with_notes_of(inner, prefix) for inner in block.blocks),
        "rows": tuple(
            tuple(replace(cell, spans=_spans(cell.spans, prefix)) for cell in row)
            for row in block.rows
        ),
    }
    if block.kind == NOTE:
        changes["label"] = prefix + block.label
    return replace(block, **changes)


def _spans(spans, prefix):
    return tuple(
        replace(span, note=prefix + span.note) if span.note else span for span in spans
    )
