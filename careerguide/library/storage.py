"""Store picture files: each appears whole or not at all, before its row does."""

import os
import tempfile
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import IntegrityError, transaction

from careerguide.media import filenames

from .models import Image


def path(name):
    """Return where the file of that name lies; the name is one of ours."""
    if not filenames.is_ours(name):
        raise ValueError(f"{name!r} is not the name of a picture")
    return Path(settings.MEDIA_ROOT) / name


def add(image, picture):
    """Store `picture` and save `image`, an unsaved row, as its record.

    The files come first, as a row without its file would be a broken page; if anything
    fails, they go again. If someone stored the same upload a moment ago, that is it.
    """
    image.file.name = picture.name
    image.sha256 = picture.sha256
    image.width, image.height = picture.width, picture.height
    image.size = len(picture.files[picture.name])
    try:
        for name, content in picture.files.items():
            _write(path(name), content)
        with transaction.atomic():
            image.save()
    except BaseException as error:
        stored = Image.objects.filter(sha256=picture.sha256).first()
        if stored and isinstance(error, IntegrityError):
            return stored
        if not stored:
            _remove(picture.files)
        raise
    return image


@contextmanager
def files_added(files):
    """Have {name: content} on disk; if the work inside fails, the new ones go again.

    A file that is there stays: its name says what it holds.
    """
    missing = {name: c for name, c in files.items() if not path(name).exists()}
    try:
        for name, content in missing.items():
            _write(path(name), content)
        yield
    except BaseException:
        _remove(missing)
        raise


def remove(image):
    """Delete the row, and its files once that is certain."""
    name, sha256 = image.file.name, image.sha256
    files = {sha256: name} | dict(image.former_files.values_list("sha256", "name"))
    image.delete()

    def remove_unused():
        # The same picture may have been uploaded again by now.
        again = Image.objects.filter(sha256__in=files).values_list("sha256", flat=True)
        for one in files.keys() - {*again}:
            remove_files(files[one])

    transaction.on_commit(remove_unused)


def remove_files(name):
    """Delete a picture's file, and the smaller ones of it; none that is not ours."""
    if filenames.is_ours(name):
        _remove([name, *filenames.renditions(name).values()])


def _write(target, content):
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=".upload-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, settings.FILE_UPLOAD_PERMISSIONS)
        os.replace(temporary, target)
    except BaseException:
        os.unlink(temporary)
        raise


def _remove(file_names):
    for name in file_names:
        path(name).unlink(missing_ok=True)
