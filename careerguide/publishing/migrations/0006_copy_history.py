"""Make the history of a database from before revisions into them, and drop its tables.

A new database has no such tables, and nothing happens.
"""

from django.db import migrations

from careerguide.publishing.models import legacy_history


class Migration(migrations.Migration):
    dependencies = [
        ("publishing", "0005_revision"),
        *legacy_history.LAST_MIGRATIONS,
    ]

    operations = [migrations.RunPython(legacy_history.move, migrations.RunPython.noop)]
