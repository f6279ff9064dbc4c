"""Grant the groups that come with the site the permissions of each new model.

A model says in `group_permissions` which verbs each group gets: {group: verbs}. Only a
permission that `migrate` has just created is granted, in the transaction that creates
it, so what an administrator took from a group stays away.
"""

from django.apps import apps as global_apps
from django.contrib.auth import get_permission_codename
from django.contrib.auth.management import create_permissions
from django.db import DEFAULT_DB_ALIAS, router, transaction
from django.db.models.signals import post_migrate

DJANGOS_RECEIVER = "django.contrib.auth.management.create_permissions"


def connect():
    """Listen to `post_migrate` in place of Django's receiver, which this one calls."""
    post_migrate.disconnect(dispatch_uid=DJANGOS_RECEIVER)
    post_migrate.connect(create_and_grant, dispatch_uid=f"{__name__}.create_and_grant")


def create_and_grant(
    app_config, using=DEFAULT_DB_ALIAS, apps=global_apps, verbosity=2, **kwargs
):
    """Create the missing permissions of an app's models, and grant them."""
    try:
        Group = apps.get_model("auth", "Group")
        Permission = apps.get_model("auth", "Permission")
    except LookupError:
        return  # auth is not migrated yet: a later run creates them
    if not router.allow_migrate_model(using, Permission):
        return
    of_app = Permission.objects.using(using).filter(
        content_type__app_label=app_config.label
    )
    with transaction.atomic(using=using):
        existing = {*of_app.values_list("pk", flat=True)}
        create_permissions(app_config, verbosity=verbosity, using=using, apps=apps)
        rows = of_app.values_list("content_type__model", "codename", "pk")
        created = {(m, code): pk for m, code, pk in rows if pk not in existing}
        for name, keys in _granted(app_config, created).items():
            group, _is_new = Group.objects.using(using).get_or_create(name=name)
            group.permissions.add(*keys)


def _granted(app_config, created):
    """The keys of the created permissions that each group gets."""
    found = {}
    for model in global_apps.get_app_config(app_config.label).get_models():
        opts = model._meta
        for group, verbs in getattr(model, "group_permissions", {}).items():
            for verb in verbs:
                codename = get_permission_codename(verb, opts)
                if key := created.get((opts.model_name, codename)):
                    found.setdefault(group, []).append(key)
    return found
