"""Keep what the desk shows of each item, who is responsible, and who wants mail."""

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from careerguide.publishing.models.related import ItemRecord

MOST_PROBLEMS = 20  # sentences kept of one item
MOST_FINDINGS = 50


class ItemFacts(ItemRecord):
    """What reading the texts of an item found: of its draft, or else of its row.

    Kept when it is saved, as to read all texts takes too long for a page. `names` are
    the addresses that its texts name, between blanks: what happens to one of them makes
    these facts stale.
    """

    career = models.ForeignKey(
        "careerguide.Career", models.CASCADE, null=True, related_name="+"
    )
    title = models.CharField(max_length=300)
    version = models.PositiveIntegerField()
    problem_count = models.PositiveIntegerField(default=0)
    problems = models.JSONField(default=list)
    claim_count = models.PositiveIntegerField(default=0)
    names = models.TextField(default="", blank=True)
    # What the checks find and nobody ignores: `kept_finding` of each, up to a limit.
    finding_count = models.PositiveIntegerField(default=0)
    findings = models.JSONField(default=list)
    # Digests of its paragraphs, between blanks: others of its guide may have them, too.
    passages = models.TextField(default="", blank=True)
    is_stale = models.BooleanField(default=False)
    read_at = models.DateTimeField(default=timezone.now)

    class Meta(ItemRecord.Meta):
        verbose_name = _("facts")
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id"], name="desk_facts_of_one_item"
            )
        ]
        indexes = [
            models.Index(
                fields=["-problem_count"],
                name="desk_items_with_problems",
                condition=Q(problem_count__gt=0),
            ),
            # All that is summed up by guide.
            models.Index(
                fields=[
                    *("career", "content_type", "problem_count", "claim_count"),
                    "is_stale",
                ],
                name="desk_facts_by_guide",
            ),
        ]

    @property
    def model(self):
        return ContentType.objects.get_for_id(self.content_type_id).model_class()

    @property
    def kind(self):
        return capfirst(self.model._meta.verbose_name)

    @property
    def url(self):
        meta = self.model._meta
        route = f"admin:{meta.app_label}_{meta.model_name}_change"
        return reverse(route, args=[self.object_id])

    @property
    def more_problems(self):
        return self.problem_count - 2

    @property
    def more_findings(self):
        return self.finding_count - len(self.findings)


class Responsibility(ItemRecord):
    """Who is responsible for a guide, by its career, or for one item of it.

    The name stays where the account is deleted: the desk says that nobody is, now.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    name = models.CharField(max_length=150)

    class Meta(ItemRecord.Meta):
        verbose_name = _("responsibility")
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id"], name="desk_one_person_an_item"
            )
        ]

    def __str__(self):
        if self.is_there:
            return self.name
        if self.user_id:
            return str(_("%s, who cannot sign in any more") % self.name)
        return str(_("%s, whose account is gone") % self.name)

    @property
    def is_there(self):
        """Return whether that is somebody who can do something."""
        return bool(self.user_id and self.user.is_active and self.user.is_staff)


class DailyMail(models.Model):
    """Somebody who wants the list of the desk by mail, once a day."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, primary_key=True, related_name="+"
    )
    sent_on = models.DateField(null=True)

    class Meta:
        default_permissions = ()

    def __str__(self):
        return str(self.user)
