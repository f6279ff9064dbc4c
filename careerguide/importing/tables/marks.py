"""Tell from a whole document how it writes decimals, where one table cannot."""

import re
from collections import Counter

from django.utils.translation import gettext as _

from ..tree import walk
from ..words import block_texts

# A percentage or a sum of money with one or two decimals; nothing else is sure.
DECIMALS = re.compile(
    r"(?<![\d.,])(?:[$€£]\s?\d{1,3}([.,])\d{1,2}(?![\d.,]*\d)"
    r"|\d{1,3}([.,])\d{1,2}\s?(?:%|percent|billion|million))"
)
DIGIT = re.compile(r"\d")


def decimal_mark_of(document):
    """Return "." or ",", or "" where a document writes neither, or both."""
    found = Counter(
        first or second
        for block in walk(document.blocks)
        for text in block_texts(block)
        if DIGIT.search(text)  # most have none
        for first, second in DECIMALS.findall(text)
    )
    return next(iter(found)) if len(found) == 1 else ""


def sentence_on(mark):
    """Say that decimals were read as elsewhere in the document."""
    if mark == ".":
        return _("Decimals were read with a point, as elsewhere in this document.")
    return _("Decimals were read with a comma, as elsewhere in this document.")
