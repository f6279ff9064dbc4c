"""Say what keeps words in brackets, with others in parentheses, from being a link."""

import re
from urllib.parse import quote

from django.utils.translation import gettext as _

from careerguide.markup.headings import id_of

from .findings import shortened

# What only an address has; "(p. 7)" and "(see below)" have none of it.
_SIGN = re.compile(
    r"[@#]|//|^[.]{0,2}/|/\S*/|\.[^\W\d_]{2,}|^(?:https?|mailto|tel|ftp|www)\b", re.I
)
_PHONE = re.compile(r"(?:tel:)?\s*\+?[\d().\s-]{6,30}", re.I)
_QUOTED = re.compile(r"""(["'“”„«])(?P<address>[^"'“”„«»]*)["'”“«»]""")


def no_link(found):
    """Return (a sentence with a place for %(what)s, whether it keeps a text back).

    `found` is a match of the words, the blank behind them and what is in parentheses.
    It was meant as a link only where that has a sign of an address.
    """
    words, inside = found[1], found[3].strip()
    if found[2]:
        return _("“%(what)s” is no link: take out the blank between ] and (."), True
    if not re.search(r"\s", inside):
        return _(
            "“%(what)s” is no link. Write [words](https://…), or \\[ for [ if it is "
            "meant as it stands."
        ), bool(_SIGN.search(inside))
    if _PHONE.fullmatch(inside) and re.search(r"^\s*(?:tel:|\+|0)", inside, re.I):
        better = "tel:" + re.sub(r"[^+\d]", "", inside)
    elif not _SIGN.search(inside.strip("\"'“”„«»")):
        return _(
            "“%(what)s” is no link, as what is in parentheses is no address. Write \\[ "
            "for [ if it is meant as it stands, or [words](https://…)."
        ), False
    elif inside.startswith("#"):
        better = f"#{id_of(inside)}"
    elif re.match(r"(?:mailto|https?):\s", inside, re.I):
        better = re.sub(r"\s", "", inside, count=1)
    elif quoted := _QUOTED.fullmatch(inside):
        better = quote(quoted["address"].strip(), safe="/:?#@!$&'*+,;=%~-._")
    else:
        return _(
            "“%(what)s” is no link, as its address has a blank. Write %%20 for each "
            'blank of the address; a title stands in straight quotes (").'
        ), True
    better = shortened(f"[{words}]({better})").replace("%", "%%")
    problem = _("“%(what)s” is no link, as its address has a blank. Write {better}.")
    return problem.format(better=better), True
