"""Define the career, which every guide is about."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from careerguide.caching.dependencies import depends_on
from careerguide.http.paths import path_of
from careerguide.publishing.models.content import (
    Publishable,
    published_needs,
    tags_of_career,
)
from careerguide.publishing.models.search_text import SearchText
from careerguide.publishing.models.tags import (
    Extent,
    of_anything_in,
    of_guide,
    of_item,
)

from .queries import CareerQuerySet

MOST_RELATED = 6


class Career(Publishable):
    title_field = "name"
    found_by = ("name", "slug", "order", "group_id", "is_featured")
    more_inner_fields = ("summary",)  # which pages of its guide do not load
    document_kind = "career"
    related_field = "related"  # slugs of other careers: what hides one names this
    search = SearchText(names="other_names", text=("summary",), weight=0.15)
    admin_group = _("Guides")
    schema_type = "Occupation"
    schema_is_of_page = False

    name = models.CharField(
        _("name"),
        max_length=100,
        help_text=_(
            "In the singular, as a job advert says it: Machine Learning Engineer."
        ),
    )
    slug = models.SlugField(
        _("slug"),
        max_length=100,
        unique=True,
        help_text=_("Its part of the address: machine-learning-engineer."),
    )
    other_names = models.CharField(
        _("other names"),
        max_length=300,
        blank=True,
        help_text=_("What else people call it, separated by commas: ML engineer."),
    )
    summary = models.TextField(
        _("summary"),
        max_length=400,
        blank=True,
        help_text=_("One or two sentences for cards and search results."),
    )
    picture = models.ForeignKey(
        "library.Image",
        models.PROTECT,
        verbose_name=_("picture"),
        null=True,
        blank=True,
        related_name="+",
    )
    group = models.ForeignKey(
        "careerguide.CareerGroup",
        models.PROTECT,
        verbose_name=_("field of work"),
        null=True,
        blank=True,
        help_text=_("Where readers of a long list look for it."),
    )
    # Slugs, in the editors' order: a draft holds them as it holds a text. See docs/adr.
    related = models.JSONField(
        _("related careers"),
        default=list,
        blank=True,
        help_text=_(
            "What readers of this guide may also want, in this order. Without any, "
            "others of its field of work are shown."
        ),
    )
    is_featured = models.BooleanField(
        _("editors’ choice"),
        default=False,
        help_text=_("Shown on the home page where there are too many for all of them."),
    )
    order = models.PositiveIntegerField(
        _("order"), default=0, help_text=_("Its place in lists: 1 comes first.")
    )

    objects = CareerQuerySet.as_manager()

    class Meta(Publishable.Meta):
        verbose_name = _("career")
        verbose_name_plural = _("careers")
        ordering = ["order", "name", "pk"]
        indexes = [
            *Publishable.Meta.indexes,
            models.Index(fields=["order", "name"], name="career_by_place"),
        ]
        constraints = [
            *Publishable.Meta.constraints,
            published_needs("name", "summary"),
        ]

    @classmethod
    def from_db(cls, db, field_names, values):
        career = super().from_db(db, field_names, values)
        depends_on(of_guide(cls, career.pk))
        if not cls.inner_fields().isdisjoint(field_names):
            depends_on(of_item(cls, career.pk))
        return career

    def career_keys(self):
        return (self.pk,)

    def change_tags(self, extent):
        own = {of_item(type(self), self.pk), of_anything_in(self.pk)}
        if extent == Extent.ITEM:
            return own
        if extent == Extent.GUIDE:  # its guide's pages have loaded it
            return own | {of_guide(type(self), self.pk)}
        return own | tags_of_career(type(self), self.pk)

    def get_absolute_url(self):
        return path_of("career_detail", self.slug)

    def career_of_feed(self):
        return self

    def schema_properties(self, absolute):
        names = self.other_name_list
        return {"alternateName": names} if names else {}

    def clean(self):
        super().clean()
        slugs = self.related
        if not isinstance(slugs, list) or not all(isinstance(s, str) for s in slugs):
            raise ValidationError({"related": _("Choose careers from the list.")})
        if len(slugs) > MOST_RELATED:
            sentence = _("Choose %d at most: these are the ones that matter most.")
            raise ValidationError({"related": sentence % MOST_RELATED})
        if self.slug in slugs:
            sentence = _("A career is not related to itself: choose others.")
            raise ValidationError({"related": sentence})

    @property
    def other_name_list(self):
        return [name.strip() for name in self.other_names.split(",") if name.strip()]

    @property
    def related_slugs(self):
        """The slugs of `related`; of a fixture, whatever that may hold."""
        slugs = self.related if isinstance(self.related, list) else []
        return [slug for slug in slugs if isinstance(slug, str)]
