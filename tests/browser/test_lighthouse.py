"""Test that Google's Lighthouse finds nothing to mend on a page of each kind."""

import urllib.request

import pytest

from tests.browser.conftest import lacking
from tools.lighthouse import audit, install
from tools.make.problems import Problem
from tools.testbed.machine import NO_NODE, find_chromium, has_node

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def lighthouse():
    if not has_node():
        lacking(NO_NODE)
    try:
        install.prepare()
    except Problem as problem:
        lacking(str(problem))


@pytest.mark.usefixtures("lighthouse")
def test_rules_and_layout_shift(live_site, browser_type_launch_args):
    with urllib.request.urlopen(f"{live_site.url}/sitemap.xml") as answer:
        paths = audit.pages(answer.read().decode())
    urls = [live_site.url + path for path in paths]
    audits = audit.run(urls, find_chromium(), quick=True)
    assert len(audits) == len(audit.KINDS)
    failures = {page.path: list(page.shortfalls()) for page in audits}
    assert {path: sentences for path, sentences in failures.items() if sentences} == {}
