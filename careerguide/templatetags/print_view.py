"""Define the tags of a whole guide on one page: its texts and their links."""

from urllib.parse import urljoin

from django import template
from django.conf import settings
from django.template.defaultfilters import linebreaks_filter

from careerguide.publishing.models.texts import is_markdown

register = template.Library()


class LinkNotes:
    """Leads links between parts of the guide to their place on the page.

    Any other link gets a number, and its address stands in `addresses` at the end, so
    that paper tells it, too.
    """

    do_not_call_in_templates = True

    def __init__(self, places):
        self.places = places
        self.numbers = {}

    def __call__(self, address):
        """The address to lead to instead, and the number of its note or 0."""
        path, _, _ = address.partition("#")
        if place := self.places.get(path):
            return f"#{place}", 0
        if address.startswith(("mailto:", "tel:")):
            whole = address
        else:
            whole = urljoin(f"{settings.SITE_URL}/", address)
        return whole, self.numbers.setdefault(whole, len(self.numbers) + 1)

    @property
    def addresses(self):
        return list(self.numbers)


@register.simple_tag
def link_notes(career, parts):
    """Return the notes of this page's links; it knows which pages the guide holds."""
    items = [item for part in parts for item in part.items]
    places = {item.get_absolute_url(): item.print_id for item in items}
    return LinkNotes(places | {career.get_absolute_url(): "content"})


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
