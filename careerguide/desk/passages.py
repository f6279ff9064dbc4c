"""Know which paragraphs the texts of a guide have, to find those in two of them."""

from django.db.models import Q
from django.utils.translation import gettext as _

from careerguide.markup.checks.findings import shortened
from careerguide.publishing.checks.finding import REPEATED, Finding
from careerguide.publishing.models.related import key_of

from .models import ItemFacts


def of(reading):
    """Return the digests of the paragraphs of an item, in order."""
    texts = reading.advice.values()
    return [*dict.fromkeys(one.digest for text in texts for one in text.passages)]


def kept_of(item):
    """Return the digests that the facts of `item` have so far."""
    kept = ItemFacts.objects.of(item).values_list("passages", flat=True).first()
    return {*(kept or "").split()}


def repeated_elsewhere(reading):
    """Yield a Finding for each passage that another text of the guide has, too."""
    item, mine = reading.item, {}
    for name, advice in reading.advice.items():
        for passage in advice.passages:
            mine.setdefault(passage.digest, (name, passage))
    if not mine:
        return
    for title, kept in _others(item, _careers_of(item)).values_list(
        "title", "passages"
    ):
        for digest in mine.keys() & {*kept.split()}:
            name, passage = mine.pop(digest)
            sentence = _("Line %(line)d: “%(text)s” stands in “%(other)s”, too.")
            text = shortened(passage.text)
            sentence %= {"line": passage.line, "text": text, "other": shortened(title)}
            yield Finding(REPEATED, name, sentence, passage.text, passage.line)


def make_stale(item, digests):
    """Have read again what has one of these paragraphs that came or went."""
    if not digests:
        return
    careers = {*_careers_of(item)}
    careers |= {*ItemFacts.objects.of(item).values_list("career_id", flat=True)}
    others = _others(item, careers).values_list("pk", "passages")
    found = [pk for pk, kept in others if digests & {*kept.split()}]
    if found:
        ItemFacts.objects.filter(pk__in=found).update(is_stale=True)


def _careers_of(item):
    return [*item.career_keys()][:1] or [None]


def _others(item, careers):
    within = Q(career__in=[key for key in careers if key])
    if None in careers:
        within |= Q(career=None)
    own = Q(**key_of(item)) if item.pk else Q(pk=None)
    return ItemFacts.objects.filter(within).exclude(own).exclude(passages="")
