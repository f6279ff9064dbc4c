"""Know the files that another took the place of, by their names.

They stay for as long as the trash keeps what was deleted, as somebody may have a page
open that shows them. What is stored from then on names the new file, and so does their
address once they are gone: other sites may link to it.
"""

import re
from datetime import timedelta

from django.utils import timezone

from careerguide.media.filenames import FOLDER, is_ours, renditions
from careerguide.publishing.models.texts import markdown_fields

from . import storage
from .models import FormerFile
from .pointers import hashes_in

_NAME = rf"{FOLDER}/(?:%s)-\d+x\d+(?:\.w(\d+))?\.webp"


def renamed(text, hashes, name):
    """Return the text with the file `name` where it has one of those hashes.

    A smaller rendition becomes the same of the other file, where that has one.
    """
    smaller = renditions(name)

    def write(match):
        return smaller.get(int(match[1] or 0), name)

    return re.sub(_NAME % "|".join(hashes), write, text)


def name_now(name):
    """Return the name of the file that took the place of `name`, or None."""
    if not is_ours(name):
        return None
    former = FormerFile.objects.past().filter(sha256__in=hashes_in([f"/{name}"]))
    one = former.select_related("image").first()
    return one and renamed(name, [one.sha256], one.image.file.name)


def name_new_files(item):
    """Write in the texts of `item`, which is about to be saved, no file of old."""
    names = [field.name for field in markdown_fields(type(item))]
    found = hashes_in(getattr(item, name) or "" for name in names)
    if not found:
        return
    former = FormerFile.objects.past().filter(sha256__in=found)
    for one in former.select_related("image"):
        for name in names:
            text = renamed(getattr(item, name) or "", [one.sha256], one.image.file.name)
            setattr(item, name, text)


def remove_old_files(days):
    """Delete files that were replaced so many days ago; return of how many pictures."""
    before = timezone.now() - timedelta(days=days)
    former = FormerFile.objects.past().filter(replaced_at__lt=before)
    names = former.values_list("name", flat=True)
    there = [name for name in names if storage.path(name).exists()]
    for name in there:
        storage.remove_files(name)
    return len(there)
