"""Parse a part of a Word file, by ElementTree's parser in C; it may declare nothing."""

from xml.etree.ElementTree import XMLParser

from ..errors import Refusal, gettext_noop

DECLARES = gettext_noop(
    "The file declares a document type, which no Word document does: save it anew."
)
DECLARATIONS = tuple(
    word.encode(encoding)
    for word in ("<!DOCTYPE", "<!ENTITY")
    for encoding in ("ascii", "utf-16-le", "utf-16-be")
)
BEGINS = (b"<!", b"<\0!")  # with which each of those begins, but for a first zero


def parse(data):
    """Return the root of XML."""
    if any(begin in data for begin in BEGINS) and any(
        word in data for word in DECLARATIONS
    ):
        raise Refusal(DECLARES)
    parser = XMLParser()
    parser.feed(data)
    return parser.close()
