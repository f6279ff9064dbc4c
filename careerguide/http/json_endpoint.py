"""Guard the editor's JSON endpoints: who may ask, how often, and with which body.

Every answer is JSON with a sentence in it, whatever was sent.
"""

from functools import wraps

from django.core.exceptions import RequestDataTooBig
from django.http import JsonResponse
from django.middleware.csrf import CsrfViewMiddleware, get_token
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from . import rate_limit


class Refused(Exception):
    """Ends a request with a sentence for the editor; `more` joins the JSON."""

    def __init__(self, sentence, status=400, **more):
        super().__init__(sentence)
        self.answer = {"error": str(sentence), **more}
        self.status = status


class _CsrfCheck(CsrfViewMiddleware):
    """Django's own check, giving the reason and not a page."""

    def _reject(self, request, reason):
        return reason


def endpoint(method, per_minute):
    """A view for staff by one method, at most `per_minute` times for each of them.

    Exempt from the CSRF middleware because that answers with pages, and reads the body
    where nobody can turn its errors into JSON: the same check is made in here.
    """

    def decorate(view):
        @csrf_exempt
        @wraps(view)
        def wrapped(request):
            try:
                _check_method(request, method)
                _check_person(request)
                _check_rate(request, view.__name__, per_minute)
                _read_body(request)
                _check_csrf(request)
                response = JsonResponse(view(request))
            except Refused as refusal:
                response = JsonResponse(refusal.answer, status=refusal.status)
                if refusal.status == 405:
                    response.headers["Allow"] = method
                if refusal.status == 429:
                    response.headers["Retry-After"] = "60"
            response.headers["Cache-Control"] = "private, no-store"
            return response

        return wrapped

    return decorate


def _check_method(request, method):
    if request.method != method:
        raise Refused(_("This address only answers %s.") % method, 405)


def _check_person(request):
    if not (request.user.is_active and request.user.is_staff):
        raise Refused(
            _(
                "You are signed out. Your text is still here: sign in again in another "
                "tab, then carry on."
            ),
            403,
            signed_out=True,
        )


def _check_rate(request, name, per_minute):
    if rate_limit.count(f"editor-{name}-{request.user.pk}", 60) > per_minute:
        raise Refused(
            _("That is a lot at once. Wait a minute and try again; nothing is lost."),
            429,
        )


def _read_body(request):
    try:
        request.POST, request.FILES  # noqa: B018  reading is what parses them
    except RequestDataTooBig as error:
        raise Refused(_("That is more than we can take at once."), 413) from error
    except Exception as error:
        # Parsers meet malformed bodies with errors of a dozen kinds.
        raise Refused(_("We cannot read what was sent: try again.")) from error


def _check_csrf(request):
    check = _CsrfCheck(lambda request: None)
    check.process_request(request)
    if check.process_view(request, None, (), {}):
        # Signing in again makes a new token. A page of another site can send this
        # request but not read the answer, so the token is safe in it.
        raise Refused(
            _("This page is older than your sign-in. Try once more."),
            403,
            token=get_token(request),
        )
