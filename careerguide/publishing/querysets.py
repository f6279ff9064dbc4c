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

    def by_topic(self):
        """Career by career, and in each the topics in the order they first appear."""
        first = models.Window(models.Min("order"), partition_by=["career_id", "topic"])
        return self.annotate(topic_order=first).order_by(
            "career__order", "career__name", "topic_order", "topic", "order", "pk"
        )

    def with_words(self, words):
        """Items in whose `word_fields`, or career, every one of `words` stands."""
        for word in words:
            anywhere = models.Q()
            for field in (*self.model.word_fields, "career__name"):
                anywhere |= models.Q(**{f"{field}__icontains": word})
            self = self.filter(anywhere)
        return self

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
