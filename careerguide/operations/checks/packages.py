"""Check which versions of Python, Django and other packages are installed."""

import platform
import re
from importlib import metadata

from django.conf import settings

import careerguide
from careerguide.operations.findings import ok, warning

REQUIREMENTS = settings.BASE_DIR / "requirements.txt"


def versions():
    yield ok(
        f"Career Guide {careerguide.__version__}, Python {platform.python_version()}, "
        f"Django {metadata.version('django')}."
    )
    wrong = [
        f"{name} {found or 'is missing'} (not {wanted})"
        for name, wanted in _wanted(REQUIREMENTS)
        if (found := _installed(name)) != wanted
    ]
    if wrong:
        yield warning(
            f"Other packages than requirements.txt says: {', '.join(wrong[:5])}.",
            "Install them: pip install --require-hashes -r requirements.txt.",
        )


def _wanted(file):
    """(name, version) of what is asked for on every system."""
    for line in file.read_text().splitlines():
        found = re.match(r"([\w.-]+)(?:\[[\w,]+\])?==([\w.+!-]+)([^\\]*)", line)
        if found and ";" not in found[3]:
            yield found[1], found[2]


def _installed(name):
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None
