"""Query all content; `published()` finds what is public, as `visibility.py` says."""

from django.db import models
from django.utils import timezone

from careerguide.caching.dependencies import depends_on
from careerguide.db.prepared import prepared

from . import reviews
from .change_notes import notes_of_rows
from .tags import of_guide

# As careers are ordered: of two of the same place and name, each stays in one piece.
BY_CAREER = ("career__order", "career__name", "career_id")


def refer_together(items):
    """Have the texts of items that a page shows load at once what they refer to.

    An item of them that another one refers to is not fetched again.
    """
    for item in items:
        item.fetched_with = items


class PublishableQuerySet(models.QuerySet):
    # What an item without texts is dated and found by.
    told_fields = ("slug", "content_updated_on", "first_published_at", "publish_at")

    def _fetch_all(self):
        """Let items know with which others they came: see `Publishable.references`."""
        is_new = self._result_cache is None
        super()._fetch_all()
        if is_new and issubclass(self._iterable_class, models.query.ModelIterable):
            refer_together(self._result_cache)

    def published(self, now=None):
        """Filter what the public sees at `now`, an aware datetime (default: now)."""
        return self.filter(self.model.published_condition(now or timezone.now()))

    def with_notes(self, now=None):
        """Load the notes of change of each item in the same query."""
        return self.annotate(stored_notes=notes_of_rows(self.model, now))

    def with_told(self, now=None):
        """Load what `told_moments` asks for, the address, and no texts."""
        return self.with_notes(now).only(*self.told_fields)

    def whole(self, now=None):
        """Load all that is shown of an item by itself, in one query."""
        return self.with_notes(now)

    def shown_at(self, slug):
        """Return the published item of this slug, whole, or None."""
        found = _shown_at(self.model, slug=slug, now=timezone.now())
        return next(iter(found), None)

    def not_trashed(self):
        """Return what is not in the trash."""
        return self.filter(trashed_at=None)

    def overdue(self):
        """Return what readers may still be shown after the day of its review."""
        return self.filter(reviews.is_overdue())

    def get_by_natural_key(self, slug):
        return self.get(slug=slug)


class GuideContentQuerySet(PublishableQuerySet):
    told_fields = (*PublishableQuerySet.told_fields, "career")

    @property
    def _careers(self):
        return self.model._meta.get_field("career").related_model

    def live(self):
        """Filter what its own status and times show, whatever its career does."""
        return self.filter(self.model.live_condition(timezone.now()))

    def for_career(self, career):
        """Filter the items of the guide of a career, given as such or by its key."""
        depends_on(of_guide(self.model, getattr(career, "pk", career)))
        return self.filter(career=career)

    def only_list_fields(self, *more):
        """Load only what lists show of items, their careers and dates, and `more`."""
        return self.only(
            *("slug", "language", self.model.title_field),
            *("content_updated_on", "review_by"),
            *("career__name", "career__slug", *self.model.short_fields, *more),
        )

    def with_career(self):
        """Load the career of each, but not its texts: it can change them alone."""
        unread = [f"career__{name}" for name in self._careers.more_inner_fields]
        return self.select_related("career").defer(*unread)

    def whole(self, now=None):
        return super().whole(now).with_career()

    def in_reading_order(self):
        """Career by career, each in its editors' order."""
        return self.order_by(*BY_CAREER, "order", "pk")

    def by_topic(self):
        """Career by career, and in each the topics in the order they first appear."""
        first = models.Window(models.Min("order"), partition_by=["career_id", "topic"])
        return self.annotate(topic_order=first).order_by(
            *BY_CAREER, "topic_order", "topic", "order", "pk"
        )

    def in_guide_order(self):
        """Topic by topic if items have topics, otherwise in reading order."""
        has_topics = hasattr(self.model, "topic")
        return self.by_topic() if has_topics else self.in_reading_order()

    def all_in_print(self, career):
        """Return what the whole guide of a career shows, in its order."""
        depends_on(of_guide(self.model, career.pk))
        return list(_in_print(self.model, career=career.pk, now=timezone.now()))

    def for_print(self, now=None):
        """Load what the whole guide shows of its items, in its order."""
        items = self.in_guide_order().with_notes(now)
        pictures = [f.name for f in self.model._meta.fields if f.name == "picture"]
        return items.select_related(*pictures) if pictures else items

    def listed(self):
        """Return what list pages show, in guide order, and load no more of it."""
        return self.only_list_fields().in_guide_order()

    def on_career_page(self, career, most):
        """Return at most so many items for the page of a career, in guide order."""
        depends_on(of_guide(self.model, career.pk))
        given = {"career": career.pk, "now": timezone.now()}
        return list(_on_career_page(self.model, most, **given))

    def first_in_guide(self, most):
        """Leave those that the page of a career shows, in whatever order, short."""
        return self.listed()[:most]

    def siblings(self, item):
        """The published items of its guide, itself among them, in order and short."""
        depends_on(of_guide(self.model, item.career_id))
        now = timezone.now()
        return list(_siblings(self.model, career=item.career_id, now=now))


@prepared(slug=models.CharField(), now=models.DateTimeField())
def _shown_at(model, slug, now):
    return model.objects.published(now).whole(now).filter(slug=slug)


@prepared(career=models.BigIntegerField(), now=models.DateTimeField())
def _siblings(model, career, now):
    return in_guide(model, career, now)


@prepared(career=models.BigIntegerField(), now=models.DateTimeField())
def _on_career_page(model, most, career, now):
    guide = model.objects.published(now).filter(career=career)
    return guide.first_in_guide(most)


@prepared(career=models.BigIntegerField(), now=models.DateTimeField())
def _in_print(model, career, now):
    return model.objects.published(now).filter(career=career).for_print(now)


def in_guide(model, career, now):
    """Return the published items of a guide in order and short, to be prepared."""
    guide = model.objects.published(now).filter(career=career)
    return guide.only_list_fields().order_by("order", "pk")


def previous_and_next(item, items):
    """Return those of `items` before and after `item`, or None."""
    if item not in items:
        return None, None
    place = items.index(item)
    before = items[place - 1] if place else None
    after = items[place + 1] if place + 1 < len(items) else None
    return before, after
