"""Show an edition, and serve its files: the bytes that were served when it was new."""

import json
from functools import wraps

from django.http import Http404
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from careerguide.http.errors import error_page
from careerguide.http.open_data import DATA, answer, open_data
from careerguide.publishing.public.views import shown_or_404
from statistics.downloads.as_json import json_bytes
from statistics.downloads.views import file_headers
from statistics.models import StatTable

from .changes import changes_between
from .links import edition_links, file_bytes
from .names import shown_editions
from .stored import table_of
from .version import Version


class Withdrawn(Exception):
    """Refuse what was withdrawn; its argument is the edition."""


def answers_withdrawn(view):
    """Answer 410 with the reason where `view` finds that an edition was withdrawn."""

    @wraps(view)
    def answer_or_reason(request, slug, number, **options):
        try:
            return view(request, slug, number, **options)
        except Withdrawn as withdrawn:
            (found,) = withdrawn.args
            title = _("Edition %d of this table was withdrawn") % number
            message = title, found.withdrawn_reason
            table = found.table
            way_on = {"title": str(table), "url": table.get_absolute_url()}
            return error_page(request, 410, message, nearest_list=[way_on])

    return answer_or_reason


@require_safe
@answers_withdrawn
def edition(request, slug, number):
    found = find(slug, number)
    table, version = found.table, Version(found)
    facts = version.facts
    current = table.edition
    is_current = bool(current) and current.number == number
    names = {name.number: name for name in table.edition_names}
    context = {
        "edition": found,
        "version": version,
        "table": version.table,
        "live_table": table,
        "current": current,
        "is_current": is_current,
        "change_list": changes_between(facts, json.loads(json_bytes(table))),
        "download_list": edition_links(found, version.table),
        "citation": facts["citation"]["text"],
        "bibtex": facts["citation"]["bibtex"],
        "licence": facts["licence"],
        "before": names.get(number - 1),
        "after": names.get(number + 1),
    }
    return render(request, "statistics/edition_detail.html", context)


@open_data
@answers_withdrawn
def download(request, slug, number, name):
    found = find(slug, number)
    table = table_of(found)
    headers = DATA | file_headers(table, name)
    return answer(request, file_bytes(found, table, name), headers)


def find(slug, number):
    """Return an edition of a table that readers see, with its table.

    Raises Http404, and `Withdrawn`.
    """
    table = shown_or_404(StatTable, slug)
    found = shown_editions().filter(table=table, number=number).first()
    if found is None:
        raise Http404
    found.table = table
    if found.is_withdrawn:
        raise Withdrawn(found)
    return found
