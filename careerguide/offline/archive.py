"""Write a zip whose bytes depend on nothing but the files in it."""

import io
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip can tell
UNIX, READABLE = 3, 0o644 << 16
PACKED = (".jpg", ".png")  # in their own way


def zipped(media_type, files):
    """Return an EPUB container of {name: bytes}, in the order of the names."""
    written = io.BytesIO()
    with ZipFile(written, "w") as archive:
        _add(archive, "mimetype", media_type.encode(), ZIP_STORED)  # the first, as is
        for name in sorted(files):
            is_packed = name.endswith(PACKED)
            _add(archive, name, files[name], ZIP_STORED if is_packed else ZIP_DEFLATED)
    return written.getvalue()


def _add(archive, name, content, method):
    entry = ZipInfo(name, LONG_AGO)
    entry.create_system, entry.external_attr = UNIX, READABLE
    archive.writestr(entry, content, method, compresslevel=9)
