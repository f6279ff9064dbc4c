"""Find places within pages that links name after a #: ids of headings and templates."""

import re
from html import unescape
from urllib.parse import unquote

from careerguide import markup
from careerguide.publishing.models.sections import guide_sections
from careerguide.publishing.models.texts import markdown_fields

_ID = re.compile(r' id="([^"]*)"')
# Of our templates, for whatever kind of content: no text has them, its page may.
PAGE_IDS = markup.RESERVED_IDS | {
    *("at-a-glance", "cite-bibtex", "cite-text", "edition-state", "embed-code"),
    *("note", "related-articles", "related-figures", "same-topic"),
    *("take-away", "takeaways", "title", "title-unit"),
}
_MADE_IDS = ("figure-", "career-", "topic-", "link-", "whole-", "feedback.")


def ids_of(item):
    """Return the ids that the texts of `item` have on its page."""
    return {
        id
        for field in markdown_fields(type(item))
        for found in ids_in(getattr(item, field.name))
        for id in (found, f"{field.name}-{found}")
    }


def ids_in(text):
    return {unescape(id) for id in _ID.findall(markup.render(text).html)}


def is_always_there(fragment):
    """Return whether it names the beginning of a page, or words on it."""
    return fragment in ("", "top") or fragment.startswith(":~:")


def is_place(fragment, ids):
    fragment = unquote(fragment)
    if is_always_there(fragment) or fragment.startswith(_MADE_IDS):
        return True
    of_sections = {section.anchor for section in guide_sections()}
    return fragment in ids or fragment in PAGE_IDS | of_sections
