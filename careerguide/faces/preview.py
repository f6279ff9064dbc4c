"""Describe a page for previews of links to it: Open Graph, and cards of Twitter."""

import re
from dataclasses import dataclass
from html import unescape

from django.template.base import NodeList
from django.template.loader_tags import BlockNode
from django.urls import reverse
from django.utils.html import format_html, format_html_join, strip_tags
from django.utils.translation import gettext as _

from careerguide.identity.current import current
from careerguide.languages.sentences import cut_at_word, whole_sentences
from careerguide.publishing.models.content import Publishable
from careerguide.publishing.models.sections import guide_sections
from careerguide.publishing.public.faces import face_path

from .addresses import absolute, own_path
from .card import shows_title

MOST_TITLE = 59  # characters that a preview shows of a title on one or two lines
SHORTEST_NAME = 20  # of it that is left beside other words
MOST_DESCRIPTION = 200
CARD, CARD_SIZE = "summary_large_image", (1200, 630)
STEP = re.compile(r'<li><a href="([^"]*)">(.*?)</a></li>')
META = '<meta property="{}" content="{}">\n'


@dataclass(frozen=True)
class Shown:
    """A page as its templates describe it: `item` is whose page it is, or None.

    `version` is what the item was at one publication, where that is what it shows.
    `name` is what the page is of, as its title says it. `address` is its `path`, with
    the query by which a list is what it is.
    """

    path: str
    address: str
    title: str
    description: str
    item: Publishable | None
    version: object = None
    name: str = ""

    @property
    def is_of_item(self):
        """Whether this is the page of its item, and not another view of the same."""
        return self.item is not None and self.path == self.item.get_absolute_url()

    @property
    def is_of_another_view(self):
        """Whether it shows its item as other pages do: it need not say it anew."""
        return self.item is not None and not (self.is_of_item or self.version)

    @property
    def short_title(self):
        """The title where there is little room: what stands around a name is kept."""
        name = self.name
        before, found, after = self.title.partition(name) if name else ("", "", "")
        room = MOST_TITLE - len(before) - len(after)
        if not found or room < SHORTEST_NAME:
            return cut_at_word(self.title or current().name, MOST_TITLE)
        return f"{before}{cut_at_word(name, room)}{after}"


def shown_page(context):
    """Return what the blocks of a page's templates say of it, rendered once a page."""
    known = context.render_context
    if Shown not in known:
        known[Shown] = _shown_page(context)
    return known[Shown]


def _shown_page(context):
    version = context.get("version")
    item = version.item if version else context.get("object")
    narrowed = context.get("career") or context.get("group")
    return Shown(
        context["request"].path,
        own_path(context),
        _words(_block(context, "title")),
        _words(_block(context, "description")),
        item if isinstance(item, Publishable) and item.pk else None,
        version,
        " ".join(str(version or item or narrowed or "").split()),
    )


def visible_trail(context):
    """Return (name, path) of each step that the page shows on the way to itself."""
    links = STEP.findall(_block(context, "breadcrumbs"))
    return [(_words(name), unescape(path)) for path, name in links]


def _block(context, name):
    """The HTML of a block of the template, wherever in it that is defined."""
    return BlockNode(name, NodeList()).render(context)


def _words(html):
    return " ".join(unescape(strip_tags(html)).split())


def preview_tags(page):
    """Return the tags of a `Shown` page as HTML."""
    path, width, height, alt = picture_of(page)
    shown = page.version or page.item
    text = shown and shown.preview_text
    properties = {
        "og:type": "article" if page.item else "website",
        "og:site_name": current().name,
        "og:title": page.short_title,
        "og:description": text or whole_sentences(page.description, MOST_DESCRIPTION),
        "og:url": absolute(page.address),
        "og:image": absolute(path),
        "og:image:width": width,
        "og:image:height": height,
        "og:image:alt": alt,
    }
    tags = format_html_join(
        "", META, ((name, value) for name, value in properties.items() if value)
    )
    return tags + format_html('<meta name="twitter:card" content="{}">', CARD)


def picture_of(page):
    """Return (path, width, height, description) of the picture that shows a page.

    An item may have one; of all else, a card is drawn with its title, or with the name
    of the site.
    """
    shown = page.version or page.item
    if shown and (picture := shown.preview_picture()):
        return picture
    if page.version:  # a card has the title of today
        return reverse("site_card"), *CARD_SIZE, current().name
    titles = {section.list_url: str(section.title) for section in guide_sections()}
    title = str(page.item) if page.item else titles.get(page.path)
    if title is None:
        return reverse("site_card"), *CARD_SIZE, current().name
    path = page.item.get_absolute_url() if page.item else page.path
    alt = title if shows_title(title) else current().name
    return face_path(path, "card.png"), *CARD_SIZE, alt


def alternates(page):
    """Return the links to what programs read of a page: Markdown, feeds."""
    if page.is_of_another_view:
        return ""
    found = []
    if page.is_of_item:
        address = face_path(page.item.get_absolute_url(), "md")
        found.append(("text/markdown", address, _("Markdown")))
    found.append(_feed_link(page.item and page.item.career_of_feed()))
    link = '<link rel="alternate" type="{}" href="{}" title="{}">\n'
    return format_html_join("", link, found)


def _feed_link(career):
    """The feed of a guide on its pages, and of all guides on others."""
    address = reverse("career_feed", args=[career.slug]) if career else reverse("feed")
    name = _("Changes: %s") % (career or current().name)
    return "application/atom+xml", address, name
