"""Define readers' feedback about a page, which only editors see."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from careerguide.publishing.models.related import ItemRecord, ItemRecordQuerySet

MAX_TEXT = 2_000  # characters


class Kind(models.TextChoices):
    HELPFUL = "helpful", _("Helpful")
    NOT_HELPFUL = "not_helpful", _("Not helpful")
    PROBLEM = "problem", _("Problem")


class Reason(models.TextChoices):
    """Reasons why a page was not helpful, in the reader's words."""

    UNANSWERED = "unanswered", _("It did not answer my question")
    UNCLEAR = "unclear", _("I did not understand it")
    WRONG = "wrong", _("It is out of date or wrong")
    OTHER = "other", _("Something else")


class FeedbackQuerySet(ItemRecordQuerySet):
    def handled(self):
        return self.filter(handled_at__isnull=False)

    def to_do(self):
        """Return what asks for a look: a yes asks for none."""
        return self.filter(handled_at=None).exclude(kind=Kind.HELPFUL)


class Feedback(ItemRecord):
    """One answer or report, about an item that may be renamed or deleted since."""

    group_permissions = {
        "Author": ("view", "handle"),
        "Editor": ("view", "handle"),
        "Publisher": ("view", "handle", "delete"),
    }

    page = models.CharField(
        max_length=300, help_text=_("Its address when the reader was there.")
    )
    kind = models.CharField(max_length=11, choices=Kind.choices)
    reason = models.CharField(max_length=10, choices=Reason.choices, blank=True)
    text = models.TextField(max_length=MAX_TEXT, blank=True)
    created_at = models.DateTimeField(_("sent"), default=timezone.now)
    sender = models.CharField(max_length=64, blank=True)  # see senders.py
    handled_at = models.DateTimeField(_("handled"), null=True)
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )

    objects = FeedbackQuerySet.as_manager()

    class Meta:
        verbose_name = _("feedback")
        verbose_name_plural = _("feedback")
        ordering = ["-created_at", "-pk"]
        default_permissions = ("view", "handle", "delete")
        indexes = [
            models.Index(fields=["created_at", "page"], name="feedback_by_time"),
            models.Index(
                fields=["created_at"],
                name="feedback_of_known_senders",
                condition=~Q(sender=""),
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="feedback_kind_is_known", condition=Q(kind__in=Kind.values)
            ),
            models.CheckConstraint(
                name="feedback_reason_is_known",
                condition=Q(reason__in=["", *Reason.values]),
            ),
            models.CheckConstraint(
                name="feedback_reason_says_why_not_helpful",
                condition=Q(reason="") | Q(kind=Kind.NOT_HELPFUL),
            ),
            models.CheckConstraint(
                name="feedback_problem_has_text",
                condition=~Q(kind=Kind.PROBLEM) | Q(text__gt=""),
            ),
            models.CheckConstraint(
                name="feedback_handled_by_needs_a_time",
                condition=Q(handled_by=None) | Q(handled_at__isnull=False),
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.page}"
