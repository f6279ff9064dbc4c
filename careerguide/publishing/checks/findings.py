"""Find what to look at in an item, in one pass over its texts."""

from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from careerguide.caching.memory import digest, memory_cache
from careerguide.markup.checks.advice import advise
from careerguide.markup.checks.findings import shortened
from careerguide.markup.checks.points import points
from careerguide.markup.checks.unfinished import unfinished_lines
from careerguide.publishing.models.skeletons import has_headings_alone
from careerguide.publishing.models.texts import (
    is_plain,
    is_seen,
    markdown_fields,
    text_fields,
)

from . import links
from .finding import (
    BROKEN_LINK,
    BROKEN_TIE,
    LINK_FORM,
    MARKS,
    NEEDED,
    NO_REVIEW,
    NO_SUMMARY,
    REPEATED,
    SAMPLE,
    Finding,
)
from .plain_notation import faults_of_notation
from .texts import surveys_of

# Of links to this site: they lead where they should, by an address that may not stay.
_OF_FORM = frozenset({"old", "relative"})
_finders = []
_decorative = []


def register(find):
    """`find(reading)` yields Findings that the app of the caller knows of."""
    _finders.append(find)


def register_decorative(decorative_among):
    """`decorative_among(addresses)`: those of pictures that need no description."""
    _decorative[:] = [decorative_among]


@dataclass
class Reading:
    """What the pass over the texts of an item found."""

    item: object

    @cached_property
    def surveys(self):
        return surveys_of(self.item)

    @cached_property
    def advice(self):
        """The Advice on each Markdown text, by field."""
        fields = markdown_fields(type(self.item))
        return {f.name: _advised(getattr(self.item, f.name) or "") for f in fields}


def findings_of(item, reading=None):
    """Return the Findings of `item`, a draft or a row, in the order of its fields.

    `reading` is its Reading, where something else is asked of that, too.
    """
    reading = reading or Reading(item)
    found = [
        *_of_texts(reading),
        *_of_plain_texts(item),
        *_repeated(reading),
        *_of_fields(item),
    ]
    for check in type(item).checks:
        found += check.find(reading)
    for find in _finders:
        found += find(reading)
    once = {}
    for one in found:
        once.setdefault(one.key, one)
    places = {f.name: place for place, f in enumerate(type(item)._meta.concrete_fields)}
    # The fields of all content are declared first, and stand last in the form.
    return sorted(
        once.values(),
        key=lambda one: (one.field == "review_by", places[one.field], one.line),
    )


def _advised(text):
    return memory_cache.get(
        digest("advice", text),
        lambda: advise(text),
        lambda found: 400 * (1 + len(found.faults) + len(found.passages)),
    )


def _of_texts(reading):
    item = reading.item
    for name, survey in reading.surveys.items():
        faults = [*survey.faults]
        if name in item.bullet_fields:
            faults += points(getattr(item, name))
        for fault in faults:
            yield Finding.of_fault(MARKS, name, fault)
    for name, faults in links.faults_of_links(item, reading.surveys).items():
        for fault in faults:
            check = LINK_FORM if fault.kind in _OF_FORM else BROKEN_LINK
            yield Finding.of_fault(check, name, fault)
    for others in (item.faults_of_embeds(), faults_of_notation(item)):
        for name, faults in others.items():
            for fault in faults:
                yield Finding.of_fault(BROKEN_TIE, name, fault)
    decorative = _decorative_in(reading)
    for name, advice in reading.advice.items():
        for fault in advice.faults:
            if fault.kind != "picture-description" or fault.what not in decorative:
                yield Finding.of_fault(fault.kind, name, fault)


def _decorative_in(reading):
    """The addresses of pictures without words that need none."""
    asked = {
        fault.what
        for advice in reading.advice.values()
        for fault in advice.faults
        if fault.kind == "picture-description"
    }
    return {one for find in _decorative if asked for one in find(asked)}


def _of_plain_texts(item):
    for field in text_fields(type(item)):
        text = getattr(item, field.name)
        if isinstance(text, str) and text and is_plain(field):
            for fault in unfinished_lines(text.split("\n")):
                yield Finding.of_fault(fault.kind, field.name, fault)


def _repeated(reading):
    """Passages that stand twice in the item itself."""
    known = {}
    for name, advice in reading.advice.items():
        for passage in advice.passages:
            if passage.digest in known:
                sentence = _("Line %(line)d: “%(text)s” stands in this item twice.")
                named = {"line": passage.line, "text": shortened(passage.text)}
                sentence %= named
                yield Finding(REPEATED, name, sentence, passage.text, passage.line)
            known[passage.digest] = name


def _of_fields(item):
    """What a field lacks that every item should have."""
    names = {field.name for field in item._meta.concrete_fields}
    for name in sorted({*item.needed_to_publish()} - {"summary"}):
        if not is_seen(item, name):
            sentence = _("Readers would see nothing of this.")
            yield Finding(NEEDED, name, sentence, blocks=True)
        elif has_headings_alone(item, name):
            sentence = _("These are headings alone, with nothing below them.")
            yield Finding(SAMPLE, name, sentence)
    if "summary" in names and not item.summary.strip():
        sentence = _("Lists and search engines have nothing to show below its title.")
        yield Finding(NO_SUMMARY, "summary", sentence)
    if item.review_by is None:
        sentence = _("Nobody will be asked whether it is still correct.")
        yield Finding(NO_REVIEW, "review_by", sentence)
