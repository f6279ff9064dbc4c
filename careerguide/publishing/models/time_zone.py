"""Choose the time zone of an editor's hours: the site's, or one of their own."""

import zoneinfo
from functools import cache

from django.conf import settings
from django.contrib.auth.signals import user_logged_in
from django.db import models
from django.dispatch import receiver
from django.utils import timezone

SESSION_KEY = "time_zone"


@cache
def zone_names():
    """Return those this machine knows; asking for them reads some hundred files."""
    return sorted(zoneinfo.available_timezones())


def is_zone(name):
    return isinstance(name, str) and name in zone_names()


class EditorZone(models.Model):
    """The zone somebody chose; who chose none has the site's."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, primary_key=True, related_name="+"
    )
    name = models.CharField(max_length=64)

    class Meta:
        default_permissions = ()

    def __str__(self):
        return self.name


def in_zone_of_editor(get_response):
    """Hours in the admin are in the zone that whoever is signed in chose."""

    def middleware(request):
        if not request.path_info.startswith("/admin/"):
            return get_response(request)
        name = request.session.get(SESSION_KEY)
        if not is_zone(name):
            return get_response(request)
        with timezone.override(name):
            return get_response(request)

    return middleware


@receiver(user_logged_in)
def remember_zone(sender, request, user, **kwargs):
    """Keep the zone in the session, so that no request has to ask for it."""
    chosen = EditorZone.objects.filter(user=user).values_list("name", flat=True)
    if name := chosen.first():
        request.session[SESSION_KEY] = name
