"""Style sheets of several parts, found as the one file that pages link.

A sheet lists its parts as `@import "_part.css";`. A part lies beside the app that it is
of, under a name that begins with an underscore, and is no file of its own for readers:
each would cost them another request before anything is drawn.
"""

import os
import posixpath
import re
import tempfile

from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.exceptions import ImproperlyConfigured
from django.core.files.storage import FileSystemStorage

PARTS = "_*.css"
IMPORT = re.compile(r'@import "([^"]+)";')
# Addresses that depend on where the sheet lies.
RELATIVE_URL = re.compile(r"""\burl\(\s*(["']?)(?![a-z]+:|[/#])([^"')]+)\1\s*\)""")


class JoiningStorage(FileSystemStorage):
    """Takes the joined file, as old as its last change, for a sheet with parts."""

    def path(self, name):
        path = super().path(name)
        if not name.endswith(".css") or not os.path.isfile(path):
            return path
        with open(path, encoding="utf-8") as file:
            text = file.read()
        return _written(name, joined(name, text)) if IMPORT.search(text) else path


class JoiningFinder(finders.AppDirectoriesFinder):
    """Finds the static files of the apps; sheets whole, and no parts to collect."""

    storage_class = JoiningStorage

    def list(self, ignore_patterns):
        return super().list([*(ignore_patterns or ()), PARTS])


class SiteFinder(finders.FileSystemFinder):
    """Finds the files of SITE_DIR, which stand for ours of the same name."""

    def __init__(self, app_names=None, *args, **kwargs):
        super().__init__(app_names, *args, **kwargs)
        for root, storage in [*self.storages.items()]:
            self.storages[root] = JoiningStorage(location=root)
            self.storages[root].prefix = storage.prefix

    def find_location(self, root, path, prefix=None):
        found = super().find_location(root, path, prefix)
        return self.storages[root].path(path) if found else found

    def list(self, ignore_patterns):
        return super().list([*(ignore_patterns or ()), PARTS])


def joined(name, text):
    """The text of the sheet `name` with its parts in the place of their imports."""
    folder = posixpath.dirname(name)

    def read(match):
        part = posixpath.normpath(posixpath.join(folder, match[1]))
        if not (path := finders.find(part)):
            raise ImproperlyConfigured(
                f"The style sheet {name} imports {match[1]}, but no app has the file "
                f"static/{part}."
            )
        with open(path, encoding="utf-8") as file:
            return _moved(file.read().strip(), posixpath.dirname(part), folder)

    return IMPORT.sub(read, text)


def _moved(text, start, end):
    """The text with its relative addresses as they are seen from another folder."""

    def seen(match):
        target = posixpath.normpath(posixpath.join(start, match[2]))
        return f"url({match[1]}{posixpath.relpath(target, end)}{match[1]})"

    return RELATIVE_URL.sub(seen, text)


def _written(name, text):
    """The path of a file that holds `text`; it is touched only where that changed."""
    path = settings.STATE_DIR / "stylesheets" / name
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.parent.mkdir(parents=True, exist_ok=True)
        # Whoever reads it meanwhile reads the old one or the new one.
        with tempfile.NamedTemporaryFile(
            "w", dir=path.parent, delete=False, encoding="utf-8"
        ) as file:
            file.write(text)
        os.replace(file.name, path)
    return str(path)
