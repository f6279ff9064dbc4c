"""Define the abstract base of all content: its dates, its texts, and who wrote it."""

from django.conf import settings
from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from careerguide import markup

from .history import Revision
from .querysets import PublishableQuerySet
from .related import OldSlug, Plan, Presence, PreviewLink, WorkingCopy
from .validation import Validated
from .visibility import Status, Visible


class Publishable(Visible, Validated):
    """Content that is drafted, published, planned and kept in a history.

    The row holds what was published last: only `drafts.actions` writes it. What editors
    work on is in its draft, or, until the first publication, in the row.
    """

    title_field = "title"  # the text field that headings and lists show
    search = None  # what searches find of it: see `search_text.SearchText`
    short_fields = ()  # what else list pages load; their templates show it
    bullet_fields = ()  # Markdown fields whose text should be a list
    held_with_it = ()  # what was planned to show it, where a change has held that
    admin_group = _("The site")  # of the admin's menu
    # An author changes drafts of their own, which takes no right to change others'.
    group_permissions = {
        "Author": ("view",),
        "Editor": ("view", "add", "change"),
        "Publisher": ("view", "add", "change", "publish", "delete"),
    }

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

    @property
    def was_published(self):
        """Whether it was ever published, or is about to be: the row is no draft."""
        return self.first_published_at is not None

    def natural_key(self):
        return (self.slug,)

    @classmethod
    def render_text(cls, text, **options):
        """Markdown as this model's pages show it, with the options of `render`."""
        return markup.render(text, **options)

    @classmethod
    def render_options(cls, items):
        """Options of `render_text` that the texts of `items` need, fetched at once."""
        return {}

    def career_keys(self):
        """Return the keys of the careers whose guides show it, for `announce`."""
        return ()

    def mark_published(self):
        """Set the status, and the dates that being published needs."""
        self.status = Status.PUBLISHED
        self.first_published_at = self.first_published_at or timezone.now()
        self.content_updated_on = self.content_updated_on or timezone.localdate()
