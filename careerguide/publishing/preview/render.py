"""Render what readers would see if a draft were published now, byte for byte.

Nothing imitates the site: the draft is written as publishing would write it, its own
address is asked as a reader would ask, and the transaction is rolled back. No signal,
no history and no content version belongs to it, and nobody else can see it.
"""

from contextlib import suppress
from io import BytesIO
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.core.handlers.wsgi import WSGIRequest
from django.db import DatabaseError, OperationalError, transaction
from django.http import Http404
from django.urls import resolve
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from careerguide.http.errors import error_page
from careerguide.http.headers import content_security_policy
from careerguide.publishing.drafts.rows import last_place
from careerguide.publishing.drafts.slugs import base_slug, free_slugs, leads_elsewhere
from careerguide.publishing.models.snapshots import apply_snapshot
from careerguide.publishing.signals import preview_written


class NoPreview(Exception):
    """The draft has no page yet; its text is a sentence for the editor."""


def render(item):
    """Return the page of `item`, which holds the wanted content and may be unsaved.

    Where there is none yet, a page that says why.
    """
    try:
        return preview_of(item)
    except NoPreview as problem:
        message = (_("This cannot be shown yet"), str(problem))
        return privately(error_page(anonymous_request("/"), 409, message))


def preview_of(item, slug_base=""):
    """Return the same, but raises NoPreview.

    `slug_base` is what a new slug is made of.
    """
    try:
        with transaction.atomic():
            written = write_as_published(item, slug_base)
            page = page_at(written.get_absolute_url())
            transaction.set_rollback(True)
    except OperationalError:  # the database is not there: no fault of the draft
        raise
    except DatabaseError as error:
        raise NoPreview(
            _("Something it needs is missing, or another item has its address.")
        ) from error
    except Http404 as error:
        raise NoPreview(_("Publishing it would not give it a page.")) from error
    return privately(page)


def privately(response):
    """Mark a page as for editors' eyes: kept nowhere, framed only by ourselves."""
    policy = content_security_policy(settings.HTTPS, frame_ancestors="'self'")
    response.headers["Content-Security-Policy"] = policy
    response.headers["X-Frame-Options"] = "SAMEORIGIN"
    return unlisted(response)


def unlisted(response):
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def write_as_published(item, slug_base=""):
    """Write `item` as published, inside the transaction that will be rolled back."""
    item = apply_snapshot(item, {})
    _check_career(item)
    if not item.slug:
        next(free_slugs(item, slug_base or base_slug(item, str(item))))
    elif leads_elsewhere(item):
        raise NoPreview(_("Another part of the site has this address."))
    item.trashed_at = None
    _mark_public(item)
    with suppress(ValidationError):
        item.full_clean()  # which also brings some values into the form that is kept
    if item._state.adding:
        item.order = last_place(item)
        type(item)._base_manager.bulk_create([item])
    elif not _update(item):
        raise NoPreview(_("It was deleted meanwhile."))
    preview_written.send(sender=type(item), item=item)
    return item


def _check_career(item):
    """Show what belongs to a career as if that were public, too."""
    if not hasattr(item, "career_id"):
        return
    careers = item._meta.get_field("career").related_model._base_manager
    career = careers.filter(pk=item.career_id).first()
    if career is None:
        raise NoPreview(_("Choose the career first: it is part of the page."))
    if not career.is_live:
        career.trashed_at = None
        _mark_public(career)
        _update(career)


def _mark_public(item):
    item.publish_at = item.unpublish_at = None
    item.mark_published()
    for name in item.needed_to_publish():
        if not getattr(item, name).strip():
            label = str(item._meta.get_field(name).verbose_name)
            setattr(item, name, _("[%s: still to be written]") % label.capitalize())


def _update(item):
    """Write the row as it is, without the signals of save()."""
    fields = [f for f in item._meta.concrete_fields if not f.primary_key]
    rows = type(item)._base_manager.filter(pk=item.pk)
    return rows.update(**{f.attname: getattr(item, f.attname) for f in fields})


def page_at(path):
    """Return what an address answers to somebody who is not signed in."""
    match = resolve(path)
    request = anonymous_request(path)
    request.resolver_match = match
    with (
        timezone.override(timezone.get_default_timezone()),
        translation.override(settings.LANGUAGE_CODE),
    ):
        response = match.func(request, *match.args, **match.kwargs)
        return response.render() if hasattr(response, "render") else response


def anonymous_request(path):
    site = urlsplit(settings.SITE_URL)
    request = WSGIRequest(
        {
            "REQUEST_METHOD": "GET",
            "PATH_INFO": path,
            "HTTP_HOST": site.netloc,
            "SERVER_NAME": site.hostname,
            "SERVER_PORT": str(site.port or (443 if settings.HTTPS else 80)),
            "SERVER_PROTOCOL": "HTTP/1.1",
            "wsgi.url_scheme": site.scheme,
            "wsgi.input": BytesIO(),
        }
    )
    request.user = AnonymousUser()
    return request
