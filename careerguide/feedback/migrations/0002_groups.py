"""Groups and their permissions are made by `accounts.group_permissions` by now."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("feedback", "0001_initial"),
        ("careerguide", "0002_groups"),
    ]

    operations = []
