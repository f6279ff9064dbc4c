"""Query careers: those that another one names, or is shown with."""

from django.db.models import Case, OuterRef, Q, Subquery, Value, When

from careerguide.caching.dependencies import depends_on
from careerguide.publishing.models.querysets import PublishableQuerySet
from careerguide.publishing.models.related import OldSlug
from careerguide.publishing.models.tags import of_kind

MOST_OF_GROUP = 4


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
        # What is live under a slug comes before what had it once.
        careers = self.filter(
            Q(slug__in=slugs) | Q(pk__in=old.values("object_id"))
        ).annotate(old_slug=of_career)
        by_slug = {career.old_slug: career for career in careers}
        by_slug |= {career.slug: career for career in careers}
        found = dict.fromkeys(by_slug.get(slug) for slug in slugs)
        return [career for career in found if career]

    def related_to(self, career):
        """Return those that its editors chose, or else the next of its group."""
        depends_on(of_kind(self.model))
        others = self.exclude(pk=career.pk).only("slug", "name", "summary", "language")
        if chosen := others.called(career.related_slugs):
            return chosen
        if career.group_id is None:
            return []
        after = Q(order__gt=career.order) | Q(order=career.order, name__gt=career.name)
        of_group = others.filter(group=career.group_id)
        # The list goes round, or the first of a group would stand beside all others.
        goes_on = Case(When(after, then=Value(0)), default=Value(1))
        return [*of_group.order_by(goes_on, "order", "name", "pk")[:MOST_OF_GROUP]]
