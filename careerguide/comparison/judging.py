"""Judge which of some numbers can be compared, and say why others cannot."""

from dataclasses import dataclass, field
from itertools import combinations

from django.utils.translation import gettext as _

from careerguide.languages.writing import isolated

from .traits import TRAITS


@dataclass
class Verdict:
    """`groups` are the facts that can be compared with each other, two or more.

    `apart` has for each fact those that it cannot be compared with, and `reasons` are
    sentences that say of all of them why.
    """

    groups: list = field(default_factory=list)
    apart: dict = field(default_factory=dict)
    reasons: list = field(default_factory=list)


def judge(facts):
    """Return the Verdict on the facts of some careers, each pair of them judged."""
    verdict = Verdict(apart={fact: [] for fact in facts})
    found = {}
    for one, other in combinations(facts, 2):
        for trait in TRAITS:
            if trait.separates(one, other):
                found.setdefault(trait, []).append((one, other))
                if other not in verdict.apart[one]:
                    verdict.apart[one].append(other)
                    verdict.apart[other].append(one)
    verdict.groups = _groups(facts, verdict.apart)
    verdict.reasons = _reasons(found)
    return verdict


def _groups(facts, apart):
    """Each fact in the first group with all of which it can be compared."""
    groups = []
    for fact in facts:
        fitting = (g for g in groups if not any(other in apart[fact] for other in g))
        if (group := next(fitting, None)) is None:
            groups.append([fact])
        else:
            group.append(fact)
    return [group for group in groups if len(group) > 1]


def _reasons(found):
    """A sentence for each trait, in the order of the list; the same one once."""
    sentences = {}
    for trait in TRAITS:
        if pairs := found.get(trait):
            facts = sorted(
                {f for pair in pairs for f in pair}, key=lambda f: f.place_of
            )
            sentences.setdefault(_sentence(trait, facts))
    return list(sentences)


def _sentence(trait, facts):
    by_words = {}
    for fact in facts:
        by_words.setdefault(trait.words(fact), []).append(fact.who)
    values = ", ".join(
        _("%(value)s (%(names)s)")
        % {"value": isolated(words), "names": names_text(names)}
        for words, names in by_words.items()
    )
    known = {trait.key(fact) for fact in facts} - {""}
    return str(trait.differs if len(known) > 1 else trait.unknown) % values


def names_text(names):
    """Return names as a sentence lists them: A, B and C."""
    names = [isolated(name) for name in names]
    if len(names) < 2:
        return "".join(names)
    parts = {"first": ", ".join(names[:-1]), "last": names[-1]}
    return _("%(first)s and %(last)s") % parts
