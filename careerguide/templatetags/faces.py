"""Define the tags of what programs read of pages."""

from django import template
from django.template.defaultfilters import linebreaks_filter

from careerguide.faces import addresses
from careerguide.faces.plain import links_of
from careerguide.faces.preview import (
    alternates,
    preview_tags,
    shown_page,
    visible_trail,
)
from careerguide.faces.structured.graph import page_graph
from careerguide.languages import sentences
from careerguide.markup.data_block import data_block
from careerguide.markup.slots import joined, with_slots_of_data
from careerguide.publishing.models.texts import is_markdown
from careerguide.publishing.public.faces import face_path

register = template.Library()


@register.simple_tag(takes_context=True)
def link_preview(context):
    """Return what previews of links show of this page, and where programs read it.

    Nothing on an error page, which is at no address of its own.
    """
    if "status" in context or "request" not in context:
        return ""
    page = shown_page(context)
    return joined([preview_tags(page), alternates(page)])


@register.simple_tag(takes_context=True)
def structured_data(context):
    """Return what the page says of itself in schema.org's words, as a data block."""
    if "status" in context or "request" not in context:
        return ""
    items = getattr(context.get("page_obj"), "object_list", ())
    facts = context.get("fact_list") or ()
    tables = [fact.table for fact in facts if fact.table]
    trail, told_on = visible_trail(context), context.get("told_on")
    graph = page_graph(shown_page(context), items, trail, tables, told_on)
    return with_slots_of_data(data_block(graph))


@register.filter
def whole_sentences(text, most=200):
    """Return the first sentences of a text, at most so many characters."""
    return sentences.whole_sentences(text, most)


@register.simple_tag(takes_context=True)
def canonical_address(context):
    """Return the address that a page says it has."""
    return addresses.absolute(addresses.own_path(context))


@register.simple_tag
def absolute(path):
    return addresses.absolute(path)


@register.simple_tag
def markdown_path(item):
    """Return where the page of an item is as Markdown."""
    return face_path(item.get_absolute_url(), "md")


@register.simple_tag
def plain_text(item, name):
    """Return a text of an item as HTML without drawings, its links absolute."""
    if not is_markdown(item._meta.get_field(name)):
        return linebreaks_filter(item.plain(name), autoescape=True)
    return item.render(name, plain=True, links=links_of(item)).html


@register.simple_tag
def plain_numbers(item):
    """Return where the numbers in an item's texts come from."""
    return item.reference_list(links_of(item))
