"""Customise the admin site: its name, and a menu grouped by what editors do."""

from functools import update_wrapper

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.urls import path
from django.utils.functional import lazy
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from careerguide.identity.current import site_name

from .hardening import TolerantRequests

# Content joins the group that its model names in `admin_group`.
MENU = (
    (
        _("Guides"),
        ("careerguide.careergroup", "statistics.measure", "importing.import"),
    ),
    (_("Library"), ("library.image",)),
    (
        _("Readers"),
        ("feedback.feedback", "search.missedsearch", "search.synonym"),
    ),
    (_("The site"), ("careerguide.site",)),
    (_("People"), ("auth.user", "auth.group")),
)


class GuideAdminSite(admin.AdminSite):
    site_header = lazy(site_name, str)()
    site_title = format_lazy(_("{name} editing"), name=site_header)
    index_title = _("What would you like to change?")
    index_template = "admin/guide_index.html"

    def get_urls(self):
        # Once all models are there.
        from careerguide.publishing.admin.time_zone import zone_view
        from careerguide.publishing.admin.trash import trash_view

        trash = path("trash/", self.admin_view(trash_view), name="trash")
        zone = path("zone/", self.admin_view(zone_view), name="zone")
        return [trash, zone, *super().get_urls()]

    def admin_view(self, view, cacheable=False):
        """Give their text back to somebody who signed in and may not enter any more.

        Django leads them to the sign-in, where it would be lost.
        """
        inner = super().admin_view(view, cacheable)

        def checked(request, *args, **kwargs):
            if (
                request.method == "POST"
                and request.user.is_authenticated
                and not self.has_permission(request)
                and hasattr(
                    getattr(request.resolver_match.func, "model_admin", None),
                    "permission_denied",
                )
            ):
                raise PermissionDenied
            return inner(request, *args, **kwargs)

        return update_wrapper(checked, inner)

    def login(self, request, extra_context=None):
        """Sign in by our view, which may ask for a second factor."""
        from careerguide.accounts.sign_in_views import sign_in

        return sign_in(self, request, extra_context)

    def password_change(self, request, extra_context=None):
        """Change the password by our form, with a limit to guesses."""
        from careerguide.accounts.own_account import change_password

        return change_password(self, request, extra_context)

    def register(self, model_or_iterable, admin_class=None, **options):
        """Give every model's admin, Django's own too, what HandmadeRequests says."""
        base = admin_class or admin.ModelAdmin
        hardened = type(
            base.__name__, (TolerantRequests, base), {"__module__": base.__module__}
        )
        super().register(model_or_iterable, hardened, **options)

    def get_app_list(self, request, app_label=None):
        """Return Django's list in our groups; an app's own page keeps Django's."""
        apps = super().get_app_list(request, app_label)
        if app_label:
            return apps
        models = {
            f"{app['app_label']}.{model['object_name'].lower()}": model
            for app in apps
            for model in app["models"]
        }
        groups = []
        for name, labels in _menu():
            if entries := [models.pop(label) for label in labels if label in models]:
                groups.append(_group(name, labels[0], entries))
        if models:
            groups.append(_group(_("More"), next(iter(models)), list(models.values())))
        return groups


def _menu():
    """MENU, with the content of each group."""
    from careerguide.publishing.models.content import content_models

    for name, labels in MENU:
        of_content = [
            model._meta.label_lower
            for model in content_models()
            if model.admin_group == name
        ]
        of_content.sort(key="careerguide.career".__ne__)  # a guide begins there
        yield name, (*of_content, *labels)


def _group(name, label, models):
    app_label = label.split(".")[0]
    return {
        "name": name,
        "app_label": app_label,
        "app_url": models[0].get("admin_url") or models[0].get("add_url"),
        "has_module_perms": True,
        "models": models,
    }
