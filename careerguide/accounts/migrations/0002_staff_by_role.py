"""Bring accounts in line with the rule that who has a role, and nobody else, is staff.

Nobody gains access by it. An account with a role that was no staff could not sign in,
and is switched off so that it still cannot. Staff with no group and no right of its own
saw an empty admin, and becomes an account without a role. Staff that has rights one by
one and no group goes on as it is, until somebody gives it a role.
"""

from django.db import migrations


def follow_roles(apps, schema_editor):
    users = apps.get_model("auth", "User").objects.using(schema_editor.connection.alias)
    for user in users.filter(is_active=True, is_staff=False):
        if user.is_superuser or user.groups.exists():
            user.is_active = False
            user.is_staff = True
            user.save(update_fields=["is_active", "is_staff"])
    idle = users.filter(is_staff=True, is_superuser=False)
    idle = idle.filter(groups=None, user_permissions=None)
    for user in idle:
        user.is_staff = False
        user.save(update_fields=["is_staff"])


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [migrations.RunPython(follow_roles, migrations.RunPython.noop)]
