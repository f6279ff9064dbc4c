"""Read Markdown by cmark, as the site does, with the lines that blocks come from."""

from dataclasses import replace

from careerguide.markup.cmark import to_html
from careerguide.markup.normalise import normalise

from ..tree import numbered
from .front_matter import front_matter
from .html import read_html


def read_markdown(text):
    above, text = front_matter(normalise(text))
    document = read_html(to_html(text, True, True), "markdown")
    if not above:
        return document
    return replace(document, blocks=numbered((*above, *document.blocks)))
