"""Read the HTML of a saved page as blocks."""

from .builder import document_of
from .drawings import without_drawings
from .elements import read_elements


def read_html(html, kind="html"):
    """Return the `Document` of HTML."""
    html, drawn = without_drawings(html)
    return document_of(read_elements(html), kind, drawn)
