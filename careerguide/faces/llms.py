"""Write /llms.txt: where programs find the texts, as llmstxt.org proposes.

A heading, what the site is, then lists of links to Markdown. It is as long for many
guides as for a few: of many, each is one link to the whole of it.
"""

from django.urls import reverse
from django.utils.translation import gettext as _

from careerguide.identity.current import current
from careerguide.importing.inline import escaped
from careerguide.models import Career
from careerguide.publishing.models.sections import guide_sections
from careerguide.publishing.public.faces import face_path
from careerguide.site.frame import read_frame

from .addresses import absolute

MOST_GUIDES = 10  # whose pages are named one by one
MOST_ITEMS = 200  # of one kind


def llms():
    careers = Career.objects.published().only("slug", "name", "summary")
    careers = [*careers.order_by("order", "name", "pk")]
    parts = [f"# {_words(current().name)}", f"> {_about(len(careers))}"]
    parts.append(_part(_("Whole guides"), map(_career_link, careers)))
    if len(careers) <= MOST_GUIDES:
        for section in guide_sections():
            items = section.model.objects.published().listed()[:MOST_ITEMS]
            parts.append(_part(section.title, map(_link, items)))
    pages = (_line(title, address) for title, address in read_frame().pages)
    parts.append(_part(_("About this site"), pages))
    parts.append(_part("Optional", _data_links()))  # a word of the format
    return ("\n\n".join(filter(None, parts)) + "\n").encode(errors="replace")


def _about(count):
    words = _(
        "Guides to careers: articles, statistics with the source of each number or a "
        "word that none is known, and answers. Any article, table, answer and guide is "
        "Markdown at its address with .md in place of the last slash."
    )
    if current().licence:
        licence = _("Licence of the content: %s.") % current().licence
        words = f"{words} {licence}"
    return _words(words)


def _part(title, links):
    lines = "\n".join(links)
    return f"## {_words(title)}\n\n{lines}" if lines else ""


def _link(item, more=""):
    return _line(str(item), item.get_absolute_url(), more)


def _line(title, page, more=""):
    return f"- [{_words(title)}]({absolute(face_path(page, 'md'))}){more}"


def _career_link(career):
    summary = career.shown_summary
    return _link(career, f": {_words(summary)}" if summary else "")


def _data_links():
    for name, route in (
        (_("All tables as JSON"), "catalogue"),
        (_("What changed, as an Atom feed"), "feed"),
        (_("All pages, as a sitemap"), "sitemap"),
    ):
        yield f"- [{name}]({absolute(reverse(route))})"


def _words(text):
    return escaped(" ".join(str(text).split()))
