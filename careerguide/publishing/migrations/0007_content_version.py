"""Call the number of changes that readers see a content version.

The table keeps its name: an older release that still runs, and a backup of one, know it
by that.
"""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("publishing", "0006_copy_history")]

    operations = [
        migrations.AlterModelTable("stamp", "publishing_stamp"),
        migrations.RenameModel("Stamp", "ContentVersion"),
    ]
