"""Administer groups; those that come with the site cannot be deleted."""

from django.contrib import admin, messages
from django.contrib.auth.admin import GroupAdmin
from django.contrib.auth.models import Group
from django.db import transaction
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from . import roles
from .forms import GroupForm
from .logged import log

admin.site.unregister(Group)


@admin.register(Group)
class GuardedGroupAdmin(GroupAdmin):
    """Admin of groups for administrators: who may change a group may do anything."""

    form = GroupForm
    actions = None

    def has_module_permission(self, request):
        return request.user.is_superuser

    def has_view_permission(self, request, obj=None):
        return request.user.is_superuser

    def has_add_permission(self, request):
        return request.user.is_superuser

    def has_change_permission(self, request, obj=None):
        return request.user.is_superuser

    def has_delete_permission(self, request, obj=None):
        return request.user.is_superuser and not self.is_ours(obj)

    def is_ours(self, group):
        return group is not None and group.name in roles.GROUPS

    def delete_view(self, request, object_id, extra_context=None):
        group = self.get_object(request, object_id)
        if request.user.is_superuser and self.is_ours(group):
            messages.error(request, _("This group comes with the site, and stays."))
            return to_form(group)
        members = group.user_set.count() if group else 0
        extra_context = {"members": members, **(extra_context or {})}
        return super().delete_view(request, object_id, extra_context)

    @transaction.atomic
    def delete_model(self, request, obj):
        """Delete the group, and say who cannot sign in any more without it."""
        members = [*obj.user_set.all()]
        super().delete_model(request, obj)
        for user in members:
            roles.follow(user)
            log(request, user, _("Left the group “%s”, which was deleted.") % obj)


def to_form(item):
    name = f"admin:auth_{item._meta.model_name}_change"
    return HttpResponseRedirect(reverse(name, args=[item.pk]))
