"""Show a page of results, and answer with suggestions."""

from django.core.paginator import Paginator
from django.http import JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from careerguide.page_cache.decorators import one_moment

from .asked import Asked, corrected_text
from .documents import career_model, searchable_models
from .missed import missed_searches
from .nearest import nearest_words
from .search import content_weights, search
from .shown import shown
from .stored import careers_of
from .suggestions import suggestions

A_PAGE = 10
MOST_CAREERS = 12  # that are named where nothing is found
MOST_CHOICES = 6  # of careers, to narrow what is found


@require_safe
def search_page(request):
    asked = Asked.read(request.GET)
    with one_moment():
        context = _context(asked, request.GET.get("page"))
        answer = render(request, "search/search.html", context)
    # That moment of the database is one to read in.
    if asked.text and not context["page_obj"] and not (asked.kind or asked.career):
        missed_searches.note(asked.text)
    return answer


@require_safe
def suggest(request):
    # Not of one moment: what goes meanwhile is left out.
    found = suggestions(Asked.read({"q": request.GET.get("q", "")}).text)
    told = ngettext("%d suggestion", "%d suggestions", len(found)) % len(found)
    styles = static("search/suggestions.css")
    words = {"label": _("Suggestions"), "told": told}
    return JsonResponse({"suggestions": found, "styles": styles} | words)


search_page.takes_any_text = suggest.takes_any_text = True


def _context(asked, number):
    if not asked.text:
        return {"asked": asked}
    results = search(
        asked.text,
        correct=not asked.is_exact,
        content_weights=content_weights(),
        **asked.filters,
    )
    page = Paginator(results.documents, A_PAGE).get_page(number)
    context = {
        "asked": asked,
        "query": asked.text,
        "results": results,
        "understood": corrected_text(asked.text, results.plan.corrected),
        "page_obj": page,
        "paginator": page.paginator,
        "is_paginated": page.has_other_pages(),
        "result_list": list(shown(page.object_list, results.plan)),
        "kind_list": [
            (model._meta.verbose_name_plural, asked.query_string(kind=name), name)
            for model in searchable_models()
            if (name := model._meta.model_name)
        ],
        "all_kinds": asked.query_string(kind=None),
        "all_careers": asked.query_string(career=None),
        "everywhere": asked.query_string(kind=None, career=None),
        "link_parameters": asked.options,
        "as_typed": asked.query_string(exact="1"),
        "career_list": [] if asked.career else _choices(asked, results.documents),
    }
    if not results.documents:
        context["word_list"] = nearest_words(asked.text)
        context["career_list"] = [] if asked.career else _first_careers(asked)
    return context


def _choices(asked, documents):
    """(name, its page, results in its guide) of the careers that have most of it."""
    best = {}
    for document in documents:
        best.setdefault(document[0].hit.career, document[0].hit)
    hits = [hit for career, hit in best.items() if career][:MOST_CHOICES]
    careers = careers_of(hits) if len(hits) > 1 else {}
    return [
        (career.name, career.url, asked.query_string(career=career.slug))
        for hit in hits
        if (career := careers.get(hit.career))
    ]


def _first_careers(asked):
    careers = career_model().objects.published().only("name", "slug")[:MOST_CAREERS]
    return [
        (career.name, career.get_absolute_url(), asked.query_string(career=career.slug))
        for career in careers
    ]
