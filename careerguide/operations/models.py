"""Record when the site was backed up last, for the admin's index and for `doctor`."""

from django.db import models
from django.utils import timezone


class BackupRecord(models.Model):
    """The newest backup of this database: one row, which every machine can read."""

    made_at = models.DateTimeField(default=timezone.now)
    file = models.CharField(max_length=1000)
    machine = models.CharField(max_length=255)
    size = models.PositiveBigIntegerField()

    class Meta:
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=models.Q(pk=1), name="there_is_one_backup_record"
            )
        ]

    def __str__(self):
        return self.file

    @classmethod
    def newest(cls):
        """Return the row, or None before the first backup."""
        return cls.objects.first()
