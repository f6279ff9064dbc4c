"""Test addresses as strict grammars take them."""

from careerguide.http.uris import strict_uri
from tests.each import each


@each(
    "address, strict",
    [
        ("https://a.org/b?c=d|e", "https://a.org/b?c=d%7Ce"),
        ("https://a.org/100%", "https://a.org/100%25"),
        ("https://a.org/%7Cb%2f", "https://a.org/%7Cb%2f"),
        ("https://a.org/a b{c}^`", "https://a.org/a%20b%7Bc%7D%5E%60"),
        ("https://a.org/x[1]?y[]=2#z[3]", "https://a.org/x%5B1%5D?y%5B%5D=2#z%5B3%5D"),
        ("https://[2001:db8::1]:80/x", "https://[2001:db8::1]:80/x"),
        ("https://a.org/#b#c", "https://a.org/#b%23c"),
        ("https://ü.org/ä?ب", "https://ü.org/ä?ب"),
        ("mailto:a|b@c.org", "mailto:a%7Cb@c.org"),
        ("text.xhtml#note-1", "text.xhtml#note-1"),
        ("", ""),
    ],
)
def test_holds_only_what_may_stand_there(address, strict):
    assert strict_uri(address) == strict
    assert strict_uri(strict) == strict
