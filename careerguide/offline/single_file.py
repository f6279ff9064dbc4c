"""Write a whole guide as one HTML file, which asks for nothing and needs no script."""

import base64
import hashlib
from functools import cache
from html import escape
from pathlib import Path

import rcssmin
from django.contrib.staticfiles import finders
from django.utils.translation import get_language, get_language_bidi
from django.utils.translation import gettext as _

from . import pictures
from .tree import as_html, parse

SHEETS = (
    "careerguide/css/site.css",
    "careerguide/css/paper.css",
    "careerguide/css/print_view.css",
    "careerguide/css/print_paper.css",
    "careerguide/css/change_notes.css",
)
OWN_SHEET = Path(__file__).with_name("file.css")


@cache
def styles():
    """Return the styles of the print view, and ours, as they stand in the file."""
    paths = [Path(finders.find(name)) for name in SHEETS]
    texts = [path.read_text(encoding="utf-8") for path in [*paths, OWN_SHEET]]
    return rcssmin.cssmin("\n".join(texts))


@cache
def policy():
    """Return what the file may load: what it brings along, and nothing else."""
    known = base64.b64encode(hashlib.sha256(styles().encode()).digest()).decode()
    return f"default-src 'none'; img-src data:; style-src 'sha256-{known}'"


def html_bytes(guide):
    body = parse(guide.html("offline/guide.html"), "body")
    _put_parts(body, guide.part_html)
    _lead_links(body, guide.links)
    pictures.place_pictures(body, _inside)
    direction = ' dir="rtl"' if get_language_bidi() else ""
    title = _("%s: the whole guide") % guide.career.name
    head = [
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy()}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(title)}</title>",
        f'<link rel="canonical" href="{escape(guide.address)}">',
        '<meta name="color-scheme" content="light dark">',
        f"<style>{styles()}</style>",
    ]
    return "\n".join(
        [
            "<!doctype html>",
            f'<html lang="{get_language()}"{direction}>',
            *("<head>", *head, "</head>"),
            as_html(body),
            "</html>\n",
        ]
    ).encode()


def _put_parts(body, part_html):
    [place] = (e for e in body.iter("div") if e.get("id") == "parts")
    for html in part_html:
        place.extend(parse(html))
    place.set("class", "print-view")


def _lead_links(body, links):
    for link in body.iter("a"):
        if (href := link.get("href", "")).startswith("/"):
            link.set("href", links(href)[0])


def _inside(name):
    if (content := pictures.stored_bytes(name)) is None:
        return None
    return f"data:image/webp;base64,{base64.b64encode(content).decode()}"
