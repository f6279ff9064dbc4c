"""Define the tags of a whole guide on one page: its texts and their links."""

from urllib.parse import urljoin

from django import template
from django.conf import settings

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
def link_notes(career, articles, table_topics, question_topics):
    """The notes of this page's links; it knows which pages the guide holds."""
    tables = [table for _, tables in table_topics for table in tables]
    entries = [entry for _, entries in question_topics for entry in entries]
    places = {item.get_absolute_url(): item.slug for item in [*articles, *entries]}
    places |= {t.get_absolute_url(): f"table-{t.slug}" for t in tables}
    return LinkNotes(places | {career.get_absolute_url(): "content"})


@register.simple_tag
def print_text(item, field, links, **options):
    """A Markdown text of the guide as a part of the page."""
    ids = f"{item.slug}-{field}-"
    text = getattr(item, field)
    return item.render_text(text, top_level=3, ids=ids, links=links, **options).html
