"""Lead from another name of a career to its page: /careers/ml-engineer/.

Asked only where there is no page and was none: see MIDDLEWARE.
"""

from urllib.parse import urlencode

from django.http import HttpResponseRedirect
from django.urls import reverse

from careerguide.languages.folding import fold

from .career_names import career_names

ROUTES = ("career_detail", "career_print", "career_epub", "career_file")


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
        if match is None or match.view_name not in ROUTES:
            return response
        address = address_of(match.kwargs["slug"], match.view_name)
        if not address:
            return response
        query = request.META.get("QUERY_STRING")
        if query and "?" not in address:
            address = f"{address}?{query}"
        return HttpResponseRedirect(address)

    return middleware


def address_of(form, route):
    """Return where a name, in the form of a slug, leads to; "" of none.

    What several careers write in ways of their own is searched for as it was asked.
    """
    meant = dict(career_names().meant_by(form))
    meant.pop(form, None)  # hidden just now, as it has no page: it would lead to itself
    if len(meant) == 1:
        return reverse(route, args=[*meant])
    if not meant:
        return ""
    names = {fold(name): name for name in reversed(meant.values())}
    [text] = names.values() if len(names) == 1 else [form.lower().replace("-", " ")]
    return f"{reverse('search')}?{urlencode({'q': text})}"
