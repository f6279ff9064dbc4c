"""Send the list of the first page by mail, once a day, to those who want it."""

import logging

from django.contrib import admin
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from careerguide.accounts.mail import send
from careerguide.languages.writing import number_text
from careerguide.publishing.models.content import content_models

from .guide_sums import facts_by_guide
from .models import DailyMail
from .needs import needs
from .rows import Row
from .scope import Scope

logger = logging.getLogger(__name__)


def send_lists():
    """Send today's lists; return how many went, and how many did not.

    What did not go, goes the next time. Nothing goes where nothing is to do.
    """
    today, count, failed = timezone.localdate(), 0, 0
    wanted = DailyMail.objects.filter(Q(sent_on=None) | Q(sent_on__lt=today))
    for one in wanted.select_related("user").order_by("pk"):
        if not (one.user.is_active and one.user.is_staff and one.user.email):
            continue
        went = _send(one.user)
        if went is False:  # `send` has logged why
            failed += 1
            continue
        DailyMail.objects.filter(pk=one.pk).update(sent_on=today)
        count += bool(went)
    return count, failed


def _send(user):
    scope = Scope(user, viewable(user))
    found, _unread = needs(scope, facts_by_guide(scope))
    if not found:
        return None
    sections = [(need, list(map(line, need.entries))) for need in found]
    total = sum(need.count for need in found)
    return send(
        user, "desk", sections=sections, desk=reverse("admin:index"), total=total
    )


def viewable(user):
    """Return the content types that somebody may see, as their pages find it."""
    return tuple(
        model
        for model in content_models()
        if admin.site.is_registered(model) and _may(user, model)
    )


def _may(user, model):
    meta = model._meta
    verbs = ("view", "change")
    return any(user.has_perm(f"{meta.app_label}.{v}_{meta.model_name}") for v in verbs)


def line(entry):
    """Return an entry of a section as a line of plain text."""
    if isinstance(entry, Row):
        return f"{entry.name} ({entry.kind})"
    if isinstance(entry, tuple):  # words searched in vain
        return f"{entry[0]} ({number_text(entry[1])})"
    if hasattr(entry, "claims"):
        return f"{entry.name or '–'} ({number_text(entry.claims)})"
    return getattr(entry, "title", None) or str(entry)
