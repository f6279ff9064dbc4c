"""Serve a figure for frames: open to any page, which it can neither read nor change."""

from django.conf import settings
from django.shortcuts import get_object_or_404, render
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from careerguide.http.headers import content_security_policy
from careerguide.http.open_data import SHARED, answer
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
    tables = StatTable.objects.published().select_related("career", "measure")
    tables = tables.with_notes().with_editions()
    return _framed(request, {"table": get_object_or_404(tables, slug=slug)})


@xframe_options_exempt
@require_safe
def edition_embed(request, slug, number):
    """The numbers of an edition; of one that was withdrawn, why."""
    try:
        found = find(slug, number)
    except Withdrawn as withdrawn:
        (found,) = withdrawn.args
        page = _framed(request, {"withdrawn": found, "live_table": found.table})
        page.status_code = 410
        return page
    current = found.table.edition
    newer = current if current and current.number != number else None
    context = {"live_table": found.table, "newer": newer, "is_pinned": True}
    return _framed(request, {"table": table_of(found), **context})


def _framed(request, context):
    theme = request.GET.get("theme")
    context["theme"] = theme if theme in THEMES else "auto"
    with speaking((context.get("table") or context["live_table"]).language):
        page = render(request, TEMPLATE, context)
    policy = content_security_policy(
        settings.HTTPS, script_src="'self'", frame_ancestors="*"
    )
    headers = {
        "Content-Type": page.headers["Content-Type"],
        "Content-Security-Policy": policy,
    }
    return answer(request, page.content, SHARED | headers)
