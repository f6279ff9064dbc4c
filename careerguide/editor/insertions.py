"""Build the Markdown that the editor inserts into a text."""

import re

# What could begin markup inside the brackets of an image, or end them.
_SPECIAL = re.compile(r"([\\`*_\[\]<>&~|])")


def image_markdown(url, alt):
    """An image whose description reads, once rendered, exactly as it was typed."""
    alt_text = _SPECIAL.sub(r"\\\1", " ".join(alt.split()))
    return f"![{alt_text}]({url})"


def table_markdown(keyword, slug):
    return f"[[{keyword}: {slug}]]"


def link_words(title):
    """A title as the words of a link, which reads as it was typed."""
    return _SPECIAL.sub(r"\\\1", " ".join(title.split()))
