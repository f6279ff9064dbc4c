"""Tell which addresses lead to a picture of the library."""

from careerguide.media.filenames import is_ours, renditions
from careerguide.publishing.checks import findings, link_targets

from .models import FormerFile, Image


def existing(paths):
    """Return those of some file names whose pictures exist; one query."""
    hashes = {path.rpartition("/")[2][:64] for path in paths if is_ours(path)}
    there = set()
    for name in Image.objects.filter(sha256__in=hashes).values_list("file", flat=True):
        there |= {name, *renditions(name).values()}
    for name in FormerFile.objects.filter(sha256__in=hashes).values_list(
        "name", flat=True
    ):
        there |= {name, *renditions(name).values()}
    return there & {*paths}


def decorative_among(addresses):
    """Return those addresses of pictures that the library has as decorative."""
    names = {}
    for address in addresses:
        name = "/".join(address.split("/")[-2:])
        if is_ours(name):
            sha256 = name.rpartition("/")[2][:64]
            names.setdefault(sha256, set()).add(address)
    decorative = Image.objects.filter(sha256__in=[*names], decorative=True)
    hashes = decorative.values_list("sha256", flat=True) if names else ()
    return {address for one in hashes for address in names[one]}


def connect():
    link_targets.register("media", existing)
    findings.register_decorative(decorative_among)
