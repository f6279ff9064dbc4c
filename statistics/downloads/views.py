"""Serve everything of a table but its page: data, pictures, catalogue.

Anybody's page or program may fetch it, so it is open to other origins, and it is
checked anew each time by its ETag: a hash of what is sent, which no clock can make
wrong. An item that is not public is not found in any form.
"""

from django.conf import settings
from django.core.paginator import InvalidPage
from django.http import Http404

from careerguide.http.open_data import DATA, answer, open_data
from careerguide.publishing.public.views import shown_or_404

from ..models import StatTable
from .as_json import schema_bytes
from .catalogue import catalogue_page, page_bytes, page_links
from .dataset import absolute
from .formats import FORMATS


@open_data
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
    return headers


@open_data
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
    }
    return answer(request, page_bytes(page), DATA | headers)


@open_data
def schema(request):
    headers = {"Content-Type": "application/schema+json"}
    return answer(request, schema_bytes(), DATA | headers)


def _published(slug):
    return shown_or_404(StatTable, slug)
