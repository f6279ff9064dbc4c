"""Export and import the pictures of a guide: files in `pictures/`, by its fixture.

They are the library's own files under its own names, so that a guide shows its pictures
on a machine that has nothing but the fixtures.
"""

import re
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from careerguide.library import storage
from careerguide.library.models import Image
from careerguide.media import filenames

FOLDER = "pictures"
SHA256 = re.compile(r"\b[0-9a-f]{64}\b")


class PictureError(Exception):
    """A picture that is named and not there, as a sentence for who runs the command."""


@contextmanager
def placed(entries, path):
    """Have the pictures of a fixture's entries in the library while it is loaded.

    Files that are there already stay as they are, and where loading fails, those that
    were put there go again. What editors wrote about a picture they had stays theirs.
    """
    images = [one["fields"] for one in entries or [] if _is_picture(one)]
    files = {}
    for image in images:
        for name in _file_names(image["file"]):
            files[name] = _read(_beside(path, name))
    theirs = list(Image.objects.filter(sha256__in=[i["sha256"] for i in images]))
    with storage.files_added(files):
        yield
        for image in theirs:
            image.save()


def named_in(text):
    """The library's pictures that a guide's entries name, as a field or in Markdown."""
    return Image.objects.filter(sha256__in={*SHA256.findall(text)}).order_by("sha256")


def write(pictures, path):
    """Put the files of the library's pictures beside the fixture at `path`."""
    for name in (n for picture in pictures for n in _file_names(picture.file.name)):
        target = _beside(path, name)
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(_read(storage.path(name)))


def _is_picture(entry):
    return entry["model"] == Image._meta.label_lower


def _file_names(name):
    return [name, *filenames.renditions(name).values()]


def _beside(path, name):
    return Path(path).parent / FOLDER / PurePosixPath(name).name


def _read(file):
    try:
        return file.read_bytes()
    except FileNotFoundError as error:
        raise PictureError(f"The picture {file} is missing.") from error
