"""Write the package as a zip, of which two of the same guide are equal byte by byte."""

import json
import zipfile
from io import BytesIO

from statistics.downloads.dataset import address
from statistics.models import StatTable

from .describe import described, files_of
from .dictionary import dictionary, readme

EARLIEST = (1980, 1, 1, 0, 0, 0)  # a zip knows no time before; the days are inside


def tables_of(career):
    """Return all that a package holds of a guide, in one query."""
    tables = StatTable.objects.published().for_career(career).in_guide_order().whole()
    tables = [*tables]
    for table in tables:
        table.career = career
    return tables


def package_bytes(career, tables):
    files = [*files_of(tables)]
    found = {"README.md": readme(career, tables)}
    found["datapackage.json"] = _json(described(career, files))
    found["dictionary.csv"] = dictionary(tables)
    found |= {path: content for path, _item, content in files}
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path, content in found.items():
            info = zipfile.ZipInfo(path, EARLIEST)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system, info.external_attr = 3, 0o644 << 16  # Unix, a file
            archive.writestr(info, content)
        archive.comment = address(career).encode()
    return out.getvalue()


def _json(data):
    text = json.dumps(data, ensure_ascii=False, indent=2)
    return f"{text}\n".encode(errors="replace")
