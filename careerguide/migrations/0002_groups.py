"""Groups and their permissions are made by `accounts.group_permissions` by now."""

from django.db import migrations


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

    operations = []
