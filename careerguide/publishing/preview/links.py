"""Sign links that show a draft to somebody without an account, for some days.

Whoever has the address may read, so it cannot be guessed: it is signed. What it shows
is the newest saved draft, and nothing once the link is revoked or the item is gone.
"""

from datetime import timedelta
from functools import wraps

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.shortcuts import render as render_template
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from careerguide.http.errors import error_page
from careerguide.http.headers import content_security_policy
from careerguide.publishing.drafts import rows
from careerguide.publishing.models.related import PreviewLink

from .render import render, unlisted

signer = Signer(salt="careerguide.publishing.preview.links", sep=".")
ENDED = (
    gettext_lazy("This preview has ended"),
    gettext_lazy("Ask whoever sent it for a new one."),
)


def make_link(item, by):
    """Return a link to the draft of `item`; those that have ended are forgotten."""
    now = timezone.now()
    PreviewLink.objects.filter(expires_at__lte=now).delete()
    return PreviewLink.objects.create(
        item=item,
        made_at=now,
        made_by=by,
        expires_at=now + timedelta(days=settings.PREVIEW_LINK_DAYS),
    )


def links_of(item):
    """Return those that still work, newest first."""
    links = PreviewLink.objects.of(item).filter(expires_at__gt=timezone.now())
    return links.select_related("made_by").order_by("-made_at", "-pk")


def address_of(link):
    """Return the whole address, to be sent to somebody."""
    token = signer.sign(link.pk)
    return settings.SITE_URL + reverse("shared_preview", args=[token])


def _with_link(view):
    """Hand a view the link that its address names, if there is one and it works."""

    @require_safe
    @wraps(view)
    def answer(request, token):
        try:
            key = signer.unsign(token)
        except BadSignature:
            return unlisted(error_page(request, 404))
        link = PreviewLink.objects.filter(pk=key, expires_at__gt=timezone.now()).first()
        if link is None or link.item is None or link.item.trashed_at:
            return unlisted(error_page(request, 410, ENDED))
        return unlisted(view(request, link, token))

    return answer


@_with_link
def shared_preview(request, link, token):
    row = link.item
    draft = rows.draft_of(row)
    is_draft = draft is not row or not row.is_published
    context = {
        "title": (
            _("Draft of “%s”, not published.") if is_draft else _("“%s”, as published.")
        )
        % draft,
        "link": link,
        "zone": timezone.get_current_timezone_name(),
        "frame_url": reverse("shared_preview_page", args=[token]),
    }
    response = render_template(request, "preview/wrapper.html", context)
    response.headers["Content-Security-Policy"] = content_security_policy(
        settings.HTTPS, frame_src="'self'"
    )
    return response


@_with_link
def shared_preview_page(request, link, token):
    return render(rows.draft_of(link.item))


urlpatterns = [
    path("<str:token>/", shared_preview, name="shared_preview"),
    path("<str:token>/page/", shared_preview_page, name="shared_preview_page"),
]
