"""Define the base of what belongs to a guide, and list the content types there are.

What a content type is declared with is imported from here.
"""

from django.apps import apps
from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from careerguide.caching.dependencies import SITE, depends_on
from careerguide.http.paths import path_of

from .publishable import Publishable
from .querysets import GuideContentQuerySet
from .skeletons import skeleton_values
from .tags import Extent, of_anything_in, of_guide, of_guides, of_item, of_kind
from .time_zone import EditorZone  # noqa: F401  a model of this app
from .validation import published_needs
from .visibility import Status

__all__ = ["GuideContent", "Publishable", "Status", "content_models", "published_needs"]


class GuideContent(Publishable):
    """Content that belongs to a career's guide, and is public only with it.

    A model declares in `guide` where readers meet it: see `sections.GuideSection`.
    """

    guide = None
    found_by = ("career_id", "slug")

    admin_group = _("Guides")
    group_permissions = Publishable.group_permissions | {"Author": ("view", "add")}

    career = models.ForeignKey(
        "careerguide.Career",
        models.PROTECT,
        verbose_name=_("career"),
        db_index=False,  # the one below begins with it
        help_text=_("The guide this belongs to."),
    )
    order = models.PositiveIntegerField(
        _("order"), default=0, help_text=_("Its place in lists: 1 comes first.")
    )

    objects = GuideContentQuerySet.as_manager()

    class Meta(Publishable.Meta):
        abstract = True
        ordering = ["order", "pk"]
        indexes = [
            *Publishable.Meta.indexes,
            # What `published()` asks of an item: lists count by it alone.
            models.Index(
                fields=["career", "status", "publish_at", "unpublish_at"],
                name="%(class)s_of_guide",
            ),
            models.Index(
                fields=["-content_updated_on", "slug"],
                condition=Q(status=Status.PUBLISHED),
                name="%(class)s_by_update",
            ),
        ]

    @classmethod
    def from_db(cls, db, field_names, values):
        # A set, in which Django looks each of its forty fields up.
        item = super().from_db(db, frozenset(field_names), values)
        key = item.__dict__.get("career_id")
        if key is None:
            depends_on(SITE)
        elif cls.inner_fields().isdisjoint(field_names):
            depends_on(of_guide(cls, key))
        else:  # which is public only with its career
            career = cls._meta.get_field("career").related_model
            depends_on(of_item(cls, item.pk), of_guide(career, key))
        return item

    def get_absolute_url(self):
        return path_of(f"{self._meta.app_label}:detail", self.slug)

    @classmethod
    def published_condition(cls, now):
        return cls.live_condition(now) & cls.live_condition(now, "career__")

    @classmethod
    def indexed_condition(cls):
        return super().indexed_condition() & Q(career__status=Status.PUBLISHED)

    @property
    def print_id(self):
        """Its id on the page of a whole guide, unlike that of any other item."""
        return f"{self._meta.model_name}-{self.slug}"

    def career_keys(self):
        return (self.career_id,)

    def career_of_feed(self):
        return getattr(self, "career", None)  # a draft may have none yet

    def change_tags(self, extent):
        model, career = type(self), self.career_id
        tags = {of_item(model, self.pk), of_anything_in(career)}
        if extent <= Extent.GUIDE:
            tags |= {of_guide(model, career), of_guides(model)}
        if extent <= Extent.ANYWHERE:
            tags.add(of_kind(model))
        return tags

    def skeleton(self, career):
        """Return a new item of this kind for another career, without what it says."""
        return type(self)(career=career, **skeleton_values(self, career))

    def is_published_at(self, moment):
        return super().is_published_at(moment) and self.career.is_published_at(moment)

    def clean(self):
        super().clean()
        if self.status == Status.PUBLISHED and self._is_of_a_career_in_trash():
            sentence = _("“%s” is in the trash: choose another, or have it taken out.")
            raise ValidationError({"career": sentence % self.career})

    def _is_of_a_career_in_trash(self):
        try:
            return self.career.trashed_at is not None
        except ObjectDoesNotExist:  # which is an error of its own
            return False

    @classmethod
    def prepare_clean(cls, items):
        super().prepare_clean(items)
        keys = {item.career_id for item in items}
        careers = cls._meta.get_field("career").related_model.objects.in_bulk(keys)
        for item in items:
            if item.career_id in careers:
                item.career = careers[item.career_id]

    def natural_key(self):
        return (self.slug,)

    natural_key.dependencies = ["careerguide.career"]


def tags_of_career(career, key):
    """Return the tags that a change of a career, a model and its key, concerns."""
    kinds = [model for model in content_models() if issubclass(model, GuideContent)]
    guide = {of_guide(model, key) for model in (career, *kinds)}
    return guide | {of_kind(career), of_anything_in(key)}


def content_models():
    """Return every content model; what belongs to a career comes before careers."""
    found = [m for m in apps.get_models() if issubclass(m, Publishable)]
    return sorted(found, key=lambda model: not issubclass(model, GuideContent))
