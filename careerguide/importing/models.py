"""Record imports: a file, what was read of it, and each decision as it is made."""

from datetime import timedelta

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from careerguide.publishing.models.related import ItemRecord

from . import kinds
from .plan import Plan
from .tree import Document

MOST_NAME = 200
SILENT = timedelta(seconds=30)  # after which whoever read a document is taken for gone


class State(models.TextChoices):
    READING = "reading", _("being read")
    REVIEW = "review", _("to review")
    FAILED = "failed", _("not read")
    CREATED = "created", _("drafts made")
    UNDONE = "undone", _("undone")


class Kind(models.TextChoices):
    WORD = kinds.WORD, _("Word document")
    HTML = kinds.HTML, _("web page")
    MARKDOWN = kinds.MARKDOWN, _("Markdown")
    TEXT = kinds.TEXT, _("text")


class Step(models.TextChoices):
    """What is done while a document is read, in this order."""

    WAITING = "waiting", _("Waits for another document")
    OPENING = "opening", _("Reads the file")
    TABLES = "tables", _("Recognises the guide and reads its tables")
    WORDS = "words", _("Accounts for each word")


class ImportQuerySet(models.QuerySet):
    def listed(self):
        """Leave out what may be large."""
        return self.select_related("created_by").defer("document", "plan", "readings")

    def whole(self):
        """Load what a review shows, too."""
        return self.select_related("created_by", "previous").defer(None)


class Import(models.Model):
    """A document on its way to a guide; nothing of it is content until drafts are made.

    `version` rises with every change of the plan: who changes an older one is refused.
    """

    group_permissions = {
        "Author": ("view", "add"),
        "Editor": ("view", "add", "change"),
        "Publisher": ("view", "add", "change", "delete"),
    }

    name = models.CharField(_("name of the file"), max_length=MOST_NAME)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    size = models.PositiveIntegerField(_("size in bytes"))
    sha256 = models.CharField(max_length=64, db_index=True)
    created_at = models.DateTimeField(_("uploaded"), default=timezone.now)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    changed_at = models.DateTimeField(_("last change"), default=timezone.now)
    state = models.CharField(
        _("state"), max_length=10, choices=State.choices, default=State.READING
    )
    version = models.PositiveIntegerField(default=1)
    # The import of the same document as it was before, if this is a newer one.
    previous = models.ForeignKey(
        "self", models.SET_NULL, null=True, related_name="later"
    )
    made_at = models.DateTimeField(_("drafts made"), null=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )

    # While it is read: who reads it, how far, and when that was heard of last.
    token = models.CharField(max_length=16, default="", blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    step = models.CharField(max_length=10, choices=Step.choices, default=Step.WAITING)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    seen_at = models.DateTimeField(default=timezone.now)
    # Why it was not read: a sentence in English, translated where it is shown.
    refusal = models.JSONField(default=dict)

    document = models.JSONField(null=True, encoder=DjangoJSONEncoder)
    plan = models.JSONField(null=True, encoder=DjangoJSONEncoder)
    readings = models.JSONField(default=dict, encoder=DjangoJSONEncoder)  # of tables

    objects = ImportQuerySet.as_manager()

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="import_state_is_known",
                condition=models.Q(state__in=State.values),
            ),
            models.CheckConstraint(
                name="import_that_was_read_has_a_plan",
                condition=models.Q(state__in=[State.READING, State.FAILED])
                | models.Q(document__isnull=False, plan__isnull=False),
            ),
        ]

    def __str__(self):
        return self.name

    @cached_property
    def tree(self):
        """The `Document` as it was read, without the bytes of its pictures."""
        return Document.from_json(self.document)

    @cached_property
    def guide(self):
        """The `Plan` as it was changed last."""
        return Plan.from_json(self.plan)

    @property
    def sentence(self):
        """Why it was not read."""
        if not self.refusal:
            return ""
        sentence = gettext(self.refusal["sentence"])
        return sentence % self.refusal["values"] if self.refusal["values"] else sentence

    @property
    def is_silent(self):
        """Whether whoever read it has gone: the process ended, or was killed."""
        late = timezone.now() - self.seen_at > SILENT
        return self.state == State.READING and late


class ImportFile(models.Model):
    """The file as it was uploaded, in the database: no address leads to it."""

    record = models.OneToOneField(
        Import, models.CASCADE, primary_key=True, related_name="file"
    )
    data = models.BinaryField()

    class Meta:
        default_permissions = ()

    def __str__(self):
        return str(self.record)


class ImportPicture(models.Model):
    """A picture of a document, by its number there; not yet in the library."""

    record = models.ForeignKey(Import, models.CASCADE, related_name="pictures")
    number = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    kind = models.CharField(max_length=100)
    data = models.BinaryField()

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["record", "number"], name="import_has_a_picture_once"
            )
        ]

    def __str__(self):
        return f"{self.record}: {self.number}"


class ImportStep(models.Model):
    """A change of a plan: who made it, and what takes it back."""

    record = models.ForeignKey(Import, models.CASCADE, related_name="steps")
    version = models.PositiveIntegerField()  # that it led to
    operation = models.CharField(max_length=30)
    values = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    back = models.JSONField(encoder=DjangoJSONEncoder)  # see `deltas`
    made_at = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        default_permissions = ()
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["record", "version"], name="import_has_a_version_once"
            )
        ]

    def __str__(self):
        return f"{self.record}: {self.operation}"


class ImportedItem(ItemRecord):
    """An item that an import made a draft of, or changed the draft of.

    `values` is the draft as the import left it, `before` as it found it.
    """

    record = models.ForeignKey(Import, models.CASCADE, related_name="made")
    key = models.CharField(max_length=60)  # of the plan's item
    is_new = models.BooleanField(default=True)
    values = models.JSONField(encoder=DjangoJSONEncoder)
    before = models.JSONField(null=True, encoder=DjangoJSONEncoder)

    class Meta(ItemRecord.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["record", "key"], name="import_makes_an_item_once"
            )
        ]

    @property
    def model(self):
        return ContentType.objects.get_for_id(self.content_type_id).model_class()
