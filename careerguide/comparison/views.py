"""Show careers side by side: `/compare/?careers=a,b`."""

from django.http import HttpResponsePermanentRedirect, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_safe

from careerguide.models import Career
from careerguide.page_cache.decorators import cacheable

from .blocks import measure_blocks
from .chosen import LEAST, MOST, address_of, read_chosen
from .judging import names_text
from .row_blocks import row_blocks
from .tables import tables_of

MOST_NAMES = 200  # that are proposed while somebody types; of more, a search finds some


@require_safe
def compare(request):
    chosen = read_chosen(request.GET)
    if chosen.redirect:
        permanent, for_now = HttpResponsePermanentRedirect, HttpResponseRedirect
        return (permanent if chosen.is_permanent else for_now)(chosen.redirect)
    careers, names = chosen.careers, _names()
    context = {
        "chosen": chosen,
        "career_list": [
            (career, address_of([c.slug for c in careers if c is not career]))
            for career in careers
        ],
        "careers_value": ",".join(career.slug for career in careers),
        "name_list": names if len(names) <= MOST_NAMES else [],
        "heading": names_text([career.name for career in careers]),
        "can_compare": len(names) >= LEAST,
        "most": MOST,
    }
    if len(careers) >= LEAST:
        tables = tables_of(careers)
        context["measure_list"] = measure_blocks(careers, tables)
        context["row_list"] = row_blocks(careers, tables)
        context["own_path"] = address_of([career.slug for career in careers])
    return render(request, "comparison/compare.html", context)


# There is no end to what can be compared, so no comparison is kept in memory.
page = cacheable(compare, bypass_on=["careers", "add"])


def _names():
    """The names of all careers, as far as a page proposes them."""
    names = Career.objects.published().order_by("name", "pk")
    return list(names.values_list("name", flat=True)[: MOST_NAMES + 1])
