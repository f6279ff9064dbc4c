"""Administer careers."""

from django.contrib import admin
from django.urls import path
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from careerguide.desk.guide_views import guide_page
from careerguide.models import Career
from careerguide.publishing.admin.base import PublishableAdmin
from careerguide.publishing.admin.changelist import ReviewFilter, StateFilter

from .related import CareersField, CareersWidget, career_choices


@admin.register(Career)
class CareerAdmin(PublishableAdmin):
    change_list_template = "admin/careerguide/career/change_list.html"
    change_form_template = "admin/careerguide/career/change_form.html"
    list_filter = (StateFilter, ReviewFilter, "group", "is_featured")
    search_fields = ("name__folds", "other_names__folds", "summary__folds")
    search_help_text = _("Words of its names or the summary")
    autocomplete_fields = ("picture", "group")
    prepopulated_fields = {"slug": ("name",)}
    content_fieldsets = (
        (None, {"fields": ("name", "summary", "other_names", "picture")}),
        (
            _("Among other careers"),
            {
                "fields": ("group", "related", "is_featured"),
                "description": _(
                    "Readers meet these once there are several careers. All of it may "
                    "stay empty."
                ),
            },
        ),
    )

    def get_urls(self):
        choices = self.admin_site.admin_view(career_choices(self))
        name = "careerguide_career_choices"
        guide = self.page_path("<path:object_id>/guide/", self.guide_view, "guide")
        return [path("choices/", choices, name=name), guide, *super().get_urls()]

    def status_panel(self, request, item):
        panel = super().status_panel(request, item)
        page = self.page_of(item, "guide")
        panel["page_list"].append((_("The whole guide"), page))
        return panel

    def page_after(self, row):
        """With a career its guide is archived, whose page says so."""
        if row.status == row.ARCHIVED and not row.trashed_at:
            return self.page_of(row, "guide")
        return super().page_after(row)

    def guide_view(self, request, object_id):
        return guide_page(self, request, object_id)

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name != "related":
            return super().formfield_for_dbfield(db_field, request, **kwargs)
        return CareersField(
            Career.objects.not_trashed(),
            widget=CareersWidget(db_field, self.admin_site),
            label=capfirst(db_field.verbose_name),
            help_text=db_field.help_text,
            required=False,
        )
