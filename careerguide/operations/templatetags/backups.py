"""Warn about backups on the admin's index, where somebody may do something about it."""

from django import template
from django.conf import settings
from django.utils import timezone

from careerguide.operations.models import BackupRecord

register = template.Library()


@register.inclusion_tag("admin/operations/_backup.html", takes_context=True)
def newest_backup(context):
    """Return the newest backup and whether it is too old.

    Nothing for whom it concerns not.
    """
    if not context["request"].user.is_superuser:
        return {"is_told": False}
    newest = BackupRecord.newest()
    hours = newest and (timezone.now() - newest.made_at).total_seconds() / 3600
    is_old = newest is None or hours > settings.BACKUP_HOURS
    return {"is_told": True, "newest": newest, "is_old": is_old}
