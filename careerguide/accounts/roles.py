"""Define what an account may do: a group, rights of its own, everything, or nothing.

An account with a role is staff, and one without cannot sign in. Whoever administers
people without being a superuser gives and takes only what they may do themselves.
"""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

ADMINISTRATOR = "administrator"
NOBODY = "nobody"
RIGHTS = "rights"  # given one by one, and no group
SITE_GROUP = "group:"  # before the name of a group of the site's own
# What each group may do, in words. See `group_permissions` for the permissions.
GROUPS = {
    "Author": (
        _("Author"),
        _("writes new content of guides, and publishes nothing"),
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
    RIGHTS: (_("Own rights"), _("only what is given to this account one by one")),
    NOBODY: (_("No role"), _("cannot sign in")),
}


def role_of(user):
    """Return the role as the form's value: a group's, for several the last of them."""
    if user.is_superuser:
        return ADMINISTRATOR
    names = {group.name for group in user.groups.all()}
    ours = [name for name in GROUPS if name in names]
    if names:
        return next(iter([*reversed(ours), *(role_of_group(n) for n in sorted(names))]))
    return RIGHTS if user.user_permissions.all() else NOBODY


def role_of_group(name):
    """The value of a group, which no name of a group can make one of the others."""
    return name if name in GROUPS else f"{SITE_GROUP}{name}"


def name_of(role):
    known = GROUPS | OTHER_ROLES
    return known[role][0] if role in known else role.removeprefix(SITE_GROUP)


def is_taken(name):
    """Return whether a group of this name would be taken for one of our roles."""
    known = GROUPS | OTHER_ROLES
    words = {*known, *(str(title) for title, _what in known.values())}
    return name.strip().casefold() in {word.casefold() for word in words}


def description_of(role):
    known = GROUPS | OTHER_ROLES
    return known[role][1] if role in known else _("a group of this site's own")


def roles_to_give(actor, user=None):
    """Return those with no right that `actor` lacks; `user` is who has one already."""
    own = user is not None and (actor.is_superuser or user.user_permissions.all())
    others = [*([RIGHTS] if own else []), NOBODY]
    if actor.is_superuser:
        return [*map(role_of_group, _groups()), ADMINISTRATOR, *others]
    mine = rights_of(actor)
    weak = [name for name, group in _groups().items() if rights_of_group(group) <= mine]
    return [*map(role_of_group, weak), *others]


def all_roles():
    return [*map(role_of_group, _groups()), ADMINISTRATOR, RIGHTS, NOBODY]


def _groups():
    """By their names: those that come with the site first, in their order."""
    names = {group.name: group for group in Group.objects.order_by("name")}
    ours = {name: names.pop(name) for name in GROUPS if name in names}
    return ours | names


def rights_of(user):
    """Return the keys of all permissions, also of an account that is switched off."""
    granted = Permission.objects.filter(Q(user=user) | Q(group__user=user))
    return {*granted.values_list("pk", flat=True)}


def rights_of_group(group):
    return {*group.permissions.values_list("pk", flat=True)}


def may_manage(actor, user):
    """Return whether `actor` may change `user`, and so become them by a password."""
    if actor.is_superuser:
        return True
    return not user.is_superuser and rights_of(user) <= rights_of(actor)


def give(user, role):
    """Set the role of a stored account; groups it is in beside the role's go."""
    user.is_superuser = role == ADMINISTRATOR
    user.save(update_fields=["is_superuser"])
    is_group = role not in OTHER_ROLES
    name = role.removeprefix(SITE_GROUP)
    user.groups.set(Group.objects.filter(name=name) if is_group else [])
    if role == NOBODY:
        user.user_permissions.clear()
    follow(user)


def follow(user):
    """Make a stored account staff if it has a role, and only then."""
    user.is_staff = role_of(user) != NOBODY
    user.save(update_fields=["is_staff"])


def with_role(users, role):
    """Filter `users` by a role; of groups also those who have another beside it."""
    if role == ADMINISTRATOR:
        return users.filter(is_superuser=True)
    users = users.filter(is_superuser=False)
    if role not in OTHER_ROLES:
        return users.filter(groups__name=role.removeprefix(SITE_GROUP))
    users = users.filter(groups=None)
    right = Permission.objects.filter(user=OuterRef("pk"))
    return users.filter(Exists(right) if role == RIGHTS else ~Exists(right))


def is_last_administrator(user):
    """Return whether nobody else could administer the site; locks all who can.

    Call it in the transaction that takes the rights away. An administrator who has yet
    to accept an invitation does not count.
    """
    administrators = get_user_model().objects.select_for_update().order_by("pk")
    active = administrators.filter(is_superuser=True, is_staff=True, is_active=True)
    able = [person.pk for person in active if person.has_usable_password()]
    return able == [user.pk]
