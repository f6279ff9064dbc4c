"""Define what a check of content is, and what it finds: a sentence with its passage.

A content type declares checks of its own in `checks`; an app that knows more of any
item, such as what stands in others of its guide, registers a finder.
"""

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256

from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Check:
    """A check by its name, which commands and addresses use.

    `find(reading)` yields Findings of an item, see `findings.Reading`; a check without
    one is found with others, by the pass over the texts.
    """

    name: str
    title: str
    find: Callable | None = None


@dataclass(frozen=True)
class Finding:
    """Something to look at in an item. `what` is the passage: it says which one it is.

    `line` is where it stands now, 0 if nowhere; `blocks`: it may not be published so.
    """

    check: str
    field: str
    sentence: str
    what: str = ""
    line: int = 0
    blocks: bool = False

    @classmethod
    def of_fault(cls, check, field, fault):
        return cls(check, field, fault.sentence, fault.what, fault.line, fault.blocks)

    @property
    def key(self):
        """The same wherever the passage stands in its field."""
        passage = " ".join(self.what.split())
        named = "\n".join((self.check, self.field, passage))
        return sha256(named.encode(errors="replace")).hexdigest()[:20]

    def label_in(self, model):
        return capfirst(model._meta.get_field(self.field).verbose_name)

    def named(self, model):
        """The sentence, with the name of its field."""
        return f"{self.label_in(model)}: {self.sentence}"


BROKEN_LINK = "broken-link"
BROKEN_TIE = "broken-tie"
BROKEN_ELSEWHERE = "external-link"
LINK_FORM = "link-form"
MARKS = "marks"
REPEATED = "repeated-passage"
NEEDED = "needed"
NO_SUMMARY = "no-summary"
NO_REVIEW = "no-review-date"
AT_FIELDS = frozenset({BROKEN_LINK, BROKEN_TIE, LINK_FORM, MARKS})  # by a form, too
SAMPLE = "sample-text"
UNFINISHED = frozenset({SAMPLE, "todo"})
BROKEN = frozenset({BROKEN_LINK, BROKEN_TIE, BROKEN_ELSEWHERE})

# Of every content type. The names of faults of `markup.checks.advice` are their kinds.
COMMON = (
    Check(BROKEN_LINK, _("Links to pages of this site that lead nowhere")),
    Check(BROKEN_TIE, _("Tables and numbers that texts name and that are not there")),
    Check(BROKEN_ELSEWHERE, _("Links to other sites that do not answer")),
    Check(LINK_FORM, _("Links by an old address, or one that works on one page only")),
    Check(MARKS, _("Marks that readers would see, or read another way")),
    Check("picture-description", _("Pictures without a description")),
    Check("heading-order", _("Headings that skip a level")),
    Check(SAMPLE, _("Sample text")),
    Check("todo", _("Notes to editors")),
    Check("bare-address", _("Bare addresses")),
    Check("vague-link", _("Links that do not say where they lead")),
    Check("long-sentence", _("Very long sentences")),
    Check(REPEATED, _("The same passage twice")),
    Check(NEEDED, _("Nothing where readers need something")),
    Check(NO_SUMMARY, _("No summary")),
    Check(NO_REVIEW, _("No day of review")),
)


def checks_of(model):
    """Return the Checks of a content type, by name."""
    return {check.name: check for check in (*COMMON, *model.checks)}


def all_checks(models):
    """Return every Check there is, by name."""
    return {name: check for model in models for name, check in checks_of(model).items()}


def long_text(field, most):
    """Return a Check: a text of more than so many words is long for an answer."""

    def find(reading):
        words = reading.advice[field].words if field in reading.advice else 0
        if words > most:
            sentence = _(
                "It has %(count)d words: answers of more than %(most)d are rarely read "
                "to their end. Link to an article, or make two questions of it."
            )
            named = {"count": words, "most": most}
            yield Finding("long-answer", field, sentence % named)

    return Check("long-answer", _("Very long answers"), find)
