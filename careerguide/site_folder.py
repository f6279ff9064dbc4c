"""Read SITE_DIR and SITE_APPS: a site's own files and apps, outside of the checkout.

What cannot be used stops the start with a sentence, as a site that leaves its own
templates out in silence would look like ours.
"""

import os
import re
import sys
from importlib import import_module
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

FOLDERS = ("templates", "static", "locale", "fixtures")
APP = re.compile(r"[A-Za-z_]\w*(\.[A-Za-z_]\w*)*", re.ASCII)


def site_folder(text, base):
    """Return the folder that SITE_DIR names, from `base` on, or None for none."""
    if not text:
        return None
    folder = (base / Path(text).expanduser()).resolve()
    if not folder.is_dir():
        what = "a file" if folder.exists() else "missing"
        raise ImproperlyConfigured(
            f"SITE_DIR leads to {folder}, which is {what}: make that folder, or leave "
            "SITE_DIR out."
        )
    for one in (folder, *(folder / name for name in FOLDERS)):
        if one.is_dir() and not os.access(one, os.R_OK | os.X_OK):
            raise ImproperlyConfigured(
                f"{one}, of SITE_DIR, cannot be read: give the account that runs the "
                "site the right to read it and all that is in it."
            )
    return folder


def own(folder, name):
    """Return the folder of that name in SITE_DIR in a list, which is empty without."""
    return [folder / name] if folder and (folder / name).is_dir() else []


def site_apps(names, folder):
    """Return the apps that SITE_APPS names, once Python can import them.

    They lie in SITE_DIR, or are installed in the virtual environment.
    """
    if folder and str(folder) not in sys.path:
        sys.path.append(str(folder))  # last, so that none of ours is another
    names = [name for name in map(str.strip, names) if name]
    for name in names:
        if not APP.fullmatch(name):
            raise ImproperlyConfigured(
                f"SITE_APPS holds {name!r}: it needs names of Python packages, "
                "separated by commas, such as glossary."
            )
        try:
            import_module(name)
        except ModuleNotFoundError as error:
            if not error.name or not f"{name}.".startswith(f"{error.name}."):
                raise ImproperlyConfigured(
                    f"SITE_APPS names {name}, which needs {error.name}: install "
                    "that in the virtual environment of the site."
                ) from error
            where = f"in {folder}, " if folder else "in a folder that SITE_DIR names, "
            raise ImproperlyConfigured(
                f"SITE_APPS names {name}, which is not there: put the folder {name} "
                f"{where}or install it in the virtual environment of the site."
            ) from error
        except Exception as error:
            raise ImproperlyConfigured(
                f"SITE_APPS names {name}, which cannot be imported: "
                f"{type(error).__name__}: {error}"
            ) from error
    return names
