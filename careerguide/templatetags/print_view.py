"""Define the tags of paper: texts of a whole guide, and where links lead."""

import re
from html import unescape

from django import template
from django.template.defaultfilters import linebreaks_filter
from django.template.loader import render_to_string
from django.utils.html import format_html

from careerguide.offline.links import file_links
from careerguide.publishing.models.texts import is_markdown
from careerguide.site.link_notes import absolute

register = template.Library()
# The links of a text that `_print.css` numbers where a page is printed: all that lead
# off it. Where numbers come from is said in words, below the text; what only leads to
# more is not on paper.
LINK = re.compile(
    r'<a (?![^>]*class="(?:live-number|more)")(?:[^>]*? )?href="([^"#][^"]*)"'
)
register.simple_tag(file_links)


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


@register.inclusion_tag("_paper_links.html")
def paper_links(*texts, source=""):
    """List where the links of an item's page lead: its source, and those of its texts.

    Their numbers stand beside them on paper, given by the style sheet.
    """
    return paper_links_of(texts, source)


@register.inclusion_tag("_paper_links.html")
def paper_links_of(texts, source=""):
    """List where the links of all texts of a page lead, as `paper_links` does."""
    found = [source] if source else []
    for text in texts:
        found += map(unescape, LINK.findall(text))
    return {"address_list": [*map(absolute, found)]}


@register.simple_block_tag
def noted_links(content):
    """Return parts of a page, and below them where all of their links lead."""
    notes = render_to_string("_paper_links.html", paper_links_of([content]))
    return format_html("{}{}", content, notes)
