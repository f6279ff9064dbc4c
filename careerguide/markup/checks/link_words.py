"""Find links whose words do not say where they lead: bare addresses, and “here”."""

import re

from django.utils.translation import gettext as _

from .findings import Fault, shortened
from .outline import CODE, TAG

_SCHEME = re.compile(r"(?:https?|ftp)://|www\.", re.I)
# A link is read out by itself, in a list of links: these say nothing there.
VAGUE = frozenset(
    {
        *("here", "click here", "click", "this", "link", "this link", "more"),
        *("read more", "learn more", "see more", "this page", "this article", "page"),
        *("hier", "hier klicken", "klicken sie hier", "mehr", "mehr lesen", "link"),
        *("weiterlesen", "diese seite"),
    }
)
_EDGES = " \t\n.,;:!?…»«“”\"'()[]→>›"


def vague_or_bare(outline):
    """Yield a fault for each such link."""
    for link in outline.links:
        if link.is_picture:
            continue
        words = " ".join(link.text.replace(TAG, "").split())
        if _is_bare(words, link.address):
            problem = _(
                "“%s” is a bare address: write [words that say what is there](address)."
            )
            what = shortened(link.address)
            yield Fault("bare-address", link.address, link.line, problem % what)
        elif CODE not in words and words.strip(_EDGES).casefold() in VAGUE:
            problem = _(
                "The link “%(words)s” does not say where it leads (%(address)s): name "
                "the page in its words."
            )
            values = {"words": shortened(words), "address": shortened(link.address)}
            yield Fault("vague-link", link.address, link.line, problem % values)


def _is_bare(words, address):
    if address.startswith("mailto:"):
        return False  # an address of mail is what people read
    if not _SCHEME.match(words):
        return False
    return " " not in words
