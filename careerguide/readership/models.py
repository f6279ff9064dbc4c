"""Keep how often each page was read on a day, and nothing of who read it."""

from datetime import timedelta

from django.db import models
from django.db.models import F, Sum
from django.utils import timezone

LONGEST = 300  # characters of an address
AT_ONCE = 200  # addresses in a query


class PageViewsQuerySet(models.QuerySet):
    def add(self, day, counts, most):
        """Add {address: views} to those of a day, of `most` addresses in the end.

        Two processes may add the same addresses at once: what is there is added to.
        """
        of_day = self.filter(day=day)
        room = max(0, most - of_day.count())
        known = {*of_day.filter(path__in=counts).values_list("path", flat=True)}
        new = [path for path in sorted(counts) if path not in known][:room]
        self.bulk_create(
            [self.model(day=day, path=path, views=0) for path in new],
            ignore_conflicts=True,
        )
        for path in sorted(known | {*new}):  # one order, so that none waits in a ring
            of_day.filter(path=path).update(views=F("views") + counts[path])

    def in_days(self, addresses, days):
        """Return {address: views} of so many days, the present one among them."""
        since = timezone.localdate() - timedelta(days=days - 1)
        found, addresses = {}, list(dict.fromkeys(addresses))
        for start in range(0, len(addresses), AT_ONCE):
            rows = self.filter(day__gte=since, path__in=addresses[start:][:AT_ONCE])
            found |= dict(rows.order_by().values_list("path").annotate(Sum("views")))
        return found


class PageViews(models.Model):
    day = models.DateField(default=timezone.localdate)
    path = models.CharField(max_length=LONGEST)
    views = models.PositiveIntegerField(default=0)

    objects = PageViewsQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["path", "day"], name="views_of_page_and_day"
            )
        ]
        indexes = [models.Index(fields=["day"], name="views_by_day")]

    def __str__(self):
        return f"{self.path}: {self.views}"
