"""Test what an Accept-Encoding header accepts."""

from careerguide.http.negotiation import acceptable
from tests.each import each


@each(
    ("header", "taken"),
    [
        ("", [""]),
        ("gzip, deflate, br, zstd", ["br", "gzip", ""]),
        ("GZIP", ["gzip", ""]),
        ("*", [""]),
        ("gzip;q=0.5, br;q=0.4", ["gzip", "br", ""]),
        ("br;q=0, gzip;q=0.5", ["gzip", ""]),
        ("br; q=0.000,gzip ;q = 0", [""]),
        ("identity;q=1, gzip;q=0.5", ["", "gzip"]),
        ("identity;q=0, gzip", ["gzip"]),
        ("identity;q=0, *", ["br", "gzip"]),
        ("identity;q=0, *;q=0.3, br;q=0", ["gzip"]),
        ("identity;q=0", []),
        ("*;q=0", []),
        ("*;q=0, identity", [""]),
        ("*;q=0, gzip;q=0.1", ["gzip"]),
        ("br;q=é, gzip;q=7", ["br", "gzip", ""]),
        (";;,=,q=0,br", ["br", ""]),
        ("br" * 10_000, [""]),
        ("gzip;q=0," * 1_000, [""]),
    ],
)
def test_what_a_header_takes_the_best_first(header, taken):
    assert [*acceptable(header, ("br", "gzip"))] == taken
