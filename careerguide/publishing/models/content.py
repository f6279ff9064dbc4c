"""Define the abstract base of all content: a status, its dates, and who wrote it."""

from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.fields import GenericRelation
from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from careerguide import markup
from careerguide.publishing.checks import live_faults
from careerguide.publishing.checks import texts as text_faults

from . import texts
from .expressions import IsLive
from .history import Revision
from .querysets import GuideContentQuerySet, PublishableQuerySet
from .related import OldSlug, Plan, Presence, PreviewLink, WorkingCopy
from .time_zone import EditorZone  # noqa: F401  a model of this app
from .visible_text import faults_of_unseen


class Status(models.TextChoices):
    DRAFT = "draft", _("Draft")
    PUBLISHED = "published", _("Published")
    ARCHIVED = "archived", _("Archived")


def published_needs(*fields):
    """Return a named constraint: what is published has these text fields filled in."""
    filled = Q(*[(f"{field}__gt", "") for field in fields])
    return models.CheckConstraint(
        name="%(app_label)s_%(class)s_published_needs_text",
        condition=Q(filled, ~Q(status=Status.PUBLISHED), _connector=Q.OR),
    )


class Publishable(models.Model):
    """Content with a status and a schedule, decided at read time by the clock.

    The row holds what was published last: only `drafts.actions` writes it. What editors
    work on is in its draft, or, until the first publication, in the row. A model names
    its text field for headings and lists in `title_field`, and in `short_fields` what
    lists say beside it.
    """

    DRAFT, PUBLISHED, ARCHIVED = Status

    title_field = "title"
    short_fields = ()
    search = None  # what searches find of it: see `search_text.SearchText`
    held_with_it = ()  # what was planned to show it, where a change has held that
    admin_group = _("The site")  # of the admin's menu
    # An author changes drafts of their own, which takes no right to change others'.
    group_permissions = {
        "Author": ("view",),
        "Editor": ("view", "add", "change"),
        "Publisher": ("view", "add", "change", "publish", "delete"),
    }

    status = models.CharField(
        _("status"),
        max_length=10,
        choices=Status.choices,
        default=Status.DRAFT,
        help_text=_("Readers see only what is published."),
    )
    publish_at = models.DateTimeField(
        _("publish at"),
        null=True,
        blank=True,
        help_text=_("Published from this moment on. Leave empty for at once."),
    )
    unpublish_at = models.DateTimeField(
        _("unpublish at"),
        null=True,
        blank=True,
        help_text=_("Hidden from this moment on. Leave empty to keep it published."),
    )
    first_published_at = models.DateTimeField(null=True, blank=True, editable=False)
    content_updated_on = models.DateField(
        _("content updated on"),
        null=True,
        blank=True,
        help_text=_(
            "Shown to readers. Change it when the facts changed, "
            "not for a typing error."
        ),
    )
    review_by = models.DateField(
        _("review by"),
        null=True,
        blank=True,
        help_text=_("The day by which somebody should check that this is still true."),
    )
    version = models.PositiveIntegerField(default=1, editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )
    modified_at = models.DateTimeField(default=timezone.now, editable=False)
    modified_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )

    trashed_at = models.DateTimeField(null=True, blank=True, editable=False)

    # What goes when the row goes.
    working_copies = GenericRelation(WorkingCopy)
    plans = GenericRelation(Plan)
    old_slugs = GenericRelation(OldSlug)
    preview_links = GenericRelation(PreviewLink)
    presences = GenericRelation(Presence)
    history = GenericRelation(Revision)

    objects = PublishableQuerySet.as_manager()

    class Meta:
        abstract = True
        default_permissions = ("add", "change", "delete", "view", "publish")
        # Few items have these, and every process asks for the next one each second.
        indexes = [
            models.Index(
                name=f"%(class)s_by_{field}",
                fields=[field],
                condition=Q(**{f"{field}__isnull": False}),
            )
            for field in ("publish_at", "unpublish_at")
        ]
        constraints = [
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_status_is_known",
                condition=Q(status__in=Status.values),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_published_needs_dates",
                condition=~Q(status=Status.PUBLISHED)
                | Q(first_published_at__isnull=False, content_updated_on__isnull=False),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_unpublish_follows_publish",
                condition=Q(publish_at=None)
                | Q(unpublish_at=None)
                | Q(unpublish_at__gt=models.F("publish_at")),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_has_a_slug", condition=Q(slug__gt="")
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_trash_is_not_published",
                condition=~Q(status=Status.PUBLISHED) | Q(trashed_at=None),
            ),
        ]

    def __str__(self):
        return getattr(self, self.title_field)

    @classmethod
    def live_condition(cls, now, prefix=""):
        return IsLive(Status.PUBLISHED, now, prefix)

    @classmethod
    def published_condition(cls, now):
        """Return the condition for being public at `now`."""
        return cls.live_condition(now)

    @classmethod
    def indexed_condition(cls):
        """Return the condition for being public but for the clock: see `search`."""
        return Q(status=Status.PUBLISHED)

    @property
    def is_live(self):
        """Whether its own status and times show it at this moment."""
        return self.is_live_at(timezone.now())

    def is_live_at(self, moment):
        return (
            self.status == Status.PUBLISHED
            and (self.publish_at is None or self.publish_at <= moment)
            and (self.unpublish_at is None or self.unpublish_at > moment)
        )

    @property
    def is_published(self):
        """Agrees with `published()` at this moment."""
        return self.is_published_at(timezone.now())

    def is_published_at(self, moment):
        return self.is_live_at(moment)

    @property
    def was_published(self):
        """Whether it was ever published, or is about to be: the row is no draft."""
        return self.first_published_at is not None

    def natural_key(self):
        return (self.slug,)

    @classmethod
    def needed_to_publish(cls):
        """Return the fields that `published_needs` names."""
        name = f"{cls._meta.app_label}_{cls._meta.model_name}_published_needs_text"
        constraint = next(c for c in cls._meta.constraints if c.name == name)
        filled, _status = constraint.condition.children
        return [lookup.removesuffix("__gt") for lookup, _value in filled.children]

    @classmethod
    def render_text(cls, text, **options):
        """Markdown as this model's pages show it, with the options of `render`."""
        return markup.render(text, **options)

    @classmethod
    def render_options(cls, items):
        """Options of `render_text` that the texts of `items` need, fetched at once."""
        return {}

    def faults_of_embeds(self):
        """Return faults by field, of what its texts show of other content."""
        return {}

    def clean_fields(self, exclude=None):
        texts.normalise_texts(self)
        errors = faults_of_unseen(self, exclude or ())
        try:
            super().clean_fields(exclude)
        except ValidationError as error:
            errors |= error.error_dict
        if errors:
            raise ValidationError(errors)

    def clean(self):
        super().clean()
        if self.status == Status.PUBLISHED:
            missing = [
                f for f in self.needed_to_publish() if not texts.is_seen(self, f)
            ]
            if missing:
                raise ValidationError({f: _needed(getattr(self, f)) for f in missing})
            if found := text_faults.blocking(self):
                raise ValidationError(found)
        if (
            self.publish_at
            and self.unpublish_at
            and self.unpublish_at <= self.publish_at
        ):
            raise ValidationError(
                {"unpublish_at": _("This has to be later than “publish at”.")}
            )

    def full_clean(self, *args, **options):
        """Refuse what is wrong, but for what is wrong with its live text already."""
        try:
            super().full_clean(*args, **options)
        except ValidationError as error:
            if found := live_faults.new_faults(self, error):
                raise ValidationError(found) from error

    @classmethod
    def prepare_clean(cls, items):
        """Fetch what `clean` of each item asks for, in queries for all of them."""
        text_faults.prepare(items)

    def career_keys(self):
        """Return the keys of the careers whose guides show it, for `announce`."""
        return ()

    def mark_published(self):
        """Set the status, and the dates that being published needs."""
        self.status = Status.PUBLISHED
        self.first_published_at = self.first_published_at or timezone.now()
        self.content_updated_on = self.content_updated_on or timezone.localdate()


def _needed(text):
    if text.strip():
        return _("Readers would see nothing of this. Write it in words to publish it.")
    return _("This is needed before it can be published.")


class GuideContent(Publishable):
    """Content that belongs to a career's guide, and is public only with it.

    A model declares in `guide` where readers meet it: see `sections.GuideSection`.
    """

    guide = None

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

    def get_absolute_url(self):
        return reverse(f"{self._meta.app_label}:detail", args=[self.slug])

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


def content_models():
    """Return every content model; what belongs to a career comes before careers."""
    found = [m for m in apps.get_models() if issubclass(m, Publishable)]
    return sorted(found, key=lambda model: not issubclass(model, GuideContent))
