"""Judge which of some numbers can be compared, and say why others cannot."""

from dataclasses import dataclass, field
from itertools import combinations

from django.utils.translation import gettext as _

from careerguide.languages.writing import isolated

from .traits import TRAITS


@dataclass
class Verdict:
    """`groups` are the facts that can be compared with each other, two or more.

    `apart` has for each fact those that it cannot be compared with, and `why` the pairs
    that each trait separates.
    """

    groups: list = field(default_factory=list)
    apart: dict = field(default_factory=dict)
    why: dict = field(default_factory=dict)

    def pairs(self, trait):
        """Return the pairs of careers that a trait separates."""
        return {(a.place_of, b.place_of) for a, b in self.why.get(trait, ())}


def judge(facts):
    """Return the Verdict on the facts of some careers, each pair of them judged."""
    verdict = Verdict(apart={fact: [] for fact in facts})
    for one, other in combinations(facts, 2):
        traits = [trait for trait in TRAITS if trait.separates(one, other)]
        for trait in traits:
            verdict.why.setdefault(trait, []).append((one, other))
        if traits:
            verdict.apart[one].append(other)
            verdict.apart[other].append(one)
    verdict.groups = _groups(facts, verdict.apart)
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


def shared_reasons(verdicts):
    """Return the traits that separate the same careers in all lines, with a sentence.

    In a line that has not all of these careers, those that it has.
    """
    found = {}
    for trait in TRAITS:
        pairs = set().union(*(verdict.pairs(trait) for verdict in verdicts))
        everywhere = all(
            pairs & _pairs_of(verdict) <= verdict.pairs(trait) for verdict in verdicts
        )
        if pairs and everywhere:
            facts = [
                fact for v in verdicts for pair in v.why.get(trait, ()) for fact in pair
            ]
            words = {(fact.place_of, trait.words(fact)) for fact in facts}
            if len(words) == len({place for place, _words in words}):
                found[trait] = _sentence(trait, facts)
    return found


def own_reasons(verdict, shared):
    """Return sentences on what separates the facts of a line, each once."""
    return list(
        dict.fromkeys(
            _sentence(trait, [fact for pair in verdict.why[trait] for fact in pair])
            for trait in TRAITS
            if trait in verdict.why and trait not in shared
        )
    )


def _pairs_of(verdict):
    places = sorted(fact.place_of for fact in verdict.apart)
    return set(combinations(places, 2))


def _sentence(trait, facts):
    by_place = {fact.place_of: fact for fact in facts}
    by_words = {}
    for _place, fact in sorted(by_place.items()):
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
