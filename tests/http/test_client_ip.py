"""Test which address a request is said to come from, and whom we believe."""

import pytest
from django.test import RequestFactory

from careerguide.http.client_ip import address_of, client_of

PROXY = "10.0.0.1"


def request(forwarded=None, direct=PROXY):
    headers = {} if forwarded is None else {"HTTP_X_FORWARDED_FOR": forwarded}
    return RequestFactory().get("/", REMOTE_ADDR=direct, **headers)


class TestWithoutProxies:
    @pytest.mark.parametrize("forwarded", [None, "", "1.2.3.4", "1.2.3.4, 5.6.7.8"])
    def test_header_is_ignored(self, forwarded):
        assert address_of(request(forwarded)) == PROXY

    @pytest.mark.parametrize("direct", ["", "unix:", "nonsense", "\0", "1" * 9_000])
    def test_nonsense_is_not_known(self, direct):
        assert address_of(request(direct=direct)) == ""


class TestBehindProxies:
    @pytest.mark.parametrize(
        ("proxies", "forwarded", "address"),
        [
            (1, "198.51.100.7", "198.51.100.7"),
            # What the client made up stands on the left.
            (1, "1.1.1.1, 198.51.100.7", "198.51.100.7"),
            (2, "1.1.1.1, 198.51.100.7, 10.0.0.9", "198.51.100.7"),
            (1, "198.51.100.7:4711", "198.51.100.7"),
            (1, "2001:DB8:0::1", "2001:db8::1"),
            (1, "[2001:db8::1]:4711", "2001:db8::1"),
            (1, "::ffff:198.51.100.7", "198.51.100.7"),
        ],
    )
    def test_entry_they_added_is_believed(self, settings, proxies, forwarded, address):
        settings.TRUSTED_PROXIES = proxies
        assert address_of(request(forwarded)) == address

    @pytest.mark.parametrize(
        "forwarded",
        [
            *(None, "", "1.1.1.1", ",", ", ,", "unknown, x", " , 1.1.1.1", "a,[x, b"),
            *("999.1.1.1, 1.2.3", "<script>, 10.0.0.9", "1.1.1.1;2.2.2.2,", "٣.1.1.1,"),
        ],
    )
    def test_header_that_none_of_them_wrote_is_not(self, settings, forwarded):
        settings.TRUSTED_PROXIES = 2
        assert address_of(request(forwarded)) == PROXY


class TestClient:
    def test_is_a_whole_network_of_ipv6(self):
        near, far = (
            client_of(request(direct=f"2001:db8::{n}:1")) for n in ("1", "ffff")
        )
        assert near == far == "2001:db8::/64"
        assert client_of(request(direct="2001:db8:0:1::1")) != near

    def test_is_one_address_of_ipv4(self):
        assert client_of(request(direct="192.0.2.1")) == "192.0.2.1"
