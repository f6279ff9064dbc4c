"""Link to the files of an edition, with what a reader gets for following each."""

from careerguide.identity.current import as_it_was
from statistics.downloads.formats import FORMATS
from statistics.downloads.links import described_links

from .names import edition_path

STORED = ("csv", "json")


def edition_links(edition, table):
    """Return its links as `download_links` does; of what is stored, its `sha256`.

    `table` is the edition as a table, see `stored.table_of`; so it is below.
    """
    sizes = {name: len(stored_bytes(edition, name)) for name in STORED}
    with of_its_time(edition):
        links = described_links(table, sizes, lambda form: file_path(edition, form))
    hashes = {name: getattr(edition, f"{name}_sha256") for name in STORED}
    return [link | {"sha256": hashes.get(link["name"])} for link in links]


def file_path(edition, form):
    return edition_path(edition.table.slug, edition.number, form)


def file_bytes(edition, table, form):
    """Return a file as it was served; what is not stored is made of what is.

    It cites and licenses what it did; in its colours it is as the site is now.
    """
    if form in STORED:
        return stored_bytes(edition, form)
    with of_its_time(edition):
        return FORMATS[form].make(table)


def of_its_time(edition):
    """Have the site be called what it was when the edition was published."""
    return as_it_was(name=edition.site_name)


def stored_bytes(edition, name):
    return getattr(edition, name).encode()
