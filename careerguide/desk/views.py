"""Serve the pages behind the first page of the admin, and what its buttons do."""

from functools import wraps

from django.contrib import admin, messages
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from careerguide.feedback.models import Feedback
from careerguide.http.keys import is_key
from careerguide.languages.writing import number_text
from careerguide.models import Career
from careerguide.publishing.admin.reviewing import address_after, confirm_all, tell
from careerguide.publishing.models.content import content_models
from careerguide.publishing.models.related import key_of
from careerguide.publishing.models.reviews import Due, condition

from . import facts, needs
from .models import DailyMail, Responsibility
from .rows import may_publish
from .scope import Scope, may_view, people

READ_AT_ONCE = 100  # texts, which takes some seconds
SECTIONS = {
    "held": lambda: _("Plans that are held"),
    "plans": lambda: _("Planned"),
    "overdue": lambda: _("Overdue for review"),
    "soon": lambda: _("To be reviewed within 30 days"),
    "undated": lambda: _("Without a day of review"),
    "drafts": lambda: _("My drafts"),
    "broken": lambda: _("Broken links and ties"),
    "claims": lambda: _("Numbers nobody answers for"),
    "feedback": lambda: _("What readers report"),
}
REVIEWS = {"overdue": Due.OVERDUE, "soon": Due.SOON, "undated": Due.NONE}


def staff(view):
    """Guard a view as the admin guards its own."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        return admin.site.admin_view(view)(request, *args, **kwargs)

    return guarded


def to_desk(request):
    return HttpResponseRedirect(address_after(request, reverse("admin:index")))


@staff
def section(request, name):
    scope = Scope.of(request)
    if not scope.models:
        raise PermissionDenied
    lacking = needs.attention_of(scope)
    if name not in SECTIONS and name not in lacking:
        raise Http404
    if name in REVIEWS:
        rows = needs.review_rows(scope, condition(REVIEWS[name]), needs.MOST)
    elif name == "drafts":
        rows = needs.draft_rows(scope, needs.MOST)
    elif name in lacking:
        rows = needs.attention_rows(scope, name, needs.MOST)
    elif name == "broken":
        rows = needs.problem_rows(scope, needs.MOST)
    elif name == "claims":
        rows = needs.claim_rows(scope, needs.MOST)
    elif name == "feedback":
        if not needs.may_read_feedback(scope):
            raise PermissionDenied
        rows, _count = needs.feedback(scope, needs.MOST)
    else:
        rows = needs.plan_rows(scope, needs.MOST)
        rows = [row for row in rows if bool(row.values["row_more"]) == (name == "held")]
    context = {
        **admin.site.each_context(request),
        "title": lacking[name][1].title if name in lacking else SECTIONS[name](),
        "name": name,
        "scope": scope,
        "row_list": rows,
        "is_cut": len(rows) == needs.MOST,
        "most": needs.MOST,
        "reviews": name in REVIEWS,
        "may_handle": request.user.has_perm("feedback.handle_feedback"),
        "people": people(),
        "publishing": {
            m._meta.label_lower for m in scope.models if may_publish(request, m)
        },
    }
    return TemplateResponse(request, "admin/desk/section.html", context)


@staff
@require_POST
def still_correct(request):
    """Confirm one item, or those that are ticked, in the versions of the page."""
    pairs = []
    chosen = request.POST.getlist("one") or request.POST.getlist("item")
    for label, keys in _keys_by_label(chosen).items():
        model = _model(label)
        if model is None or not may_publish(request, model):
            raise PermissionDenied
        rows = model.objects.not_trashed().filter(pk__in=keys)
        pairs += [(row, f"{label}.{row.pk}") for row in rows]
    if pairs:
        tell(request, *confirm_all(request, pairs[: needs.MOST]))
    else:
        messages.warning(request, _("Tick what is still correct first."))
    return to_desk(request)


def _keys_by_label(sent):
    found = {}
    for one in sent:
        label, _dot, key = one.rpartition(".")
        if is_key(key):
            found.setdefault(label, []).append(key)
    return found


def _model(label):
    return next((m for m in content_models() if m._meta.label_lower == label), None)


@staff
@require_POST
def handled(request):
    """Tick off what a reader reported."""
    if not request.user.has_perm("feedback.handle_feedback"):
        raise PermissionDenied
    key = request.POST.get("feedback", "")
    reports = Feedback.objects.to_do().filter(pk=key if is_key(key) else None)
    if reports.update(handled_at=timezone.now(), handled_by=request.user):
        messages.success(request, _("That report is handled now."))
    else:
        messages.info(request, _("Somebody handled that report meanwhile."))
    return to_desk(request)


@staff
@require_POST
def read_texts(request):
    """Read texts whose facts are missing, as many as nobody minds waiting for."""
    if not Scope.of(request).models:
        raise PermissionDenied
    count = facts.refresh_all(READ_AT_ONCE)
    sentence = ngettext("%s text was read.", "%s texts were read.", count)
    messages.success(request, sentence % number_text(count))
    return to_desk(request)


@staff
@require_POST
def daily_mail(request):
    """Begin to send the list by mail, or end it."""
    if request.POST.get("wanted") == "1":
        if not request.user.email:
            messages.warning(
                request, _("Your account has no address: ask an administrator for it.")
            )
            return to_desk(request)
        DailyMail.objects.get_or_create(user=request.user)
        messages.success(request, _("You get this list by mail once a day."))
    else:
        DailyMail.objects.filter(user=request.user).delete()
        messages.success(request, _("You get no mail of this list any more."))
    return to_desk(request)


@staff
@require_POST
def responsible(request):
    """Make somebody responsible for an item, or nobody."""
    [label] = [*_keys_by_label([request.POST.get("item", "")])] or [""]
    model = _model(label)
    if model is None:
        raise Http404
    key = request.POST["item"].rpartition(".")[2]
    item = model.objects.not_trashed().filter(pk=key).first()
    if not (may_view(request, model) and may_publish(request, model)):
        raise PermissionDenied
    if item is None:
        messages.warning(request, _("That is not here any more."))
        return to_desk(request)
    chosen = request.POST.get("person", "")
    person = get_user_model().objects.filter(
        pk=chosen if is_key(chosen) else None, is_staff=True, is_active=True
    )
    if person := person.first():
        Responsibility.objects.update_or_create(
            **key_of(item), defaults={"user": person, "name": str(person)}
        )
        sentence = _("%(person)s is responsible for “%(item)s” now.")
        messages.success(request, sentence % {"person": person, "item": item})
    elif chosen:
        messages.warning(
            request, _("That account is gone, or cannot sign in any more.")
        )
    else:
        Responsibility.objects.of(item).delete()
        messages.success(request, _nobody(item))
    return to_desk(request)


def _nobody(item):
    if isinstance(item, Career):
        return _("Nobody is responsible for the guide “%s” now.") % item
    return _("Whoever is responsible for its guide is so for “%s”, too.") % item
