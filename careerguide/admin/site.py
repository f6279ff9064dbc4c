"""Administer the site's settings: one record, with a form and no list."""

from django.contrib import admin
from django.db import transaction
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from careerguide.identity.current import forget
from careerguide.models import Site
from careerguide.models.site import ONLY
from careerguide.publishing.signals import Change, announce

from .site_form import form_class, review_fields, widget_of


@admin.register(Site)
class SiteAdmin(admin.ModelAdmin):
    fieldsets = (
        (
            None,
            {
                "fields": ("name", "mark", "accent", "accent_dark", "version_seen"),
                "description": gettext_lazy(
                    "Readers see a change on every page within two seconds."
                ),
            },
        ),
        (
            gettext_lazy("Who answers for it"),
            {"fields": ("publisher", "contact", "licence", "licence_url")},
        ),
        (gettext_lazy("The home page"), {"fields": ("home_title", "home_lead")}),
    )

    def get_fieldsets(self, request, obj=None):
        reviews = {
            "fields": [*review_fields()],
            "description": _(
                "After how many days what was checked is to be checked again. Days of "
                "review that are set already stay."
            ),
        }
        return (*self.fieldsets, (_("Reviews"), reviews))

    def get_form(self, request, obj=None, change=False, **kwargs):
        if not self.has_change_permission(request, obj):
            kwargs["fields"] = [f.name for f in Site._meta.fields if f.editable]
        return super().get_form(request, obj, change, form=form_class(), **kwargs)

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if widget := widget_of(db_field):
            kwargs["widget"] = widget
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def get_object(self, request, object_id, from_field=None):
        return Site.the_one() if object_id == str(ONLY) else None

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """Call the page what the menu calls it."""
        context = {"title": capfirst(Site._meta.verbose_name_plural), "subtitle": None}
        context |= extra_context or {}
        return super().changeform_view(request, object_id, form_url, context)

    def changelist_view(self, request, extra_context=None):
        """Lead to the form: there is one record."""
        return HttpResponseRedirect(reverse("admin:careerguide_site_change", args=[1]))

    def save_model(self, request, obj, form, change):
        with transaction.atomic():
            super().save_model(request, obj, form, change)
            announce(Change.SITE, obj)
        forget()

    def construct_change_message(self, request, form, formsets, add=False):
        """Say for each field what it was and what it is now."""
        return " ".join(
            _("%(field)s: “%(before)s” is now “%(after)s”.")
            % {
                "field": capfirst(form.fields[name].label),
                "before": "" if form.initial.get(name) is None else form.initial[name],
                "after": "" if (now := form.cleaned_data[name]) is None else now,
            }
            for name in form.changed_data
            if name != "version_seen"
        )

    def response_change(self, request, obj):
        """Stay: there is no list to go back to."""
        response = super().response_change(request, obj)
        if response.url == reverse("admin:careerguide_site_changelist"):
            return HttpResponseRedirect(request.path)
        return response
