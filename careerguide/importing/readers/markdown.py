"""Read Markdown by cmark, as the site does, with the lines that blocks come from."""

from careerguide.markup.cmark import to_html
from careerguide.markup.normalise import normalise

from .html import read_html


def read_markdown(text):
    return read_html(to_html(normalise(text), True, True), "markdown")
