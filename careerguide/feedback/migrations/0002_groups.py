"""Who writes for the site reads feedback and ticks it off; a publisher deletes it."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

GROUPS = {
    "Author": ("view", "handle"),
    "Editor": ("view", "handle"),
    "Publisher": ("view", "handle", "delete"),
}


def let_groups(apps, schema_editor):
    using = schema_editor.connection.alias
    # Django makes permissions after all migrations have run; they are needed now.
    config = apps.get_app_config("feedback")
    config.models_module = True
    create_permissions(config, apps=apps, using=using, verbosity=0)
    config.models_module = None
    group_manager = apps.get_model("auth", "Group").objects.using(using)
    permissions = apps.get_model("auth", "Permission").objects.using(using)
    for name, verbs in GROUPS.items():
        group, _ = group_manager.get_or_create(name=name)
        codenames = [f"{verb}_feedback" for verb in verbs]
        group.permissions.add(
            *permissions.filter(
                codename__in=codenames, content_type__app_label="feedback"
            )
        )


class Migration(migrations.Migration):
    dependencies = [
        ("feedback", "0001_initial"),
        ("careerguide", "0002_groups"),
    ]

    operations = [migrations.RunPython(let_groups, migrations.RunPython.noop)]
