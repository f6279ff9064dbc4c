"""The groups Author, Editor and Publisher, with what each may do."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

CONTENT = ("article", "stattable", "faqentry")
GUIDE = (*CONTENT, "career", "page")

# An author changes drafts of their own, which needs no right to change those of others.
GROUPS = {
    "Author": {
        "view": (*GUIDE, "image"),
        "add": (*CONTENT, "image"),
    },
    "Editor": {
        "view": (*GUIDE, "image"),
        "add": (*GUIDE, "image"),
        "change": (*GUIDE, "image"),
    },
    "Publisher": {
        "view": (*GUIDE, "image"),
        "add": (*GUIDE, "image"),
        "change": (*GUIDE, "image"),
        "publish": GUIDE,
        "delete": (*GUIDE, "image"),
    },
}
APPS = ("careerguide", "library", "articles", "statistics", "faq")


def make_groups(apps, schema_editor):
    using = schema_editor.connection.alias
    # Django makes permissions after all migrations have run; they are needed now.
    for label in APPS:
        config = apps.get_app_config(label)
        config.models_module = True
        create_permissions(config, apps=apps, using=using, verbosity=0)
        config.models_module = None
    group_manager = apps.get_model("auth", "Group").objects.using(using)
    permissions = apps.get_model("auth", "Permission").objects.using(using)
    for name, verbs in GROUPS.items():
        group, _ = group_manager.get_or_create(name=name)
        codenames = [f"{verb}_{m}" for verb, models in verbs.items() for m in models]
        wanted = permissions.filter(
            codename__in=codenames, content_type__app_label__in=APPS
        )
        group.permissions.add(*wanted)


class Migration(migrations.Migration):
    dependencies = [
        ("careerguide", "0001_initial"),
        ("library", "0001_initial"),
        ("articles", "0001_initial"),
        ("statistics", "0001_initial"),
        ("faq", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(make_groups, migrations.RunPython.noop)]
