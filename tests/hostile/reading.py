"""Parse HTML into a list of what it is made of, to compare pages."""

import re
from html.parser import HTMLParser

from careerguide.markup import URL_SCHEMES

ADDRESSES = frozenset(
    {
        *("action", "background", "cite", "classid", "codebase", "content", "data"),
        *("formaction", "href", "icon", "longdesc", "manifest", "ping", "poster"),
        *("src", "srcdoc", "srcset", "style", "xlink:href"),
    }
)
BLANKS = "".join(map(chr, range(33)))
SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.I)


class Outline(HTMLParser):
    """Every tag of a page with the names of its attributes, and every address in it."""

    def __init__(self, page):
        super().__init__(convert_charrefs=True)
        self.tags, self.addresses, self.others = [], [], []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        names = sorted(name for name, _value in attrs)
        self.tags.append((tag, *names))
        self.addresses += [
            # Browsers drop these before they look for a scheme.
            (tag, name, re.sub(r"[\t\n\r]", "", value or "").lstrip(BLANKS))
            for name, value in attrs
            if name in ADDRESSES and (tag, name) != ("meta", "content")
        ]

    def handle_endtag(self, tag):
        self.tags.append((f"/{tag}",))

    def handle_comment(self, data):
        self.others.append(data)

    handle_decl = unknown_decl = handle_pi = handle_comment

    @property
    def kinds(self):
        """Each element with each of its attributes, once."""
        return {
            (tag, name)
            for tag, *names in self.tags
            for name in ("", *names)
            if not tag.startswith("/")
        }

    @property
    def foreign(self):
        """Addresses with a scheme that no page of ours holds."""
        return [
            address
            for address in self.addresses
            if (found := SCHEME.match(address[2]))
            and found[1].lower() not in URL_SCHEMES
        ]


def harmless(text):
    """A text of the same words' lengths that means nothing to anybody."""
    return re.sub(r"\S", "a", text)
