"""Cite a table: a sentence and a BibTeX entry, both from the same data.

What is cited is the edition that readers see: its number, its own day and its address,
at which nothing changes. The source of its numbers is named if one is known, and the
lack of one said if not. What has no edition is cited by the day of its content.
"""

import re

from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from careerguide.caching.memory import digest, memory_cache
from careerguide.identity.current import current

TEX = {
    "\\": r"{\textbackslash}",
    "{": r"{\textbraceleft}",  # \{ would still be counted as a brace
    "}": r"{\textbraceright}",
    "~": r"{\textasciitilde}",
    "^": r"{\textasciicircum}",
    "<": r"{\textless}",
    ">": r"{\textgreater}",
    "|": r"{\textbar}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "_": r"\_",
    "%": r"\%",
}
MONTHS = (
    *("jan", "feb", "mar", "apr", "may", "jun"),
    *("jul", "aug", "sep", "oct", "nov", "dec"),
)
UNPRINTABLE = re.compile(r"[\x00-\x20\x7f-\x9f\u2028\u2029\ufffe\uffff]+")


def plain(item):
    """“Career Guide (2026). Title. Subtitle. Data: … Edition 3, 22 November 2026. https://…”"""
    return _remembered("citation", item, _plain)


def bibtex(item):
    """Return the same as an entry for reference managers and LaTeX."""
    return _remembered("bibtex", item, _bibtex)


def _remembered(form, item, make):
    """Return what is kept in memory by all that it is made from.

    The page of a table has each twice, as its JSON, whose size it tells, has them too.
    """
    made_from = (
        *(item.slug, item.title, item.subtitle, item.edition, item.content_updated_on),
        *(
            current().name,
            item.source_name,
            item.source_url,
            item.period,
            cited_address(item),
        ),
    )
    return memory_cache.get(digest(form, *made_from), lambda: make(item))


def _plain(item):
    day = cited_day(item)
    year = day.year if day else _("n.d.")
    sentences = [
        f"{current().name} ({year})",
        item.title,
        item.subtitle,
        origin(item),
    ]
    if item.edition:
        sentences.append(edition_text(item.edition))
    elif day:
        sentences.append(_("Updated %s") % date_format(day))
    text = " ".join(map(_sentence, filter(None, map(one_line, sentences))))
    return f"{text} {cited_address(item)}"


def _bibtex(item):
    day, edition = cited_day(item), item.edition
    names = {"author": current().name, "title": item.title}
    # Braces of its own keep a name whole, and the letters of a title as they are.
    fields = {name: f"{{{tex(text)}}}" for name, text in names.items()}
    if day:
        fields |= {"year": str(day.year), "month": MONTHS[day.month - 1]}
    if edition:
        fields |= {"day": str(day.day), "edition": str(edition.number)}
    notes = [*([edition_text(edition)] if edition else []), origin(item)]
    fields |= {"url": cited_address(item), "note": tex(". ".join(notes))}
    key = f"{item.slug}-{day.year}" if day else item.slug
    if edition:
        key = f"{edition.slug}-edition-{edition.number}"
    lines = [
        f"  {name} = {value if name == 'month' else f'{{{value}}}'},\n"
        for name, value in fields.items()
    ]
    return f"@misc{{{key},\n{''.join(lines)}}}\n"


def edition_text(edition):
    """Return the number and the day of an edition in words."""
    words = {"number": edition.number, "day": date_format(edition.day)}
    return _("Edition %(number)d, %(day)s") % words


def cited_day(item):
    return item.edition.day if item.edition else item.content_updated_on


def cited_address(item):
    """Return the permanent address of its edition, or that of its page."""
    path = item.edition.path if item.edition else item.get_absolute_url()
    return f"{settings.SITE_URL}{path}"


def origin(item):
    """Return where the numbers come from, in a few words."""
    source = item.source_name or item.source_url
    if source and item.period:
        return _("Data: %(source)s, %(period)s") % {
            "source": source,
            "period": item.period,
        }
    if source:
        return _("Data: %s") % source
    if item.period:
        return _("Data: source not known, %s") % item.period
    return _("Data: source not known")


def tex(text):
    """Text as BibTeX and LaTeX print it, letter by letter."""
    return "".join(TEX.get(char, char) for char in one_line(text))


def one_line(text):
    return UNPRINTABLE.sub(" ", text).strip()


def _sentence(text):
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."
