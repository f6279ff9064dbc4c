"""Lead from another name of a career to its page: /careers/ml-engineer/.

Asked only where there is no page and was none: see MIDDLEWARE.
"""

from collections import defaultdict

from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.text import slugify

from careerguide.languages.folding import fold
from careerguide.models import Career
from careerguide.publishing.public.until_change import until_change

from .searching import search_address

ROUTES = ("career_detail", "career_print")
BYTES_OF_NAME = 300  # about


def other_names(get_response):
    """Redirect to the one career that a name means, or to a search where several do.

    For now, and not for good: a name may be given to another career, and a browser
    would never ask again.
    """

    def middleware(request):
        response = get_response(request)
        if response.status_code != 404 or request.method not in ("GET", "HEAD"):
            return response
        match = request.resolver_match
        if match is None or match.url_name not in ROUTES or match.namespaces:
            return response
        address = address_of(match.kwargs["slug"], match.url_name)
        if not address:
            return response
        query = request.META.get("QUERY_STRING")
        if query and "?" not in address:
            address = f"{address}?{query}"
        return HttpResponseRedirect(address)

    return middleware


def address_of(name, route):
    """Return where a name, in the form of a slug, leads to; "" of none."""
    meant = careers_by_name().get(name.lower(), ())
    if len(meant) == 1:
        [(slug, _name)] = meant
        return reverse(route, args=[slug])
    return search_address(meant[0][1]) if meant else ""


def careers_by_name():
    """(slug, name) of the published careers that each name means, by its slug form."""
    return until_change("careers by name", _read, _weigh)


def _read():
    found = defaultdict(dict)
    careers = Career.objects.published().only("slug", "name", "other_names")
    for career in careers.order_by("pk"):
        for name in (career.name, *career.other_name_list):
            for form in {slugify(name), slugify(fold(name))} - {""}:
                found[form].setdefault(career.slug, name)
    return {form: tuple(of_form.items()) for form, of_form in found.items()}


def _weigh(found):
    return BYTES_OF_NAME * sum(map(len, found.values()))
