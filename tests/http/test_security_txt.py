"""Test security.txt and its contacts, as RFC 9116 has them."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ImproperlyConfigured

from careerguide.http.security_contacts import contact_uri
from tests.wsgi import call

PATH = "/.well-known/security.txt"


@pytest.mark.django_db
@pytest.mark.one_database
class TestFile:
    @pytest.fixture(autouse=True)
    def _contact(self, settings):
        settings.SECURITY_CONTACT = ["mailto:security@example.org", "https://a.example"]
        settings.SECURITY_POLICY = "https://a.example/policy"
        settings.SECURITY_LANGUAGES = ["en", "de"]

    def test_names_each_contact_once_and_in_order(self):
        answer = call(PATH)
        assert answer.status == 200
        assert answer.headers["content-type"] == "text/plain; charset=utf-8"
        contacts = [x for x in answer.text.splitlines() if x.startswith("Contact: ")]
        assert contacts == [
            "Contact: mailto:security@example.org",
            "Contact: https://a.example",
        ]

    def test_says_the_rest_once(self, settings):
        fields = dict(line.split(": ", 1) for line in call(PATH).text.splitlines())
        assert fields["Canonical"] == settings.SITE_URL + PATH
        assert fields["Preferred-Languages"] == "en, de"
        assert fields["Policy"] == "https://a.example/policy"

    @pytest.mark.parametrize(
        "now", ["2026-11-28T12:00+00:00", "2028-02-29T23:59+00:00", "2027-12-31T00:00Z"]
    )
    def test_expires_within_a_year(self, clock, now):
        clock(moment := datetime.fromisoformat(now))
        line = next(x for x in call(PATH).text.splitlines() if "Expires" in x)
        ends = datetime.strptime(line, "Expires: %Y-%m-%dT%H:%M:%SZ").replace(
            tzinfo=UTC
        )
        assert timedelta(days=300) < ends - moment < timedelta(days=365)

    def test_is_missing_without_a_contact(self, settings):
        settings.SECURITY_CONTACT = []
        assert call(PATH).status == 404

    def test_leaves_out_what_is_not_set(self, settings):
        settings.SECURITY_POLICY, settings.SECURITY_LANGUAGES = "", []
        names = {line.partition(":")[0] for line in call(PATH).text.splitlines()}
        assert names == {"Contact", "Expires", "Canonical"}


class TestContact:
    @pytest.mark.parametrize(
        ("text", "uri"),
        [
            ("security@example.org", "mailto:security@example.org"),
            (" a.b+c@example.co.uk ", "mailto:a.b+c@example.co.uk"),
            ("mailto:security@example.org", "mailto:security@example.org"),
            ("https://example.org/report?a=1", "https://example.org/report?a=1"),
            ("tel:+44-20-7946-0000", "tel:+44-20-7946-0000"),
        ],
    )
    def test_is_an_address(self, text, uri):
        assert contact_uri(text) == uri

    @pytest.mark.parametrize(
        "text",
        ["", "Maria", "http://example.org", "a@b", "javascript:alert(1)", "https://",
         "https://a.example/\nPolicy: https://evil.example", "a@b.org\r\nX: y"],
    )  # fmt: skip
    def test_that_is_none_stops_the_start(self, text):
        with pytest.raises(ImproperlyConfigured, match="SECURITY_CONTACT has"):
            contact_uri(text)
