"""Tell editors who else has an item's form open: forms report every few seconds.

Nothing is locked. Editors see each other, and `conflicts` looks after the rest.
"""

from datetime import timedelta

from django.apps import apps
from django.contrib import admin
from django.utils import timezone
from django.utils.translation import gettext as _

from careerguide.http.json_endpoint import Refused, endpoint
from careerguide.http.keys import is_key
from careerguide.languages.dates import short_moment, short_time
from careerguide.publishing.models.content import Publishable
from careerguide.publishing.models.related import Presence

GONE_AFTER = timedelta(seconds=90)  # without a sign: three that a form did not send


# Who looks through items, one a second, arrives and leaves as often.
@endpoint("POST", per_minute=240)
def presence(request):
    """A sign that the form of `model` and `pk` is open, or has been `left`."""
    item = _item(request)
    if "left" in request.POST:
        leave(item, request.user)
    else:
        arrive(item, request.user)
    return {"sentence": others_present(item, request.user)}


def arrive(item, user):
    """Take note of a sign; `since` begins anew for who had been gone."""
    now = timezone.now()
    Presence.objects.filter(seen_at__lt=now - GONE_AFTER).delete()
    # One statement, as two tabs may send at the same moment.
    Presence.objects.bulk_create(
        [Presence(item=item, user=user, since=now, seen_at=now)],
        update_conflicts=True,
        unique_fields=["content_type", "object_id", "user"],
        update_fields=["seen_at"],
    )


def leave(item, user):
    Presence.objects.of(item).filter(user=user).delete()


def others_present(item, user):
    """Return the others who have the form of `item` open, in sentences.

    "" if nobody has.
    """
    others = (
        Presence.objects.of(item)
        .filter(seen_at__gte=timezone.now() - GONE_AFTER)
        .exclude(user=user)
        .order_by("since", "pk")
        .values_list("user__username", "since")
    )
    return " ".join(
        _("%(name)s is editing this since %(time)s.")
        % {"name": name, "time": _hour(since)}
        for name, since in others
    )


def _hour(moment):
    moment = timezone.localtime(moment)
    is_today = moment.date() == timezone.localdate()
    return short_time(moment) if is_today else short_moment(moment)


def _item(request):
    """The item that was named, if this person may change it."""
    try:
        model = apps.get_model(request.POST.get("model", ""))
        model_admin = admin.site.get_model_admin(model)
    except (LookupError, ValueError, admin.sites.NotRegistered) as error:
        raise Refused(_("We do not know this form: reload the page.")) from error
    key = request.POST.get("pk", "")
    if not (issubclass(model, Publishable) and is_key(key)):
        raise Refused(_("We do not know this form: reload the page."))
    item = model.objects.not_trashed().filter(pk=key).first()
    if item is None:
        raise Refused(
            _("This is no longer here: somebody has moved it to the trash."),
            404,
            gone=True,
        )
    if not model_admin.has_change_permission(request, item):
        raise Refused(_("Your account may not change this."), 403)
    return item
