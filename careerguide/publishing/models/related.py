"""Define the models beside content: drafts, old addresses, and who has a form open."""

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection, models
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


def key_of(item):
    """Return what a record of `item` names it by."""
    content_type = ContentType.objects.get_for_model(type(item))
    return {"content_type": content_type, "object_id": item.pk}


class ItemRecordQuerySet(models.QuerySet):
    def of(self, item):
        return self.filter(**key_of(item))

    def of_model(self, model):
        return self.filter(content_type=ContentType.objects.get_for_model(model))


class ItemRecord(models.Model):
    """Belongs to one item of any content model."""

    content_type = models.ForeignKey(ContentType, models.CASCADE, related_name="+")
    object_id = models.PositiveBigIntegerField()
    item = GenericForeignKey()

    objects = ItemRecordQuerySet.as_manager()

    class Meta:
        abstract = True
        default_permissions = ()

    def __str__(self):
        return f"{self._meta.verbose_name}: {self.item}"


class WorkingCopy(ItemRecord):
    """The draft of an item that readers know: its content fields, not yet published.

    One an item, shared by all its editors. Until its first publication an item needs
    none: nobody reads the row, and the row is the draft.
    """

    values = models.JSONField(encoder=DjangoJSONEncoder)
    # What its editor wrote for readers: see `note_text.WrittenNote`.
    note = models.JSONField(default=dict, blank=True)
    saved_at = models.DateTimeField(default=timezone.now)
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )

    class Meta(ItemRecord.Meta):
        verbose_name = _("draft")
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id"], name="one_draft_an_item"
            )
        ]


class Plan(ItemRecord):
    """Change of an item that readers see, to be published at an hour.

    A snapshot beside the draft, which later saves do not change. What readers do not
    see yet needs none: its row waits for its hour.
    """

    values = models.JSONField(encoder=DjangoJSONEncoder)
    # What readers saw when it was made, or when it last took a correction over.
    base = models.JSONField(encoder=DjangoJSONEncoder)
    version = models.PositiveIntegerField()  # of the item, which it was made from
    publish_at = models.DateTimeField()
    made_at = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    reason = models.CharField(max_length=200, default="", blank=True)
    note = models.JSONField(default=dict, blank=True)  # for readers, at its hour
    problem = models.TextField(default="", blank=True)  # why it is held, if it is

    class Meta(ItemRecord.Meta):
        verbose_name = _("plan")
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id"], name="one_plan_an_item"
            )
        ]
        # Every process asks for the next one each second.
        indexes = [
            models.Index(
                fields=["publish_at"], condition=models.Q(problem=""), name="plans_due"
            )
        ]

    @property
    def is_held(self):
        """Whether the plan waits for a person, and not for its hour."""
        return bool(self.problem)


# What holds content that readers do not see yet.
UNPUBLISHED = (WorkingCopy, Plan)


class OldSlug(ItemRecord):
    """An address an item once had. It names the item, so no chain can form."""

    slug = models.SlugField(max_length=200)

    class Meta(ItemRecord.Meta):
        verbose_name = _("old address")
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "slug"], name="old_slug_leads_to_one_item"
            )
        ]
        indexes = [
            models.Index(fields=["content_type", "object_id"], name="old_slugs_of_item")
        ]


class PreviewLink(ItemRecord):
    """Shows a draft to somebody without an account, until it ends or is revoked."""

    made_at = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    expires_at = models.DateTimeField()

    class Meta(ItemRecord.Meta):
        verbose_name = _("preview link")
        indexes = [
            models.Index(
                fields=["content_type", "object_id"], name="preview_links_of_item"
            )
        ]


class Presence(ItemRecord):
    """Record that somebody has an item's form open."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    since = models.DateTimeField(default=timezone.now)
    seen_at = models.DateTimeField(default=timezone.now)

    class Meta(ItemRecord.Meta):
        verbose_name = _("presence")
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id", "user"], name="one_presence_each"
            )
        ]


class ContentVersion(models.Model):
    """One number that grows with every change readers can see: what caches ask for."""

    number = models.PositiveBigIntegerField(default=0)

    class Meta:
        db_table = "publishing_stamp"  # as older releases and their backups name it
        default_permissions = ()
        constraints = [
            models.CheckConstraint(condition=models.Q(pk=1), name="there_is_one_stamp")
        ]

    def __str__(self):
        return str(self.number)

    @classmethod
    def bump(cls):
        """Count a change, in its transaction: it counts once that is committed."""
        if not cls.objects.filter(pk=1).update(number=F("number") + 1):
            cls.objects.create(pk=1, number=1)

    @classmethod
    def current(cls):
        """Return the number; past Django's queries, as most pages ask for it."""
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT number FROM {cls._meta.db_table} WHERE id = 1")
            row = cursor.fetchone()
        return row[0] if row else 0
