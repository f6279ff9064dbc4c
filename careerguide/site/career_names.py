"""Know published careers by all their names, in the form that addresses have."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from difflib import get_close_matches

from django.utils.text import slugify

from careerguide.languages.folding import fold
from careerguide.models import Career
from careerguide.publishing.public.until_change import until_change

BYTES_OF_FORM = 300  # about
MOST_WORDS = 8  # of an address that are looked at
MOST_ALIKE = 100  # words that are compared with one that nobody knows
MOST_FORMS = 400  # that a word may stand in: others tell more
ALIKE = 0.75


@dataclass(frozen=True)
class CareerNames:
    """`by_form` tells which careers a form means: {slug: the name as it is written}."""

    by_form: dict
    words: dict  # the forms in which a word stands
    by_initial: dict  # words by their first letter

    def meant_by(self, form):
        return self.by_form.get(form.lower(), {})

    def like(self, slug, limit):
        """Return at most `limit` forms that share words with a slug, best first.

        A word that no name has counts as the one most like it of the same initial.
        """
        found = Counter()
        for word in slug.lower().split("-")[:MOST_WORDS]:
            forms = self.words.get(word) or self.words.get(self._nearest(word), ())
            if len(forms) <= MOST_FORMS:
                found.update(dict.fromkeys(forms, len(word)))
        return [form for form, _letters in found.most_common(limit)]

    def _nearest(self, word):
        alike = self.by_initial.get(word[:1], ()) if len(word) > 3 else ()
        alike = [other for other in alike if abs(len(other) - len(word)) < 3]
        return next(iter(get_close_matches(word, alike[:MOST_ALIKE], 1, ALIKE)), None)


def career_names():
    """Return the CareerNames of what readers see now."""
    return until_change("career names", _read, _weigh)


def _read():
    by_form, words = defaultdict(dict), defaultdict(set)
    careers = Career.objects.published().only("slug", "name", "other_names")
    for career in careers.order_by("pk"):
        for name in (career.name, *career.other_name_list):
            for form in {slugify(name), slugify(fold(name))} - {""}:
                by_form[form].setdefault(career.slug, name)
    by_initial = defaultdict(list)
    for form in by_form:
        for word in form.split("-"):
            words[word].add(form)
    for word in sorted(words):
        by_initial[word[:1]].append(word)
    return CareerNames(dict(by_form), dict(words), dict(by_initial))


def _weigh(names):
    return BYTES_OF_FORM * len(names.by_form)
