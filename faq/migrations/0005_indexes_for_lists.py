"""What lists and home ask for, from indexes: 1,000 guides are 10,000 of some items.

`…_of_guide` holds all that `published()` asks of an item. Lists count by it, career by
career, without reading an item, and find the items of a page. It begins with the
career, so the index that the career had by itself goes.

`…_by_update` gives home the newest changes: it reads the first five, not all.
"""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("careerguide", "0006_indexes_for_lists"),
        ("faq", "0004_moments"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name="faqentry",
            name="career",
            field=models.ForeignKey(
                db_index=False,
                help_text="The guide this belongs to.",
                on_delete=django.db.models.deletion.PROTECT,
                to="careerguide.career",
                verbose_name="career",
            ),
        ),
        migrations.AddIndex(
            model_name="faqentry",
            index=models.Index(
                fields=["career", "status", "publish_at", "unpublish_at"],
                name="faqentry_of_guide",
            ),
        ),
        migrations.AddIndex(
            model_name="faqentry",
            index=models.Index(
                condition=models.Q(("status", "published")),
                fields=["-content_updated_on", "slug"],
                name="faqentry_by_update",
            ),
        ),
    ]
