"""Administer the images of the library."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from careerguide.languages.writing import kilobytes_text
from careerguide.markup.plain_widgets import plain_widget
from careerguide.publishing.admin.deleted_meanwhile import not_allowed
from careerguide.publishing.models.texts import is_plain
from careerguide.publishing.signals import Change, announce

from . import storage, wording
from .forms import ImageAddForm, ImageForm, ReplaceForm
from .models import Image
from .replacing import replace_file
from .usage import used_pictures, uses


class UseFilter(admin.SimpleListFilter):
    title = _("use")
    parameter_name = "use"

    def lookups(self, request, model_admin):
        return [("unused", _("unused")), ("used", _("used"))]

    def queryset(self, request, queryset):
        if self.value() not in ("unused", "used"):
            return queryset
        keys = _used(request)
        if self.value() == "used":
            return queryset.filter(pk__in=[*keys])
        return queryset.exclude(pk__in=[*keys])


def _used(request):
    """`used_pictures`, which reads all content, asked once a request."""
    if not hasattr(request, "used_pictures"):
        request.used_pictures = used_pictures()
    return request.used_pictures


@admin.register(Image)
class ImageAdmin(admin.ModelAdmin):
    list_display = [
        "thumbnail",
        "__str__",
        "decorative",
        "credit",
        "pixels",
        "created_at",
    ]
    list_display_links = ["__str__"]
    list_filter = [UseFilter, "decorative"]
    change_form_template = "admin/library/image/change_form.html"
    list_per_page = 50
    search_fields = ["alt__folds", "credit__folds"]
    search_help_text = _("Search descriptions and credits.")
    date_hierarchy = "created_at"
    readonly_fields = ["preview", "used_in", "pixels", "kilobytes", "created_at"]

    add_fieldsets = [
        (None, {"fields": ["image", "alt", "decorative", "credit"]}),
        (
            _("Cropping"),
            {
                "fields": [("focal_x", "focal_y")],
                "classes": ["collapse"],
                "description": _("50 and 50 is the middle, and right for most."),
            },
        ),
    ]
    fieldsets = [
        (None, {"fields": ["preview", "alt", "decorative", "credit", "used_in"]}),
        add_fieldsets[1],
        (_("File"), {"fields": ["pixels", "kilobytes", "created_at"]}),
    ]

    class Media:
        css = {"all": ["library/library.css"]}
        js = [forms.Script("library/focal.js", type="module")]

    def get_urls(self):
        view = self.admin_site.admin_view(self.replace_view)
        name = "library_image_replace"
        return [path("<int:pk>/replace/", view, name=name), *super().get_urls()]

    def get_list_display(self, request):
        """Say of each picture how many items show it."""

        @admin.display(description=_("used in"))
        def use_count(image):
            return _used(request).get(image.pk) or _("unused")

        first, name, *others = self.list_display
        return [first, name, use_count, *others]

    def replace_view(self, request, pk):
        """Take another file for a picture, from who may publish what shows it."""
        image = get_object_or_404(Image, pk=pk)
        if not self.has_change_permission(request, image):
            raise PermissionDenied
        refused = self._refusal(request, image)
        form = ReplaceForm(request.POST or None, request.FILES or None, image=image)
        if request.method == "POST" and refused:
            raise PermissionDenied
        if request.method == "POST" and form.is_valid():
            replace_file(image, form.picture, request.user)
            done = _("The new file is shown wherever this picture is.")
            messages.success(request, done)
            if form.note:
                messages.warning(request, form.note)
            change = reverse("admin:library_image_change", args=[pk])
            return HttpResponseRedirect(change)
        context = {
            **self.admin_site.each_context(request),
            "title": _("Replace the file of “%s”") % image,
            "opts": self.opts,
            "original": image,
            "form": form,
            "refused": refused,
            "use_list": uses(image),
            "media": self.media,
        }
        return TemplateResponse(request, "admin/library/image/replace.html", context)

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if is_plain(db_field):
            kwargs["widget"] = plain_widget(db_field)
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def get_fieldsets(self, request, obj=None):
        if obj is None:
            return self.add_fieldsets
        if refused := self._refusal(request, obj):
            [(name, options), *others] = self.fieldsets
            return [(name, options | {"description": refused}), *others]
        return self.fieldsets

    def get_readonly_fields(self, request, obj=None):
        return self.readonly_fields if obj else []

    def get_form(self, request, obj=None, change=False, **kwargs):
        kwargs["form"] = ImageForm if obj else ImageAddForm
        form = super().get_form(request, obj, change, **kwargs)
        if obj:
            form.refusal = self._refusal(request, obj)
        return form

    def _refusal(self, request, image):
        """`wording.refusal`, which reads all content, asked once a request."""
        if not hasattr(image, "refusal"):
            image.refusal = wording.refusal(request.user, image)
        return image.refusal

    def permission_denied(self, request):
        """Give back what somebody wrote on the error page, to be copied."""
        return not_allowed(self, request)

    def construct_change_message(self, request, form, formsets, add=False):
        """Return what was said before and after, for the history of the picture."""
        if add or not form.changed_data:
            return super().construct_change_message(request, form, formsets, add)
        return "\n".join(wording.change_lines(form))

    def save_model(self, request, obj, form, change):
        if change and form.changed_data:
            with transaction.atomic():
                super().save_model(request, obj, form, change)
                wording.note_change(obj, wording.change_lines(form), request.user)
                announce(Change.IMAGE, obj)
        elif not change:
            obj.pk = form.store().pk
            if form.note:
                messages.warning(request, form.note)

    def delete_model(self, request, obj):
        storage.remove(obj)

    def delete_queryset(self, request, queryset):
        for image in queryset:
            storage.remove(image)

    def get_deleted_objects(self, objs, request):
        """Forbid deleting a picture in use, by name: every way to delete asks here."""
        listed, counts, permissions, _protected = super().get_deleted_objects(
            objs, request
        )
        in_use = [
            format_html(_("{} is used in {}"), str(image), use.link)
            for image in objs
            for use in uses(image)
        ]
        return listed, counts, permissions, in_use

    @admin.display(description=_("picture"))
    def thumbnail(self, image):
        return format_html(
            '<img class="library-thumbnail" src="{}" alt="" loading="lazy">',
            image.thumbnail_url,
        )

    @admin.display(description=_("picture"))
    def preview(self, image):
        return format_html(
            '<img class="library-preview" src="{}" alt="{}" width="{}" height="{}">',
            image.url,
            image.alt_text,
            image.width,
            image.height,
        )

    @admin.display(description=_("used in"))
    def used_in(self, image):
        links = [(use.link,) for use in uses(image)]
        items = format_html_join("", "<li>{}</li>", links)
        if not items:
            return _("Nothing uses this picture: it can be deleted.")
        return format_html("<ul>{}</ul>", items)

    @admin.display(description=_("pixels"), ordering="width")
    def pixels(self, image):
        return f"{image.width} × {image.height}"

    @admin.display(description=_("size"), ordering="size")
    def kilobytes(self, image):
        return kilobytes_text(max(1, image.size // 1000))
