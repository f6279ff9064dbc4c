"""Check the texts of an item: by themselves, and with what they link to.

What leads nowhere keeps a text from being published; what readers cannot see yet, and
what only looks odd, is said. A draft may say anything.
"""

from copy import copy
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from careerguide.caching.memory import digest, memory_cache
from careerguide.markup.checks.points import points
from careerguide.markup.checks.survey import survey
from careerguide.publishing.models.texts import markdown_fields

from . import links
from .plain_notation import faults_of_notation

MOST_TOLD = 30  # of one text


class TextFault(ValidationError):
    """A fault as a form shows it; `key` tells it in another version of the text."""

    def __init__(self, fault):
        super().__init__(fault.sentence)
        self.key = fault.key


def text_faults(item, only=""):
    """Faults by field, of each text of `item` or of one, in their order."""
    surveys = surveys_of(item, only)
    found = {name: [*survey.faults] for name, survey in surveys.items()}
    for name, faults in links.faults_of_links(item, surveys).items():
        found[name] += faults
    for name in item.bullet_fields:
        if name in found:
            found[name] += points(getattr(item, name))
    for others in (item.faults_of_embeds(), faults_of_notation(item)):
        for name, faults in others.items():
            if only in ("", name):
                found[name] = [*found.get(name, ()), *faults]
    return {
        name: sorted(faults, key=lambda fault: fault.line)
        for name, faults in found.items()
        if faults
    }


def prepare(items):
    """Ask the database once for all of `items`, before each is judged."""
    links.prepare([(item, surveys_of(item)) for item in items])


def surveys_of(item, only=""):
    """Return the Survey of each Markdown text of `item`, or of one, by field."""
    return {
        field.name: surveyed(type(item), field.name, getattr(item, field.name))
        for field in markdown_fields(type(item))
        if only in ("", field.name)
    }


def surveyed(model, name, text):
    site = urlsplit(settings.SITE_URL).netloc
    shows_tables = model.embedding_field == name
    return memory_cache.get(
        digest("survey", text, site, shows_tables),
        lambda: survey(text, site=site, shows_tables=shows_tables),
        lambda found: 400 * (1 + len(found.faults) + len(found.links)),
    )


def blocking(item):
    """Return ValidationErrors by field: what keeps `item` from being published."""
    found = {
        name: [TextFault(fault) for fault in faults if fault.blocks][:MOST_TOLD]
        for name, faults in text_faults(item).items()
    }
    return {name: errors for name, errors in found.items() if errors}


def warnings_of(item, name, text, except_for=()):
    """Return sentences on all that is wrong with `text`, as that field of `item`.

    `except_for` are sentences that stand beside it already.
    """
    if not hasattr(item, "faults_of_embeds"):
        return []
    draft = copy(item)
    setattr(draft, name, text)
    faults = text_faults(draft, only=name).get(name, [])
    return told([fault for fault in faults if fault.sentence not in except_for])


def all_told(item):
    """Return the same of every text of `item`, each with the name of its field."""
    fields = type(item)._meta.concrete_fields
    names = {field.name: capfirst(field.verbose_name) for field in fields}
    return [
        f"{names[name]}: {sentence}"
        for name, faults in text_faults(item).items()
        for sentence in told(faults)
    ]


def told(faults):
    """Return the sentences on some faults, and how many more there are."""
    sentences = [fault.sentence for fault in faults[:MOST_TOLD]]
    if more := len(faults) - len(sentences):
        sentences.append(_("And %d more like these.") % more)
    return sentences
