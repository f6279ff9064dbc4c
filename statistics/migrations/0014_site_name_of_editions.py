"""Store with each edition what the site was called, which its citation says."""

import json

from django.db import migrations, models

AT_ONCE = 200  # editions in memory


def fill(apps, schema_editor):
    """Take the name from the citation: “Career Guide (2026). …”."""
    editions = apps.get_model("statistics", "Edition").objects
    editions = editions.using(schema_editor.connection.alias)
    keys = [*editions.order_by("pk").values_list("pk", flat=True)]
    for start in range(0, len(keys), AT_ONCE):
        some = editions.filter(pk__in=keys[start : start + AT_ONCE])
        some = [*some.only("day", "json")]
        for edition in some:
            cited = json.loads(edition.json)["citation"]["text"]
            edition.site_name = cited.partition(f" ({edition.day.year}). ")[0]
        editions.bulk_update(some, ["site_name"])


class Migration(migrations.Migration):
    dependencies = [
        ("statistics", "0013_language"),
    ]

    operations = [
        migrations.AddField(
            model_name="edition",
            name="site_name",
            field=models.TextField(default=""),
            preserve_default=False,
        ),
        migrations.RunPython(fill, migrations.RunPython.noop, elidable=True),
    ]
