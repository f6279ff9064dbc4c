"""Lead from another name of a career to its page: /careers/ml-engineer/.

To its other faces as well, which are whatever stands below that address or in place of
its last slash. Asked only where there is no page and was none: see MIDDLEWARE.
"""

from urllib.parse import urlencode

from django.urls import reverse

from careerguide.http.moved import moved_to
from careerguide.languages.folding import fold
from careerguide.models import Career

from .career_names import career_names


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
        form = match.kwargs.get("slug") if match else None
        address = form and address_of(request.path_info, form)
        if not address:
            return response
        query = request.META.get("QUERY_STRING")
        if query and "?" not in address:
            address = f"{address}?{query}"
        return moved_to(address, for_good=False)

    return middleware


def address_of(path, form):
    """Return where a path with a name in the form of a slug leads to; "" of none.

    What several careers write in ways of their own is searched for as it was asked.
    """
    before = _page(form)
    face = path.removeprefix(before)
    if face == path or face[:1] not in ("/", "."):
        return ""
    meant = dict(career_names().meant_by(form))
    meant.pop(form, None)  # hidden just now, as it has no page: it would lead to itself
    if len(meant) == 1:
        [slug] = meant
        return f"{_page(slug)}{face}"
    if not meant:
        return ""
    names = {fold(name): name for name in reversed(meant.values())}
    [text] = names.values() if len(names) == 1 else [form.lower().replace("-", " ")]
    return f"{reverse('search')}?{urlencode({'q': text})}"


def _page(slug):
    """The address of a career's page, but for its last slash."""
    return Career(slug=slug).get_absolute_url().rstrip("/")
