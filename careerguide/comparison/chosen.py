"""Read which careers an address asks for, in their order."""

import re
from dataclasses import dataclass, field

from django.urls import reverse
from django.utils.text import slugify

from careerguide.languages.folding import fold
from careerguide.models import Career
from careerguide.publishing.public.finding import NOTHING, asked_text, find
from careerguide.site.career_names import career_names

LEAST, MOST = 2, 4
LONGEST = 2_000  # characters of a parameter that are read
MOST_READ = 20  # names that are looked for
MOST_FOUND = 8
SLUG = re.compile(r"[-\w]{1,100}")


@dataclass
class Chosen:
    """The careers that are compared, and what else was asked for.

    `unknown` are texts that no career is called by, `left_out` careers for which there
    is no room, `found` those that a name which somebody typed may mean.
    """

    careers: list = field(default_factory=list)
    unknown: list = field(default_factory=list)
    left_out: list = field(default_factory=list)
    typed: str = ""
    found: list = field(default_factory=list)
    redirect: str = ""  # the one way to write the address
    is_permanent: bool = False  # whether it leads on because a slug was changed

    @property
    def is_full(self):
        return len(self.careers) >= MOST


def read_chosen(parameters):
    """Return the Chosen careers of a QueryDict: `careers`, and a name to `add`."""
    texts = [t[:LONGEST] for t in parameters.getlist("careers")[:MOST_READ]]
    asked = asked_text({"q": ",".join(texts)}, LONGEST).split(",")
    asked = [text.strip() for text in asked if text.strip()][:MOST_READ]
    typed = asked_text({"q": parameters.get("add", "")}, 100)
    by_text, old = _by_text(asked)
    meant = {text: _meant(text) for text in asked if text not in by_text}
    careers = dict.fromkeys(by_text[text] for text in asked if text in by_text)
    slugs = [by_text[t].slug if t in by_text else meant[t] for t in asked]
    chosen = Chosen([*careers][:MOST], left_out=[*careers][MOST:], typed=typed)
    chosen.unknown = list(dict.fromkeys(text for text in meant if not meant[text]))
    if typed and (slug := _meant(typed)):
        slugs.append(slug)
        chosen.typed = ""
    slugs = list(dict.fromkeys(filter(None, slugs)))
    if chosen.typed:
        chosen.found = _found(chosen.typed, slugs)
    is_whole = not (chosen.unknown or chosen.left_out or chosen.typed)
    is_canonical = parameters.getlist("careers") in ([",".join(slugs)], [""], [])
    if is_whole and (typed or not is_canonical):
        chosen.redirect, chosen.is_permanent = address_of(slugs), old and not typed
    return chosen


def address_of(slugs):
    """Return the address of the comparison of some careers."""
    path = reverse("compare")
    return f"{path}?careers={','.join(slugs)}" if slugs else path


def _by_text(texts):
    """Careers by the texts that are their slugs, or were; whether any was."""
    forms = {text: [text, text.lower(), slugify(text)] for text in texts}
    slugs = {form for all_forms in forms.values() for form in all_forms}
    slugs = [slug for slug in slugs if SLUG.fullmatch(slug)]
    short = Career.objects.published().only("slug", "name", "other_names", "summary")
    careers = short.called(slugs)
    now = {career.slug: career for career in careers}
    before = {c.old_slug: c for c in careers if c.old_slug and c.old_slug not in now}
    found, has_old = {}, False
    for text, all_forms in forms.items():
        for by_slug in (now, before):
            career = next((by_slug[f] for f in all_forms if f in by_slug), None)
            if career and text not in found:
                found[text] = career
                has_old = has_old or by_slug is before
    return found, has_old


def _meant(text):
    """The slug of the one career that is called so, or ""."""
    for form in (slugify(text), slugify(fold(text))):
        if len(meant := career_names().meant_by(form) if form else {}) == 1:
            return next(iter(meant))
    return ""


def _found(text, slugs):
    """Careers that a search for a name finds, each with the address that adds it."""
    keys = (find(Career, text) or NOTHING).keys[:MOST_FOUND]
    careers = Career.objects.published().only("slug", "name").in_bulk(keys)
    found = [careers[key] for key in keys if key in careers]
    return [(c, address_of([*slugs, c.slug])) for c in found if c.slug not in slugs]
