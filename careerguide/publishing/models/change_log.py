"""Log what each change concerns, so that each process drops those pages alone."""

from django.db import models

from .related import ContentVersion

KEPT = 1_000  # entries; a process that knows none of them drops all its pages
AT_ONCE = 100  # entries that are deleted together


class ChangeEntry(models.Model):
    """One change that readers see, under the number that `ContentVersion` gave it.

    A number without an entry is a change of which nobody said what it concerns.
    """

    number = models.PositiveBigIntegerField(primary_key=True)
    tags = models.JSONField(null=True)  # see `tags`; None where it may be any page

    class Meta:
        default_permissions = ()

    def __str__(self):
        return str(self.number)

    @classmethod
    def add(cls, tags):
        """Log the change that was counted last, in its transaction.

        Whoever counts another waits for that: entries come in the order of numbers.
        """
        number = ContentVersion.current()
        tags = None if tags is None else sorted(tags)
        # Of a database that went back to an older state, there may be one.
        cls.objects.bulk_create(
            [cls(number=number, tags=tags)],
            update_conflicts=True,
            unique_fields=["number"],
            update_fields=["tags"],
        )
        if number % AT_ONCE == 0:
            old = models.Q(number__lte=number - KEPT) | models.Q(number__gt=number)
            cls.objects.filter(old).delete()

    @classmethod
    def tags_between(cls, before, number, using=None):
        """Return the tags of the changes after `before`, `number` among them.

        None where any page may have changed: some are not known.
        """
        if before is None or not before < number <= before + KEPT:
            return None
        found = cls.objects.using(using).filter(number__gt=before, number__lte=number)
        rows = list(found.values_list("tags", flat=True))
        if len(rows) != number - before or None in rows:
            return None
        return frozenset(tag for tags in rows for tag in tags)
