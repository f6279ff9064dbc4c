"""Define the tags of what programs read of pages."""

from django import template
from django.template.defaultfilters import linebreaks_filter

from careerguide.faces import addresses
from careerguide.faces.plain import links_of
from careerguide.publishing.models.texts import is_markdown

register = template.Library()


@register.simple_tag
def absolute(path):
    return addresses.absolute(path)


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
