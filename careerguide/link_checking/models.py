"""Remember what addresses on other sites answered."""

from datetime import timedelta

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

LONGEST = 2_000
GOOD_FOR = timedelta(days=7)
AGAIN_AFTER = timedelta(days=1)


class ExternalLink(models.Model):
    """An address that texts of the site link to, and what it answered last.

    `problem` says why readers would find nothing there; `failures` counts checks in a
    row that failed, as one alone may be the fault of a minute.
    """

    url = models.CharField(max_length=LONGEST, unique=True)
    checked_at = models.DateTimeField(default=timezone.now)
    status = models.PositiveSmallIntegerField(null=True)
    problem = models.CharField(max_length=300, default="", blank=True)
    failures = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("link to another site")
        default_permissions = ()

    def __str__(self):
        return self.url

    @classmethod
    def fresh(cls):
        """Return those that were asked lately: sooner again where one failed."""
        now = timezone.now()
        return cls.objects.filter(
            Q(failures=0, checked_at__gt=now - GOOD_FOR)
            | Q(failures__gt=0, checked_at__gt=now - AGAIN_AFTER)
        )
