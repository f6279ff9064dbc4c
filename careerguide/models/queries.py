"""Query careers: those that another one names."""

from django.db.models import OuterRef, Q, Subquery

from careerguide.publishing.models.querysets import PublishableQuerySet
from careerguide.publishing.models.related import OldSlug


class CareerQuerySet(PublishableQuerySet):
    def whole(self, now=None):
        return super().whole(now).select_related("picture")

    def called(self, slugs):
        """Return the careers that have these slugs, or had them, in their order."""
        slugs = [slug for slug in slugs if "\x00" not in slug]  # PostgreSQL's refusal
        if not slugs:
            return []
        old = OldSlug.objects.of_model(self.model).filter(slug__in=slugs)
        of_career = Subquery(old.filter(object_id=OuterRef("pk")).values("slug")[:1])
        careers = self.filter(
            Q(slug__in=slugs) | Q(pk__in=old.values("object_id"))
        ).annotate(old_slug=of_career)
        return in_order(careers, slugs)


def in_order(careers, slugs):
    """Return those of the slugs, each once; `old_slug` is what one had of them.

    What is live under a slug comes before what had it once.
    """
    by_slug = {career.old_slug: career for career in careers}
    by_slug |= {career.slug: career for career in careers}
    found = dict.fromkeys(by_slug.get(slug) for slug in slugs)
    return [career for career in found if career]
