"""Serve everything of a table but its page: data, pictures, catalogue, embed.

Anybody's page or program may fetch it, so it is open to other origins, and it is
checked anew each time by its ETag: a hash of what is sent, which no clock can make
wrong. An item that is not public is not found in any form.
"""

import hashlib

from django.conf import settings
from django.core.paginator import InvalidPage
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from careerguide.http.conditions import unsent
from careerguide.http.headers import content_security_policy
from careerguide.languages.speaking import speaking

from ..models import StatTable
from .as_json import schema_bytes
from .catalogue import catalogue_page, page_bytes, page_links
from .dataset import absolute
from .formats import FORMATS

SHARED = {
    "Cache-Control": "public, max-age=0, must-revalidate",
    "Cross-Origin-Resource-Policy": "cross-origin",
}
DATA = SHARED | {
    "Access-Control-Allow-Origin": "*",
    # An SVG opened by itself is a document, and may do nothing.
    "Content-Security-Policy": "sandbox; default-src 'none'; frame-ancestors 'none'",
}


@require_safe
def download(request, slug, name):
    item = _published(slug)
    headers = file_headers(item, name)
    return answer(request, FORMATS[name].make(item), DATA | headers)


def file_headers(item, name):
    """Return the headers of a table's file in the format `name`; its name in a folder
    says of which edition it is, as a CSV has no place for it.
    """
    form, edition = FORMATS[name], item.edition
    file = f"{item.slug}-edition-{edition.number}" if edition else item.slug
    headers = {
        "Content-Type": form.content_type,
        "Content-Disposition": f'{form.disposition}; filename="{file}.{name}"',
        "Content-Language": item.language or settings.LANGUAGE_CODE,
    }
    if edition:
        headers["Link"] = f'<{absolute(edition.path)}>; rel="cite-as"'
        headers["Access-Control-Expose-Headers"] = "Link"
    return headers


@require_safe
def catalogue(request):
    try:
        page = catalogue_page(request.GET.get("page", 1))
    except InvalidPage as error:
        raise Http404(str(error)) from error
    links = {name: url for name, url in page_links(page).items() if url}
    links["prev"] = links.pop("previous", None)  # as HTTP has it
    links = (f'<{url}>; rel="{name}"' for name, url in links.items() if url)
    headers = {
        "Content-Type": "application/json",
        "Link": ", ".join(links),
        "Access-Control-Expose-Headers": "Link",
    }
    return answer(request, page_bytes(page), DATA | headers)


@require_safe
def schema(request):
    headers = {"Content-Type": "application/schema+json"}
    return answer(request, schema_bytes(), DATA | headers)


@xframe_options_exempt
@require_safe
def embed(request, slug):
    table = _published(slug, StatTable.objects.with_notes())
    with speaking(table.language):
        page = render(request, "statistics/stattable_embed.html", {"table": table})
    policy = content_security_policy(
        settings.HTTPS, script_src="'self'", frame_ancestors="*"
    )
    headers = {"Content-Type": page.headers["Content-Type"]}
    return answer(
        request, page.content, SHARED | headers | {"Content-Security-Policy": policy}
    )


def _published(slug, tables=StatTable.objects):
    tables = tables.published().select_related("career", "measure")
    return get_object_or_404(tables.with_editions(), slug=slug)


def answer(request, content, headers):
    """The content, or 304 to somebody who has it."""
    headers = {**headers, "ETag": f'"{hashlib.sha256(content).hexdigest()[:32]}"'}
    return unsent(request, headers) or HttpResponse(content, headers=headers)
