"""Let editors choose the time zone of the hours that they read and type."""

from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from careerguide.publishing.models.time_zone import SESSION_KEY, EditorZone, zone_names


class ZoneForm(forms.Form):
    zone = forms.ChoiceField(
        label=_("Time zone"),
        required=False,
        help_text=_("Every hour you read and type here is in this zone."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        site = _("The site's: %s") % settings.TIME_ZONE
        self.fields["zone"].choices = [
            ("", site),
            *((name, name) for name in zone_names()),
        ]


def zone_view(request):
    """Choose it, for oneself."""
    form = ZoneForm(
        request.POST if request.method == "POST" else None,
        initial={"zone": request.session.get(SESSION_KEY, "")},
    )
    if request.method == "POST" and form.is_valid():
        name = form.cleaned_data["zone"]
        EditorZone.objects.filter(user=request.user).delete()
        request.session.pop(SESSION_KEY, None)
        if name:
            EditorZone.objects.create(user=request.user, name=name)
            request.session[SESSION_KEY] = name
        messages.success(
            request, _("Your hours are in %s now.") % (name or settings.TIME_ZONE)
        )
        return HttpResponseRedirect(reverse("admin:index"))
    context = {
        **admin.site.each_context(request),
        "title": _("Your time zone"),
        "form": form,
    }
    return TemplateResponse(request, "admin/publishing/zone.html", context)
