"""Write the Markdown of a page, and of a whole guide: head lines, then the text.

The head is YAML, as programs that keep Markdown in files expect it. What nobody knows,
or has said, is not in it.
"""

import json

from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from careerguide.identity.current import current
from careerguide.importing.inline import escaped
from careerguide.languages.speaking import speaking
from careerguide.publishing.models.languages import in_own_language
from careerguide.publishing.models.querysets import refer_together
from careerguide.publishing.models.sections import guide_sections
from careerguide.publishing.public.dates import shown_dates, told_at

from .addresses import absolute
from .plain import item_markdown


@in_own_language
def page_markdown(item):
    """Return an item as a file of Markdown."""
    return _file(head(item), [_heading(1, str(item)), item_markdown(item)])


@in_own_language
def guide_markdown(career):
    """Return a career with all of its guide as one file of Markdown."""
    found = []
    for section in guide_sections():
        items = section.model.objects.published().for_career(career)
        items = [*items.in_guide_order().whole()]
        for item in items:
            item.career = career
        if items:
            found.append((section, items))
    every = [item for _section, items in found for item in items]
    refer_together([career, *every])
    parts = [_heading(1, str(career)), item_markdown(career)]
    for section, items in found:
        parts.append(_heading(2, str(section.print_title)))
        for item in items:
            with speaking(item.language):
                parts += [_heading(3, str(item)), _page_line(item)]
                parts.append(item_markdown(item, 2))
    return _file(head(career, [career, *every]), parts)


def head(item, items=None):
    """Return what a program wants to know of an item before its text, by names.

    `items` are all that the text shows, where it is a whole guide.
    """
    items = items or [item]
    career = getattr(item, "career", None)
    edition = getattr(item, "edition", None)
    published = item.first_published_at
    return {
        "title": str(item),
        "address": absolute(item.get_absolute_url()),
        "career": career and str(career),
        "site": current().name,
        "language": get_language(),
        "content_updated": _iso(shown_dates(items).content_updated_on),
        "last_change": _iso(localdate(told_at(items))),
        "first_published": published and _iso(localdate(published)),
        "review_by": _iso(item.review_by),
        "edition": edition and edition.number,
        "edition_address": edition and absolute(edition.path),
        "source": getattr(item, "source_name", None),
        "source_address": getattr(item, "source_url", None),
        "licence": current().licence,
        "licence_address": current().licence_url,
    }


def _iso(day):
    return day and day.isoformat()


def _file(about, parts):
    """The head and the parts; a JSON text is one of YAML, too."""
    lines = [
        f"{name}: {json.dumps(value, ensure_ascii=False)}"
        for name, value in about.items()
        if value
    ]
    text = "\n\n".join(part.strip("\n") for part in parts if part.strip())
    head_lines = "\n".join(["---", *lines, "---"])
    return f"{head_lines}\n\n{text}\n".encode(errors="replace")


def _heading(level, words):
    """A heading of one line; a row of signs at its end would close it."""
    words = escaped(" ".join(words.split()))
    if words.endswith("#"):
        words = f"{words[:-1]}\\#"
    return f"{'#' * level} {words}"


def _page_line(item):
    """Where the page of an item is, and the day of its content."""
    day = item.content_updated_on
    updated = _("Content updated")
    dated = f" · {updated} {date_format(day)}" if day else ""
    return f"<{absolute(item.get_absolute_url())}>{dated}"
