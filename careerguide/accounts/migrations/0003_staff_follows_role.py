"""Bring the accounts that 0002 left out in line: staff is who has a role, and only they.

Nobody gains access by it. Who has a role, be it by rights given one by one, and is no
staff could not sign in: it becomes staff and stays, or is, switched off. Staff whose
group was deleted has no role any more.
"""

from django.db import migrations
from django.db.models import Exists, OuterRef, Q


def follow_roles(apps, schema_editor):
    alias = schema_editor.connection.alias
    User = apps.get_model("auth", "User")
    mine = {"user_id": OuterRef("pk")}
    groups = User.groups.through.objects.using(alias).filter(**mine)
    rights = User.user_permissions.through.objects.using(alias).filter(**mine)
    has_role = Q(is_superuser=True) | Exists(groups) | Exists(rights)
    users = User.objects.using(alias)
    users.filter(has_role, is_staff=False).update(is_staff=True, is_active=False)
    users.filter(~has_role, is_staff=True).update(is_staff=False)


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_staff_by_role"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [migrations.RunPython(follow_roles, migrations.RunPython.noop)]
