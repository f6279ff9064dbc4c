"""Define the tags of a whole guide on one page: its texts and their links."""

from django import template
from django.template.defaultfilters import linebreaks_filter

from careerguide.publishing.models.texts import is_markdown
from careerguide.site.link_notes import link_notes

register = template.Library()
register.simple_tag(link_notes)


@register.simple_tag
def print_text(item, name, links):
    """Return a text of the guide as a part of the page."""
    if not is_markdown(item._meta.get_field(name)):
        return linebreaks_filter(item.plain(name))
    ids = f"{item.print_id}-{name}-"
    return item.render(name, top_level=3, ids=ids, links=links).html


@register.simple_tag
def print_numbers(item, links, level):
    """Return where the numbers in an item's texts come from, under such a heading."""
    return item.reference_list(links, level)
