"""List the uploaded files that readers' pages need, as the folder has them."""

from pathlib import Path

from django.conf import settings

from careerguide.library.models import Image
from careerguide.media import filenames

from .archive_format import is_safe_path


def stored():
    """Return {path below MEDIA_ROOT: file} of every upload; no link is followed."""
    root = Path(settings.MEDIA_ROOT)
    found = {}
    for file in sorted(root.rglob("*")) if root.is_dir() else ():
        path = file.relative_to(root).as_posix()
        if file.is_file() and not file.is_symlink() and is_safe_path(path):
            found[path] = file
    return found


def expected():
    """Return all paths that a library picture needs: its own, and smaller ones."""
    paths = set()
    for name in Image.objects.values_list("file", flat=True):
        paths |= {name, *filenames.renditions(name).values()}
    return paths
