"""Say what a text means by `[[site: publisher]]`: of the site's record and settings.

A page about privacy stays true where somebody else publishes, or keeps things longer.
"""

from difflib import get_close_matches

from django.conf import settings
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from careerguide.identity.current import current
from careerguide.markup.checks.findings import Fault
from careerguide.markup.references.sources import Loaded, Source
from careerguide.publishing.checks.texts import surveyed
from careerguide.publishing.models.texts import is_markdown
from careerguide.search.missed import DAYS as MISSED_DAYS

SITE = "site"


def _days(number):
    return (
        ngettext("%d day", "%d days", number) % number if number else _("no set time")
    )


def _hours():
    hours = settings.SESSION_COOKIE_AGE // 3600
    return ngettext("%d hour", "%d hours", hours) % hours


def _minutes():
    minutes = int(settings.AXES_COOLOFF_TIME.total_seconds()) // 60
    return ngettext("%d minute", "%d minutes", minutes) % minutes


# Of the record, by what texts call it: it may be another at any time.
RECORDED = {
    "name": lambda: current().name,
    "publisher": lambda: current().publisher or _("whoever runs this site"),
    "contact": lambda: current().contact or _("no address is given yet"),
    "licence": lambda: current().licence or _("not stated"),
}
# Of settings and of the code.
FIXED = {
    "feedback period": lambda: _days(settings.FEEDBACK_DAYS),
    "views period": lambda: _days(settings.VIEW_DAYS),
    "searches period": lambda: _days(MISSED_DAYS),
    "trash period": lambda: _days(settings.TRASH_DAYS),
    "session period": _hours,
    "lockout period": _minutes,
}
VALUES = RECORDED | FIXED


class SiteSource(Source):
    """Registers `site`; it names no content, so there is nothing to load."""

    keywords = (SITE,)

    def slugs(self, reference):
        return ()

    def load(self, references, items=()):
        return LoadedValues()

    def faults(self, item):
        found = {}
        for name in item.reference_fields():
            if faults := [*_faults_of(item, name)]:
                found[name] = faults
        return found


class LoadedValues(Loaded):
    def embed(self, ids, links=None):
        def html(reference):
            text = self.text(reference)
            url = current().contact_url if reference.target.lower() == "contact" else ""
            if url and not reference.is_linked:
                return format_html('<a href="{}">{}</a>', url, text)
            return format_html("{}", text)

        return html

    def text(self, reference):
        value = VALUES.get(reference.target.lower())
        return value() if value else ""

    def lasting_text(self, reference):
        value = FIXED.get(reference.target.lower())
        return value() if value else ""


def _faults_of(item, name):
    lines = {}
    for reference in item.references_of(name):
        said = reference.target.lower()
        if reference.keyword != SITE or said in VALUES:
            continue
        if not lines and is_markdown(item._meta.get_field(name)):
            lines = surveyed(type(item), name, getattr(item, name)).references
        meant = get_close_matches(said, VALUES, 1)
        sentence = (
            _("There is no “%(said)s” of the site. Did you mean “%(meant)s”?")
            if meant
            else _("There is no “%(said)s” of the site. There are: %(known)s.")
        )
        words = {"said": said[:80], "known": ", ".join(VALUES)}
        problem = sentence % (words | {"meant": meant[0] if meant else ""})
        line = lines.get(reference._replace(is_linked=False), 0)
        yield Fault(SITE, said, line, problem, blocks=True)
