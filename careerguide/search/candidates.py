"""Ask the database for sections that may be what was looked for."""

from itertools import product

from django.contrib.contenttypes.models import ContentType

from careerguide.publishing.models.content import GuideContent

from .backends import backend
from .documents import career_model, searchable_models
from .groups import any_of

CANDIDATES = 60  # sections that the database gives
LEAST_ASKED = 1 / 3  # of the words of a query, where not all of them have to match
MOST_CHOSEN_FROM = 6  # of its words, where it has more than any section
MOST_TRIES = 16
ENOUGH = 3  # pages, before those that have most of the words are asked for
LACKING = 0.15  # less for these beside those that have all


class Candidates:
    """What the database finds for a plan."""

    def __init__(self, plan, filters):
        self.plan, self.filters, self.engine = plan, filters, backend()
        self.required = plan.required
        self.known = [group for group in self.required if group.is_known]
        self.hints = [group for group in plan.hints if group.is_known]
        self.documents, self.failed, self.tries = set(), [], MOST_TRIES

    def hits(self):
        """Yield hits, the groups that each of them has, and how much less they count.

        First what has every word, then what has all that say something. Where a name
        was asked for, what has the name and any other word may fit better than a text
        that has all of them, and where none has, as well. Until there are `ENOUGH`
        pages, those that have most of the words are asked for: which these are is the
        same on both databases.
        """
        plan, required = self.plan, self.required
        if plan.is_of_site and not (self.filters.content_types or self.filters.careers):
            yield from self._of_site()
        if len(plan.telling) > len(required):
            yield from self._all_of(plan.telling)
        found = []
        if len(self.known) == len(required):
            found = [*self._all_of(required)]
            yield from found
        yield from self._of_form(bool(found))
        yield from self._of_name(bool(found))
        asks_career = plan.is_occupation or plan.is_of_guide
        if asks_career and not self.filters.content_types:
            yield from self._careers()
        if len(self.documents) < ENOUGH:
            yield from self._most(bool(found))

    def _find(self, asked, filters=None):
        keys = {*map(id, asked)}
        if not (asked or filters):  # nothing says anything
            return []
        if self.tries < 1 or any(keys >= one for one in self.failed):
            return []
        self.tries -= 1
        groups = [group.phrases for group in asked]
        hits = self.engine.find(groups, filters or self.filters, CANDIDATES)
        if not hits:
            self.failed.append(keys)
        self.documents.update(hit.document for hit in hits)
        return hits

    def _all_of(self, asked):
        if hits := self._find(asked):
            yield hits, asked, 0

    def _of_site(self):
        """Pages about the site that have any of the words."""
        known = [group for group in self.plan.telling if group.is_known]
        known += self.hints
        if not known:  # “is this site free”: only what points at it is known
            known = [group for group in self.plan.groups if group.is_known]
        of_site = self.filters._replace(content_types=site_types())
        if known and (hits := self._find([any_of(known)], of_site)):
            yield hits, [], 0

    def _of_form(self, has_all):
        """What the form of a question asks for, where no word of it does."""
        names = [group for group in self.known if group.is_name]
        says_little = all(g.is_name or g.is_light or g.is_stop_word for g in self.known)
        if not says_little or not self.hints:
            return
        if hits := self._find([*names, any_of(self.hints)]):
            yield hits, names, LACKING if has_all else 0

    def _of_name(self, has_all):
        names = [group for group in self.known if group.is_name]
        others = [group for group in self.known if not group.is_name]
        if not names or not others or (has_all and len(others) + len(self.hints) < 2):
            return
        if hits := self._find([*names, any_of([*others, *self.hints])]):
            yield hits, names, 0

    def _careers(self):
        """Careers of which a name was asked for, by whatever word for their people."""
        names = [group for group in self.known if group.is_name]
        careers = self.filters._replace(content_types=career_types())
        if hits := self._find(names, careers):
            yield hits, names, 0

    def _most(self, has_all):
        """What has most of the words, beside what has all."""
        choices = _choices(self.known, self.required)
        if self.documents:  # of the career that was named, or of any
            names = [group for group in self.known if group.is_name]
            choices = [one for one in choices if _has(one, names)]
        for place, asked in enumerate(choices[1:] if has_all else choices):
            if hits := self._find(asked):
                yield hits, asked, LACKING if has_all else 0
                if len(self.documents) >= ENOUGH:
                    return
            if place == 0:
                for pair in _pairs(self.known):
                    self._find(pair)


def site_types():
    """Return the content types of what belongs to no career."""
    models = [
        model
        for model in searchable_models()
        if not issubclass(model, GuideContent) and model is not career_model()
    ]
    types = ContentType.objects.get_for_models(*models).values()
    return tuple(sorted(one.pk for one in types))


def career_types():
    return (ContentType.objects.get_for_model(career_model()).pk,)


def _choices(known, required):
    """Lists of groups to ask for in turn: most of them first, then of most weight."""
    least = max(1, LEAST_ASKED * len(required))
    some = sorted(known, key=_telling)[:MOST_CHOSEN_FROM]
    choices = [
        [group for group, is_kept in zip(some, kept, strict=True) if is_kept]
        for kept in product((True, False), repeat=len(some))
    ]
    choices = [choice for choice in choices if len(choice) >= least]
    choices.sort(
        key=lambda choice: (
            -len(choice),
            -sum(group.is_name for group in choice),
            sum(map(_rarest, choice)),
        )
    )
    if len(known) > len(some):
        choices.insert(0, known)
    return choices


def _has(choice, groups):
    return {*map(id, choice)}.issuperset(map(id, groups))


def _pairs(known):
    """The rarest group with each other one: what it never stands with.

    Where several words are too many, it is most likely one of them.
    """
    rarest, *others = sorted(known, key=_rarest)[:MOST_CHOSEN_FROM]
    return [[rarest, other] for other in others] if len(others) > 2 else []


def _telling(group):
    """Words of names first: they say whose guide is asked for."""
    return not group.is_name, -group.weight


def _rarest(group):
    return -group.weight
