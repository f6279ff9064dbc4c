"""What an account may do: one of three groups, an administrator, or nobody.

An account with a role is staff, and one without cannot sign in. Whoever administers
people without being a superuser gives and takes only what they may do themselves.
"""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

ADMINISTRATOR = "administrator"
NOBODY = "nobody"
# What each group may do, in words. The rights are given by migrations (decision 4).
GROUPS = {
    "Author": (
        _("Author"),
        _("writes new articles, tables and answers, and publishes nothing"),
    ),
    "Editor": (
        _("Editor"),
        _("changes whatever others wrote, too, and publishes nothing"),
    ),
    "Publisher": (
        _("Publisher"),
        _("also publishes, takes down and deletes"),
    ),
}
OTHER_ROLES = {
    ADMINISTRATOR: (
        _("Administrator"),
        _("may do everything, and decides who has an account"),
    ),
    NOBODY: (_("No role"), _("cannot sign in")),
}


def role_of(user):
    """The role as the form's value: a group's name, for several the last of them."""
    if user.is_superuser:
        return ADMINISTRATOR
    names = {group.name for group in user.groups.all()}
    ours = [name for name in GROUPS if name in names]
    return next(iter([*reversed(ours), *sorted(names)]), NOBODY)


def name_of(role):
    known = GROUPS | OTHER_ROLES
    return known[role][0] if role in known else role


def description_of(role):
    known = GROUPS | OTHER_ROLES
    return known[role][1] if role in known else _("a group of this site's own")


def roles_to_give(actor):
    """Those with no right that `actor` lacks."""
    names = {group.name: group for group in Group.objects.all()}
    ordered = [n for n in GROUPS if n in names] + sorted({*names} - {*GROUPS})
    if actor.is_superuser:
        return [*ordered, ADMINISTRATOR, NOBODY]
    mine = rights_of(actor)
    allowed = [name for name in ordered if rights_of_group(names[name]) <= mine]
    return [*allowed, NOBODY]


def rights_of(user):
    """The keys of all permissions, also of an account that is switched off."""
    granted = Permission.objects.filter(Q(user=user) | Q(group__user=user))
    return {*granted.values_list("pk", flat=True)}


def rights_of_group(group):
    return {*group.permissions.values_list("pk", flat=True)}


def may_manage(actor, user):
    """Whether `actor` may change `user`, and so become them by a new password."""
    if actor.is_superuser:
        return True
    return not user.is_superuser and rights_of(user) <= rights_of(actor)


def give(user, role):
    """Set the role of a stored account; groups it is in beside the role's go."""
    user.is_superuser = role == ADMINISTRATOR
    user.is_staff = role != NOBODY
    user.save(update_fields=["is_superuser", "is_staff"])
    user.groups.set(Group.objects.filter(name=role))


def is_last_administrator(user):
    """Whether nobody else could administer the site; locks all who can.

    Call it in the transaction that takes the rights away. An administrator who has yet
    to accept an invitation does not count.
    """
    administrators = get_user_model().objects.select_for_update().order_by("pk")
    active = administrators.filter(is_superuser=True, is_staff=True, is_active=True)
    able = [person.pk for person in active if person.has_usable_password()]
    return able == [user.pk]
