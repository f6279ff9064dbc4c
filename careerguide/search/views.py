"""Show a page of results, and answer with suggestions."""

from django.http import HttpResponse, JsonResponse
from django.templatetags.static import static
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from careerguide.page_cache.decorators import one_moment

from .asked import Asked
from .missed import missed_searches
from .page import page_of, page_of_nothing
from .search import content_weights, search
from .suggestions import suggestions


@require_safe
def search_page(request):
    asked = Asked.read(request.GET)
    with one_moment():
        if not asked.text:
            return HttpResponse(page_of_nothing(request, asked))
        results = search(
            asked.text,
            correct=not asked.is_exact,
            content_weights=content_weights(),
            **asked.filters,
        )
        html = page_of(request, asked, results, request.GET.get("page"))
    # That moment of the database is one to read in.
    if not (results.documents or asked.kind or asked.career):
        missed_searches.note(asked.text)
    return HttpResponse(html)


@require_safe
def suggest(request):
    # Not of one moment: what goes meanwhile is left out.
    found = suggestions(Asked.read({"q": request.GET.get("q", "")}).text)
    told = ngettext("%d suggestion", "%d suggestions", len(found)) % len(found)
    styles = static("search/suggestions.css")
    words = {"label": _("Suggestions"), "told": told}
    return JsonResponse({"suggestions": found, "styles": styles} | words)


search_page.takes_any_text = suggest.takes_any_text = True
