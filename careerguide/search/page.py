"""Make a page of results.

What stands around what was found is rendered once for each change of the content, and
filled for each search; so is the HTML of one result.
"""

from functools import lru_cache
from urllib.parse import quote_plus

from django.core.paginator import Paginator
from django.template.loader import render_to_string
from django.utils.translation import get_language

from careerguide.caching.memory import digest, memory_cache
from careerguide.languages.sentences import cut_at_word
from careerguide.markup.directions import other_language_html
from careerguide.markup.slots import Slotted, joined, slot
from careerguide.publishing.public.until_change import until_change

from .asked import corrected_text
from .documents import career_model, searchable_models
from .nearest import nearest_words
from .shown import shown
from .stored import careers_of

A_PAGE = 10
MOST_CAREERS = 12  # that are named where nothing is found
MOST_IN_TITLE = 40  # characters of what was typed that a title has room for
MOST_CHOICES = 6  # of careers, to narrow what is found


def page_of_nothing(request, asked):
    """Return the HTML of the page where no word is asked for."""
    return until_change(
        digest("search", asked.options),
        lambda: render_to_string("search/search.html", {"asked": asked}, request),
        weigh=len,
    )


def page_of(request, asked, results, number):
    """Return the HTML of a page of `Results`; its `number` may be any text."""
    page = Paginator(results.documents, A_PAGE).get_page(number)
    choices = [] if asked.career else _choices(asked, results.documents)
    words = [] if results.documents else nearest_words(asked.text)
    values = {
        "query": asked.text,
        "title": cut_at_word(asked.text, MOST_IN_TITLE),
        "address": quote_plus(asked.text),
        "understood": corrected_text(asked.text, results.plan.corrected),
        "found": _found(page.object_list, results),
        "told": _told(page.paginator.count, results),
        "choices": _links(choices),
        "words": _links([(f"?q={quote_plus(word)}", word) for word in words]),
    }
    there = tuple(name for name, value in values.items() if value)
    if not results.plan.corrected:
        there = tuple(name for name in there if name != "understood")
    key = digest(
        "search", asked.but("").options, page.number, page.paginator.num_pages, there
    )
    frame = until_change(
        key, lambda: _frame(request, asked, page, there), weigh=Slotted.__sizeof__
    )
    return frame.fill(values)


def _links(links):
    of_one = piece("search/_choice.html", ("url", "name"))
    found = [of_one.fill({"url": url, "name": name}) for url, name in links]
    return joined(found)


def piece(template_name, names):
    """Return a template as it is with these in its context, to be filled."""
    return _piece(template_name, names, get_language())


@lru_cache(maxsize=100)
def _piece(template_name, names, language):
    return Slotted(
        render_to_string(template_name, {name: slot(name) for name in names})
    )


def _frame(request, asked, page, there):
    asked = asked.but(slot("address"))
    context = {name: slot(name) for name in there} | {
        "asked": asked,
        "query": slot("query"),
        "page_obj": page,
        "paginator": page.paginator,
        "is_paginated": page.has_other_pages(),
        "kind_list": [
            (model._meta.verbose_name_plural, asked.query_string(kind=name), name)
            for model in searchable_models()
            if (name := model._meta.model_name)
        ],
        "all_kinds": asked.query_string(kind=None),
        "all_careers": asked.query_string(career=None),
        "everywhere": asked.query_string(kind=None, career=None),
        "here": asked.query_string(),
        "as_typed": asked.query_string(exact="1"),
        "link_parameters": asked.options,
        "career_list": [] if asked.career or "found" in there else _first_careers(),
    }
    return Slotted(render_to_string("search/search.html", context, request))


def _found(documents, results):
    found, language = [], get_language()
    for one in shown(documents, results.plan, results.pieces):
        sections = []
        for section in one.sections:
            values = {
                "url": section.url,
                "heading": section.heading,
                "excerpt": section.excerpt,
            }
            there = tuple(name for name, value in values.items() if value)
            sections.append(
                _piece("search/_result_section.html", there, language).fill(values)
            )
        values = {
            "url": one.url,
            "title": one.title,
            "kind": one.kind,
            "career": one.career,
            "spoken": other_language_html(one.language) if one.language else "",
            "sections": joined(sections),
        }
        there = tuple(name for name, value in values.items() if value)
        found.append(_piece("search/_result.html", there, language).fill(values))
    return joined(found)


def _told(count, results):
    context = {
        "counter": count,
        "has_more": results.has_more,
        "has_all": results.has_all,
    }
    return memory_cache.get(
        digest("search/_told.html", *context.values()),
        lambda: render_to_string("search/_told.html", context),
    )


def _choices(asked, documents):
    """(address of the results in its guide, name) of the careers that have most."""
    best = {}
    for document in documents:
        best.setdefault(document[0].hit.career, document[0].hit)
    hits = [hit for career, hit in best.items() if career][:MOST_CHOICES]
    careers = careers_of(hits) if len(hits) > 1 else {}
    return [
        (asked.query_string(career=career.slug), career.name)
        for hit in hits
        if (career := careers.get(hit.career))
    ]


def _first_careers():
    careers = career_model().objects.published().only("name", "slug")[:MOST_CAREERS]
    return [(career.name, career.get_absolute_url()) for career in careers]
