"""Delete the files of imports that are done with, and imports that nobody goes on with.

What an import made stays, and so does what it says of that: a newer version of the
document is compared with it.
"""

from datetime import timedelta

from django.utils import timezone

from .models import Import, ImportFile, ImportPicture, State

DAYS_OF_FILES = 90  # since the drafts were made
DAYS_OF_IMPORTS = 180  # since the last change of one that made no drafts


def prune():
    """Return (how many files, how many imports) were deleted."""
    now = timezone.now()
    made = Import.objects.filter(
        state=State.CREATED, changed_at__lt=now - timedelta(days=DAYS_OF_FILES)
    )
    files = ImportFile.objects.filter(record__in=made).delete()[0]
    ImportPicture.objects.filter(record__in=made).delete()
    old = Import.objects.exclude(state=State.CREATED)
    old = old.filter(changed_at__lt=now - timedelta(days=DAYS_OF_IMPORTS))
    imports = old.count()
    old.delete()
    return files, imports
