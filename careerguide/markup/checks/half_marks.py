"""Find marks that act where nobody wants them, and those that lack their other half.

A star between numbers makes one of them italic and glues the others to it; a mark that
is never closed in its paragraph is shown.
"""

import re

from django.utils.translation import gettext_lazy as _

from .findings import Fault, shortened
from .outline import CODE, TAG

# Emphasis that a digit touches from outside: 5*3*2 is shown as 532.
_PRODUCT = re.compile(
    rf"[\w.,]{{0,20}}\d{TAG}\w[\w.,+/-]{{0,20}}{TAG}\w[\w.,]{{0,20}}"
    rf"|[\w.,]{{0,20}}\w{TAG}\w[\w.,+/-]{{0,20}}{TAG}\d[\w.,]{{0,20}}"
)
_OPENING = {
    "**": re.compile(r"(?<![\w*\\])\*\*(?=[^\W\d_])[^\n*]{1,60}"),
    "~~": re.compile(r"(?<![\w~\\])~~(?=[^\W_])[^\n~]{1,60}"),
    "`": re.compile(r"(?<![\w`'’\\])`(?=[^\W\d_])[^\n`']{1,60}"),
}
# Signs of remarks, as in "Pay**", with the remark below.
_REMARK = re.compile(r"[\w)]\*\*(?![\w*])")

_PROBLEMS = {
    "product": _(
        "The stars in “%s” make what stands between them italic and are not shown. "
        "Write × for a sign of multiplication, or \\* for each star that is meant."
    ),
    "half": _(
        "“%s” begins with a mark that is never closed in its paragraph, so the mark is "
        "shown. Close it, or write a backslash before it if it is meant."
    ),
}


def half_marks(outline, source):
    """Yield faults in the order of the text; none keeps it from being published."""
    has_remarks = False
    for block in outline.blocks:
        text = block.text
        if block.name == "pre" or block.is_html:
            continue
        for kind, at, what in _found(text, source, has_remarks):
            problem = _PROBLEMS[kind] % shortened(what)
            yield Fault(kind, what, block.lines(text)(at), problem)
        has_remarks = has_remarks or bool(_REMARK.search(text))


def _found(text, source, has_remarks):
    if TAG in text:
        for found in _PRODUCT.finditer(text):
            written = found[0].replace(TAG, "*")
            if written in source.text:
                yield "product", found.start(), written
    for mark, pattern in _OPENING.items():
        if text.count(mark) != 1 or (mark == "**" and has_remarks):
            continue
        if found := pattern.search(text):
            what = re.split(f"[{TAG}{CODE}]", found[0])[0].strip()
            if what.count(")") <= what.count("("):  # as in f(*args, **kwargs)
                yield "half", found.start(), what
