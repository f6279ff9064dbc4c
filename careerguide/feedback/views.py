"""Take feedback: "Was this helpful?" and "Report a problem", at one address.

The form stands in pages that caches keep, so it has no token: `origins` says what is
checked instead. Every answer is a page with one `.feedback-part` in it; the script
takes that part out of it and puts it where the form was.
"""

from django.conf import settings
from django.core.signing import BadSignature, TimestampSigner
from django.http import HttpResponseNotAllowed, UnreadablePostError
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from careerguide.http.errors import error_page
from careerguide.http.same_origin import is_our_own

from . import limits
from .forms import ProblemForm, ReasonForm
from .models import Feedback, Kind, Reason
from .page_items import item_at
from .retention import forget_senders, prune_feedback
from .senders import sender_of

MAX_BYTES = 64_000  # the longest text with every character written as %F0%9F%90%9D
KEY_SECONDS = 24 * 60 * 60
VOTES = {"yes": Kind.HELPFUL, "no": Kind.NOT_HELPFUL}

NOT_OURS = (
    _("We do not know where this form came from"),
    _(
        "We take feedback from our own pages only, and nothing was sent. Go back, load "
        "the page again, and send it once more."
    ),
)
GONE = _("There is no such page any more, so it takes no feedback.")
TOO_OLD = _(
    "That form was too old, but your “No” is kept. You can send us your words here."
)
THANKS = {
    Kind.HELPFUL: _("Thank you. It is good to know that this page helped."),
    Kind.NOT_HELPFUL: _("Thank you. The editors will read what you told us."),
    Kind.PROBLEM: _("Thank you. The editors will read your report."),
}

keys = TimestampSigner(salt="careerguide.feedback.reason")


@csrf_exempt
@never_cache
def send(request):
    if request.method in ("GET", "HEAD"):
        return redirect("home")
    if request.method != "POST":
        return HttpResponseNotAllowed(["GET", "HEAD", "POST"])
    if not is_our_own(request):
        return error_page(request, 403, NOT_OURS)
    if request.content_type != "application/x-www-form-urlencoded":
        return error_page(request, 400)
    if int(request.META.get("CONTENT_LENGTH") or 0) > MAX_BYTES:
        return error_page(request, 413)
    try:
        data = request.POST
    except UnreadablePostError:  # who sent it has gone
        return error_page(request, 400)
    return _take(request, data)


def _take(request, data):
    step = next((step for name, step in STEPS.items() if name in data), None)
    if step is None:
        return error_page(request, 400)
    item = item_at(data.get("page", ""))
    if item is None:
        return _answer(request, "gone", status=404, error=GONE)
    sender = sender_of(request)
    try:
        limits.check_client(sender)
        return step(request, data, item, sender)
    except limits.LimitReached as limit:
        page = _answer(request, FORM_OF[step], item, status=429, error=limit.sentence)
        page.headers["Retry-After"] = str(limit.seconds)
        return page


def _vote(request, data, item, sender):
    kind = VOTES.get(data["helpful"])
    if kind is None:
        return error_page(request, 400)
    feedback = _store(item, sender, kind)
    if kind == Kind.HELPFUL:
        return _thank(request, item, kind)
    return _answer(request, "reasons", item, key=keys.sign(feedback.pk))


def _give_reason(request, data, item, sender):
    """Add to an answer what was wrong, once: the key was given to who answered."""
    try:
        key = keys.unsign(data["key"], max_age=KEY_SECONDS)
    except BadSignature:
        return _answer(request, "report", item, status=400, error=TOO_OLD)
    form = ReasonForm(data)
    if not form.is_valid():
        return _answer(request, "reasons", item, status=422, error=_first_error(form))
    if not data.get("subject"):
        answers = Feedback.objects.filter(pk=key, reason="", text="")
        answers.update(**form.cleaned_data, handled_at=None, handled_by=None)
    return _thank(request, item, Kind.NOT_HELPFUL)


def _report(request, data, item, sender):
    form = ProblemForm(data)
    if not form.is_valid():
        return _answer(request, "report", item, status=422, error=_first_error(form))
    if not data.get("subject"):  # a field that people cannot see
        _store(item, sender, Kind.PROBLEM, form.cleaned_data["text"])
    return _thank(request, item, Kind.PROBLEM)


STEPS = {"helpful": _vote, "key": _give_reason, "text": _report}
FORM_OF = {_vote: "vote", _give_reason: "reasons", _report: "report"}


def _store(item, sender, kind, text=""):
    page = item.get_absolute_url()
    limits.check_room(page)
    forget_senders()
    prune_feedback(settings.FEEDBACK_DAYS)
    return Feedback.objects.create(
        item=item, page=page, kind=kind, text=text, sender=sender
    )


def _thank(request, item, kind):
    return _answer(request, "thanks", item, thanks=THANKS[kind])


def _first_error(form):
    return next(iter(form.errors.values()))[0]


def _answer(request, part, item=None, *, status=200, **context):
    """A page with the part; its form keeps what was said in it."""
    context = {
        "part": f"feedback/_{part}.html",
        "item": item,
        "page": item and item.get_absolute_url(),
        "key": request.POST.get("key", ""),
        "data": request.POST,
        "reason_list": Reason.choices,
        "invalid": status == 422,
    } | context
    return render(request, "feedback/answer.html", context, status=status)
