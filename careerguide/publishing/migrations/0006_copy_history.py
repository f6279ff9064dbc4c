"""Copy the history of every item into revisions."""

from django.db import migrations

from careerguide.publishing import legacy_history


class Migration(migrations.Migration):
    dependencies = [
        ("publishing", "0005_revision"),
        # The columns of the history tables.
        ("articles", "0006_events"),
        ("careerguide", "0007_events"),
        ("faq", "0006_events"),
        ("statistics", "0007_order_that_fits_the_rows"),
    ]

    operations = [
        migrations.RunPython(
            legacy_history.copy, migrations.RunPython.noop, elidable=False
        )
    ]
