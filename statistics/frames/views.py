"""Serve a figure for frames: open to any page, which it can neither read nor change.

Where there is none any more, a sentence says so, in a frame, too: a page that cannot be
framed would show as an error of the browser, in the middle of somebody's article.
"""

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from careerguide.http.headers import content_security_policy
from careerguide.http.open_data import SHARED, answer
from careerguide.identity.current import as_it_was
from careerguide.languages.speaking import speaking
from statistics.editions.stored import table_of
from statistics.editions.views import Withdrawn, find
from statistics.models import StatTable

from .snippets import THEMES

TEMPLATE = "statistics/stattable_embed.html"


@xframe_options_exempt
@require_safe
def embed(request, slug):
    """The newest numbers of a table."""
    if (table := StatTable.objects.shown_at(slug)) is None:
        return _missing(request)
    return _framed(request, {"table": table})


@xframe_options_exempt
@require_safe
def edition_embed(request, slug, number):
    """The numbers of an edition; of one that was withdrawn, why."""
    try:
        found = find(slug, number)
    except Withdrawn as withdrawn:
        (found,) = withdrawn.args
        return _framed(request, {"withdrawn": found, "live_table": found.table}, 410)
    except Http404:
        return _missing(request)
    current = found.table.edition
    newer = current if current and current.number != number else None
    context = {"live_table": found.table, "newer": newer, "is_pinned": True}
    table = table_of(found)
    licence = table.stored_facts["licence"] or {}
    with as_it_was(
        licence=licence.get("name") or "", licence_url=licence.get("url") or ""
    ):
        return _framed(request, {"table": table, **context})


def _missing(request):
    return _framed(request, {"is_missing": True}, 404)


def _framed(request, context, status=200):
    theme = request.GET.get("theme")
    context["theme"] = theme if theme in THEMES else "auto"
    shown = context.get("table") or context.get("live_table")
    with speaking(shown.language if shown else ""):
        page = render(request, TEMPLATE, context)
    policy = content_security_policy(
        settings.HTTPS, script_src="'self'", frame_ancestors="*"
    )
    headers = {
        "Content-Type": page.headers["Content-Type"],
        "Content-Security-Policy": policy,
    }
    if status != 200:  # which nobody is told to have already
        return HttpResponse(page.content, status=status, headers=SHARED | headers)
    return answer(request, page.content, SHARED | headers)
