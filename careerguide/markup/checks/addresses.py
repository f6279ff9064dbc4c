"""Find what is wrong with an address by itself, and which page of the site it names."""

import re
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from django.utils.translation import gettext as _

from careerguide.markup.characters import ODD
from careerguide.markup.rules import URL_SCHEMES

from .findings import shortened
from .hosts import fault_of_host, survives_sanitising

_QUOTES = "“”„‟‘’‚‛«»‹›\"'′″<>「」『』＂＇"
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_DOMAIN = re.compile(
    r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+([^\W\d_]{2,24})(?::\d{1,5})?(?=[/?#]|$)"
)
_FILE_TYPES = frozenset(
    {
        *("asp", "aspx", "avif", "csv", "doc", "docx", "epub", "gif", "htm", "html"),
        *("jpeg", "jpg", "json", "md", "odp", "ods", "odt", "pdf", "php", "png", "ppt"),
        *("pptx", "rtf", "svg", "tex", "txt", "webp", "xls", "xlsx", "xml", "zip"),
    }
)
_MAIL = re.compile(r"[^@\s/?#]+@[^@\s/?#]+\.[^@\s/?#.]{2,}")
_ENDS = " \t\n"
_BLANK_FIRST = re.compile("%(?:20|0[9ad])", re.I)
_HTTP = re.compile(r"https?://", re.I)
_MISTYPED = re.compile(
    r"(?:https?|htt?ps?|htp|hhtps?|ttps?)(?::/{0,3}|/{1,2}|;/{1,2})(?=[\w-]+\.)", re.I
)
_TWICE = re.compile(r"https?:/{0,3}(?=https?(?::|//))", re.I)
_PHONE = re.compile(r"(?:\+|00?)[1-9][\d().-]{4,20}")
_DISK = re.compile(r"[a-zA-Z]:[\\/]|\\\\|file:|~/")


@dataclass(frozen=True)
class OwnAddress:
    """An address on this site; `path` is relative if it does not begin with a slash.

    Without a path it names a place in the text itself.
    """

    path: str
    fragment: str


def looks_like_an_address(text: str) -> bool:
    text = text.strip("<>")
    if not text or re.search(r"\s", text):
        return False
    return bool(
        re.match(r"https?:|mailto:|tel:|www\.|[/#]", text, re.I)
        or is_domain(text)
        or _MAIL.fullmatch(text)
    )


def is_domain(address: str) -> bool:
    found = _DOMAIN.match(address)
    return bool(found) and (
        found[1].lower() not in _FILE_TYPES or address.lower().startswith("www.")
    )


def examine(written: str, site: str) -> tuple[str, OwnAddress | None]:
    """Return (what is wrong, or "", the own address that it is).

    `site` is our own host.
    """
    address = unquote(written)
    named = {"address": shortened(address)}
    if not address.strip():
        return _("A link has no address: write [words](https://…)."), None
    bare = ODD.sub("", address).strip(f" \t\n{_QUOTES}").strip()
    quotes = [c for c in address if c in _QUOTES]
    if quotes and (
        address.lstrip(_ENDS)[0] in _QUOTES or _ends_in_lone(quotes, address)
    ):
        named["bare"] = shortened(bare)
        return _(
            "The address “%(bare)s” stands in quotes, so it leads nowhere: take them "
            "out."
        ) % named, None
    if address.strip(_ENDS)[0] == "`":
        named["bare"] = shortened(bare.strip("`"))
        return _(
            "The address “%(bare)s” stands in backticks, so it leads nowhere: take "
            "them out."
        ) % named, None
    if ODD.search(address.strip(_ENDS)) or _BLANK_FIRST.match(written):
        named["bare"] = shortened(ODD.sub("", address).strip(_ENDS))
        return _(
            "The address “%(bare)s” has a blank or a mark in it that cannot be seen: "
            "type it anew."
        ) % named, None
    problem, own = _by_scheme(address.strip(_ENDS), site, named)
    if not problem and not survives_sanitising(written.strip(_ENDS)):
        return _unreadable(named), None
    return problem, own


def _unreadable(named):
    return (
        _(
            "“%(address)s” is no address that browsers can read, so the link is left "
            "out: type it anew."
        )
        % named
    )


def _ends_in_lone(quotes, address):
    """Whether a quote ends it that none in it began."""
    return len(quotes) == 1 and address.rstrip(_ENDS)[-1] == quotes[0]


def _by_scheme(address, site, named):
    if _DISK.match(address):
        return _(
            "“%(address)s” is on a computer and not on the web: readers cannot open it."
        ) % named, None
    if (found := _MISTYPED.match(address)) and not _HTTP.match(address):
        named["rest"] = shortened(address[found.end() :])
        return _(
            "The address “%(address)s” does not begin as it should: write "
            "https://%(rest)s."
        ) % named, None
    if twice := _TWICE.match(address):
        named["rest"] = shortened(
            re.sub(r"^(https?):?/*", r"\1://", address[twice.end() :])
        )
        return _("“%(address)s” begins twice: write %(rest)s.") % named, None
    scheme = _SCHEME.match(address)
    name = scheme[1].lower() if scheme else ""
    if scheme and "." in name and is_domain(address):
        return _no_scheme(named), None
    if name and name not in URL_SCHEMES and "::" in address:
        return _(
            "“<%(address)s>” reads as a link that leads nowhere: write &lt; for < if "
            "it is meant as it stands."
        ) % named, None
    if name and name not in URL_SCHEMES:
        return _(
            "“%(address)s” is no link that readers may follow: an address begins with "
            "https://, mailto:, tel: or /."
        ) % named, None
    if name == "mailto":
        people = address.partition(":")[2].partition("?")[0].split(",")
        if any(person != person.strip() for person in people):
            named["people"] = ",".join(person.strip() for person in people)
            return _(
                "“%(address)s” has a blank: write mailto:%(people)s."
            ) % named, None
        if not all(_MAIL.fullmatch(person) for person in people):
            return _(
                "“%(address)s” is no e-mail address: write mailto:name@example.org."
            ) % named, None
        return "", None
    if name == "tel":
        if not re.search(r"\d", address):
            return _("“%(address)s” has no number: write tel:+44…") % named, None
        return "", None
    return _on_the_web(address, name, site, named)


def _on_the_web(address, name, site, named):
    try:
        parts = urlsplit(f"https:{address}" if address[:2] == "//" else address)
        host, _port = parts.hostname or "", parts.port
    except ValueError:
        return _unreadable(named), None
    if name or address[:2] == "//":
        own = site and parts.netloc.lower() == site.lower()
        if own:
            return "", OwnAddress(parts.path or "/", parts.fragment)
        return fault_of_host(parts, host) % named, None
    if address[0] in "/#?":
        return "", OwnAddress(parts.path, parts.fragment)
    if is_domain(address):
        return _no_scheme(named), None
    if _PHONE.fullmatch(address):
        named["number"] = re.sub(r"[^+\d]", "", address)
        return _(
            "“%(address)s” lacks its beginning: write tel:%(number)s."
        ) % named, None
    if _MAIL.fullmatch(address):
        return _(
            "“%(address)s” lacks its beginning: write mailto:%(address)s."
        ) % named, None
    return "", OwnAddress(parts.path, parts.fragment)


def _no_scheme(named):
    return (
        _(
            "“%(address)s” lacks its beginning, so it leads to a page of this site "
            "that is not there: write https://%(address)s."
        )
        % named
    )
