"""Find live careers that name related ones that readers do not see."""

from django.utils.translation import ngettext

from careerguide.publishing.models.related import OldSlug

from .careers import Career


def missing_related(model, items):
    """A sentence for each of the live items that names such careers."""
    if model is not Career:
        return {}
    named = {career: set(career.related_slugs) for career in items}
    shown = _shown(set().union(*named.values()))
    found = {}
    for career, of_career in named.items():
        if count := len(of_career - shown):
            sentence = ngettext(
                "Names a related career that readers do not see.",
                "Names %(count)d related careers that readers do not see.",
                count,
            )
            found[career] = sentence % {"count": count}
    return found


def _shown(slugs):
    """Those of the slugs by which readers find a career, its old ones among them."""
    slugs = {slug for slug in slugs if "\x00" not in slug}  # PostgreSQL's refusal
    if not slugs:
        return slugs
    careers = Career.objects.published()
    found = {*careers.filter(slug__in=slugs).values_list("slug", flat=True)}
    old = OldSlug.objects.of_model(Career).filter(slug__in=slugs - found)
    old = dict(old.values_list("slug", "object_id"))
    live = {*careers.filter(pk__in=old.values()).values_list("pk", flat=True)}
    return found | {slug for slug, pk in old.items() if pk in live}
