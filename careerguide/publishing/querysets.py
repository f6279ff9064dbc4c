"""Queries all content shares; `published()` is the one definition of public."""

from django.db import models
from django.utils import timezone


class PublishableQuerySet(models.QuerySet):
    def published(self, now=None):
        """What the public sees at `now`, an aware datetime: by default this moment."""
        return self.filter(self.model.published_condition(now or timezone.now()))

    def kept(self):
        """What is not in the trash."""
        return self.filter(trashed_at=None)

    def get_by_natural_key(self, slug):
        return self.get(slug=slug)


class GuideContentQuerySet(PublishableQuerySet):
    def for_career(self, career):
        return self.filter(career=career)

    def with_career(self):
        return self.select_related("career")

    def in_reading_order(self):
        """Career by career, each in its editors' order."""
        return self.order_by("career__order", "career__name", "order", "pk")

    def neighbours(self, item):
        """The published items before and after `item` in its career, or None."""
        siblings = list(
            self.published()
            .filter(career_id=item.career_id)
            .order_by("order", "pk")
            .only("slug", self.model.title_field)
        )
        if item not in siblings:
            return None, None
        place = siblings.index(item)
        before = siblings[place - 1] if place else None
        after = siblings[place + 1] if place + 1 < len(siblings) else None
        return before, after
