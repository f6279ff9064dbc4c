"""Answer programs that ask how to embed an address of ours: oEmbed 1.0.

Whoever pastes the address of a table into their own site gets its figure, if what they
write with knows https://oembed.com.
"""

import json
import re
from urllib.parse import unquote, urlencode, urlsplit
from xml.etree import ElementTree

from django.conf import settings
from django.http import Http404, HttpResponse
from django.urls import Resolver404, resolve, reverse
from django.utils.translation import gettext as _

from careerguide.http.open_data import OPEN, answer, open_data
from careerguide.identity.current import current
from careerguide.publishing.public.redirect_middleware import current_address
from statistics.charts.card_canvas import HEIGHT as CARD_HEIGHT
from statistics.charts.card_canvas import WIDTH as CARD_WIDTH
from statistics.downloads.dataset import absolute
from statistics.downloads.links import form_address
from statistics.editions.names import edition_path
from statistics.editions.stored import table_of
from statistics.editions.views import Withdrawn, find
from statistics.models import StatTable

from .snippets import NARROWEST, THEMES, WIDTH, Frame, height_for

ROUTES = {"detail", "embed", "edition", "edition_embed"}
TYPES = {"json": "application/json", "xml": "text/xml; charset=utf-8"}
LONGEST = 2_000
PIXELS = re.compile(r"[1-9][0-9]{0,4}", re.A)


@open_data
def oembed(request):
    """404 for what is none of our tables, 501 for a form that there is not."""
    form = request.GET.get("format") or "json"
    url = request.GET.get("url", "")
    if form not in TYPES:
        return _refusal(501, _("There is JSON and XML: format=json or format=xml."))
    if not url:
        return _refusal(400, _("Name the address of a table: ?url=…"))
    try:
        frame = frame_of(url)
    except Http404:
        return _refusal(404, _("There is no table at this address."))
    room = [_pixels(request.GET.get(name)) for name in ("maxwidth", "maxheight")]
    answered = response(frame, *room)
    content = json.dumps(answered) if form == "json" else _as_xml(answered)
    return answer(request, content.encode(), OPEN | {"Content-Type": TYPES[form]})


def frame_of(url):
    """Return the Frame of what is at an address of ours. Raises Http404."""
    asked, site = _split(url), urlsplit(settings.SITE_URL)
    if (
        asked.scheme not in ("http", "https")
        or asked.netloc.lower() != site.netloc.lower()
    ):
        raise Http404
    path = unquote(asked.path)
    path = path if path.endswith("/") else f"{path}/"
    match = _resolved(path)
    if not StatTable.objects.published().filter(slug=match.kwargs["slug"]).exists():
        match = _resolved(current_address(path, match.kwargs["slug"]))
    slug, number = match.kwargs["slug"], match.kwargs.get("number")
    theme = re.search(r"(?:^|&)theme=(\w+)", asked.query)
    theme = theme[1] if theme and theme[1] in THEMES else ""
    if number is None:
        if (table := StatTable.objects.shown_at(slug)) is None:
            raise Http404
        return Frame(table, theme=theme)
    try:
        return Frame(table_of(find(slug, number)), number, theme)
    except Withdrawn as withdrawn:
        raise Http404 from withdrawn


def response(frame, most_width=None, most_height=None):
    """Return what oEmbed calls a rich response."""
    table = frame.table
    width = min(WIDTH, most_width or WIDTH)
    height = height_for(table, max(width, NARROWEST))
    height = min(height, most_height or height)
    return {
        "version": "1.0",
        "type": "rich",
        "title": str(table.title),
        "provider_name": current().name,
        "provider_url": absolute("/"),
        "html": frame.html(width, height, grows=most_height is None),
        "width": width,
        "height": height,
    } | _thumbnail(frame, most_width, most_height)


def _thumbnail(frame, most_width, most_height):
    """The picture of the same numbers, if it may be as large as it is."""
    fits = (most_width or CARD_WIDTH) >= CARD_WIDTH
    if not fits or (most_height or CARD_HEIGHT) < CARD_HEIGHT:
        return {}
    return {
        "thumbnail_url": _picture(frame),
        "thumbnail_width": CARD_WIDTH,
        "thumbnail_height": CARD_HEIGHT,
    }


def _picture(frame):
    if frame.edition:
        return absolute(edition_path(frame.table.slug, frame.edition, "png"))
    return form_address(frame.table, "png")


def discovery_links(url):
    """Return the type and the address of each answer about a page."""
    return [
        (f"{TYPES[form].partition(';')[0]}+oembed", f"{_endpoint()}?{query}")
        for form in TYPES
        for query in [urlencode({"url": url, "format": form})]
    ]


def _endpoint():
    return absolute(reverse("oembed"))


def _split(url):
    if len(url) > LONGEST:
        raise Http404
    try:
        return urlsplit(url)
    except ValueError as error:
        raise Http404 from error


def _resolved(path):
    try:
        match = resolve(path)
    except (Resolver404, UnicodeError) as error:
        raise Http404 from error
    if match.app_name != "statistics" or match.url_name not in ROUTES:
        raise Http404
    return match


def _pixels(text):
    """A length as it is asked for; None where nothing sensible is."""
    return int(text) if text and PIXELS.fullmatch(text) else None


def _as_xml(answered):
    root = ElementTree.Element("oembed")
    for name, value in answered.items():
        ElementTree.SubElement(root, name).text = str(value)
    text = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n{text}\n'


def _refusal(status, sentence):
    headers = OPEN | {"Cache-Control": "no-store"}
    plain = "text/plain; charset=utf-8"
    refused = HttpResponse(
        f"{sentence}\n", status=status, content_type=plain, headers=headers
    )
    refused._has_been_logged = True  # anybody may cause it, and 501 is no error of ours
    return refused
