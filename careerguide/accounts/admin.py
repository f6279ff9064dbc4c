"""Administer accounts. Devices of the second factor are not in the admin."""

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.contrib.auth.admin import UserAdmin
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_post_parameters
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from . import invitations, roles, user_tools
from .forms import ChangeAccountForm, NewAccountForm, User
from .group_admin import to_form
from .login_limit import check_old_password
from .mail import send_later
from .models import Invitation
from .passwords import OthersPasswordForm

# Their plugins register these, and would show the secrets.
admin.site.unregister([TOTPDevice, StaticDevice, User])


class RoleFilter(admin.SimpleListFilter):
    title = _("role")
    parameter_name = "role"

    def lookups(self, request, model_admin):
        return [(role, roles.name_of(role)) for role in roles.all_roles()]

    def queryset(self, request, queryset):
        role = self.value()
        return roles.with_role(queryset, role) if role else queryset


@admin.register(User)
class AccountAdmin(UserAdmin):
    form = ChangeAccountForm
    add_form = NewAccountForm
    change_password_form = OthersPasswordForm
    change_form_template = "admin/auth/user/change_form.html"
    add_form_template = change_form_template
    list_display = ("username", "get_full_name", "email", "role", "state", "last_login")
    list_filter = ("is_active", RoleFilter)
    list_select_related = ("invitation",)
    search_fields = tuple(f"{name}__folds" for name in UserAdmin.search_fields)
    filter_horizontal = ("user_permissions",)
    actions = None
    fieldsets = (
        (None, {"fields": ("username", "first_name", "last_name", "email")}),
        (_("What this account may do"), {"fields": ("role", "is_active")}),
    )
    advanced = (
        _("Rights one by one"),
        {
            "classes": ("collapse",),
            "fields": ("user_permissions",),
            "description": _(
                "Beside those of the role, for the rare case that no role fits."
            ),
        },
    )
    add_fieldsets = (
        (
            None,
            {
                "fields": ("username", "first_name", "last_name", "email", "role"),
                "description": _(
                    "A link to choose a password is sent to the e-mail address, so no "
                    "password is asked for here."
                ),
            },
        ),
    )

    @admin.display(description=_("role"))
    def role(self, user):
        return roles.name_of(roles.role_of(user))

    @admin.display(description=_("state"))
    def state(self, user):
        return user_tools.state_of(user)

    @admin.display(description=_("name"), ordering="last_name")
    def get_full_name(self, user):
        return user.get_full_name()

    def get_queryset(self, request):
        users = super().get_queryset(request)
        return users.prefetch_related("groups", "user_permissions")

    def get_form(self, request, obj=None, **kwargs):
        form = super().get_form(request, obj, **kwargs)
        form.actor = request.user
        return form

    def get_fieldsets(self, request, obj=None):
        fieldsets = super().get_fieldsets(request, obj)
        if obj and obj.pk == request.user.pk:
            (title, options), *others = fieldsets
            fields = (*options["fields"], "current_password")
            fieldsets = ((title, options | {"fields": fields}), *others)
        if obj and request.user.is_superuser:
            return (*fieldsets, self.advanced)
        return fieldsets

    def has_change_permission(self, request, obj=None):
        allowed = super().has_change_permission(request, obj)
        return allowed and (obj is None or roles.may_manage(request.user, obj))

    def has_delete_permission(self, request, obj=None):
        """Allow deleting other accounts; `actions = None` leaves it to their page."""
        allowed = super().has_delete_permission(request, obj)
        if obj is None or not allowed:
            return allowed
        return obj != request.user and roles.may_manage(request.user, obj)

    def get_urls(self):
        view = self.admin_site.admin_view
        tools = [
            path(
                f"<id>/{name.replace('_', '-')}/",
                view(user_tools.tool(self, function)),
                name=f"auth_user_{name}",
            )
            for name, function in user_tools.TOOLS.items()
        ]
        return [*tools, *super().get_urls()]

    def add_view(self, request, form_url="", extra_context=None):
        """Mail the invitation once the account is stored: a mail server may be slow."""
        response = super().add_view(request, form_url, extra_context)
        if invited := getattr(request, "invited", None):
            user_tools.send_invitation(request, *invited)
        return response

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        if not change:
            user = User.objects.get(pk=form.instance.pk)
            request.invited = (user, invitations.invite(user))

    def save_model(self, request, obj, form, change):
        if not change:
            return super().save_model(request, obj, form, change)
        # Only what was changed: the rest of the row may have changed since it was read.
        columns = {field.name for field in obj._meta.concrete_fields}
        changed = {n: getattr(obj, n) for n in form.changed_data if n in columns}
        if changed:
            User.objects.filter(pk=obj.pk).update(**changed)
        if "email" in changed:
            self.email_changed(request, obj, form.initial["email"])
        if "is_active" in changed and not obj.is_active:
            user_tools.end_sessions(obj)

    def email_changed(self, request, user, before):
        """Links to set a password went to the old one, and go to the new one now."""
        if before:
            send_later(user, "email_changed", to=before)
        deleted, _models = Invitation.objects.filter(user=user).delete()
        if deleted:
            over = _("The invitation to the old address is over: invite again.")
            messages.warning(request, over)

    @method_decorator(sensitive_post_parameters("current_password"))
    def change_view(self, request, object_id, form_url="", extra_context=None):
        user = self.get_object(request, object_id)
        guesses = user == request.user and request.POST.get("current_password")
        if guesses and (wait := check_old_password(request)):
            return wait
        if user and self.has_change_permission(request, user):
            panel = user_tools.panel(request, user)
            extra_context = {"panel": panel, **(extra_context or {})}
        return super().change_view(request, object_id, form_url, extra_context)

    def user_change_password(self, request, id, form_url=""):
        """Change another account's password; one's own has a page that asks first."""
        if self.get_object(request, unquote(id)) == request.user:
            return HttpResponseRedirect(reverse("admin:password_change"))
        return super().user_change_password(request, id, form_url)

    def delete_view(self, request, object_id, extra_context=None):
        user = self.get_object(request, object_id)
        if user and self.has_change_permission(request, user):
            refusal = user_tools.why_not_delete(request, user)
            if refusal:
                messages.error(request, refusal)
                return to_form(user)
        wrote = user_tools.count_written(user) if user else 0
        extra_context = {"wrote": wrote, **(extra_context or {})}
        return super().delete_view(request, object_id, extra_context)

    def delete_model(self, request, obj):
        if roles.is_last_administrator(obj):  # since the page was shown
            raise PermissionDenied
        user_tools.end_sessions(obj)
        super().delete_model(request, obj)
