"""Find notation where a page shows no numbers: the words of a picture, a title."""

from html import unescape

from django.utils.translation import gettext as _

from careerguide.markup.references.notation import spelled_references
from careerguide.markup.tokens import attributes_of, read

from .findings import Fault, shortened

NAMES = ("alt", "title")  # of attributes that readers see or hear


def unread_notation(text, html):
    """Yield a fault for each `[[number: …]]` in an attribute of the page of a text."""
    if "[[" not in html:
        return
    for token in read(html):
        if token[1] != "" or "[[" not in token[3]:
            continue
        attributes = attributes_of(token)
        for name in NAMES:
            for match in spelled_references(unescape(attributes.get(name, ""))):
                yield _fault(text, match[0])


def _fault(text, notation):
    sentence = _(
        "“%s” stands in the words of a picture or a title, which show it as it is "
        "written. Say the number in the text."
    )
    place = text.find(notation)
    line = text.count("\n", 0, place) + 1 if place >= 0 else 0
    shown = shortened(notation)
    return Fault("unread notation", shown, line, sentence % shown, blocks=True)
