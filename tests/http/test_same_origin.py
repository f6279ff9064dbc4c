"""Test which requests without a token count as sent by our own pages."""

import pytest
from django.test import RequestFactory

from careerguide.http.same_origin import is_our_own
from tests.each import each

OURS = "http://testserver"
# Each said alone would be another site's.
FOREIGN_ORIGINS = ["https://evil.example", "null", "", f"{OURS}.evil.example"]
FOREIGN_ORIGINS += ["https://testserver", f"{OURS}:8080", f"{OURS}/", "http://[::1"]


def asked(**headers):
    named = {f"HTTP_{name.upper()}": value for name, value in headers.items()}
    return is_our_own(RequestFactory().post("/", **named))


class TestSite:
    def test_same_origin_is_ours(self):
        assert asked(sec_fetch_site="same-origin")

    @pytest.mark.parametrize(
        "site", ["cross-site", "same-site", "none", "", "SAME-ORIGIN", "same-origin, x"]
    )
    def test_any_other_is_not_whatever_else_is_said(self, site):
        assert not asked(sec_fetch_site=site, origin=OURS, referer=f"{OURS}/")


class TestOrigin:
    def test_of_the_host_that_was_asked_is_ours(self):
        assert asked(origin=OURS)

    def test_of_the_sites_address_is_ours(self, settings):
        settings.SITE_URL = "https://guide.example"
        assert asked(origin="https://guide.example")

    @each("origin", FOREIGN_ORIGINS)
    def test_any_other_is_not_whatever_else_is_said(self, origin):
        assert not asked(origin=origin, referer=f"{OURS}/")
        assert not asked(origin=origin, sec_fetch_site="same-origin")


class TestReferer:
    def test_of_ours_is_enough_where_there_is_nothing_else(self):
        assert asked(referer=f"{OURS}/articles/bees/?a=b")

    @each("origin", FOREIGN_ORIGINS)
    def test_any_other_is_not(self, origin):
        assert origin == f"{OURS}/" or not asked(referer=f"{origin}/{OURS}")

    def test_nothing_at_all_is_not(self):
        assert not asked()
