"""Careers in the order of lists, so that home reads one page of them and no more.

Of two careers of one place and name, each stays in one piece: the key decides.
"""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("careerguide", "0005_moments"),
        ("library", "0002_words_for_translators"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="career",
            options={
                "default_permissions": ("add", "change", "delete", "view", "publish"),
                "ordering": ["order", "name", "pk"],
                "verbose_name": "career",
                "verbose_name_plural": "careers",
            },
        ),
        migrations.AddIndex(
            model_name="career",
            index=models.Index(fields=["order", "name"], name="career_by_place"),
        ),
    ]
