"""Fields of work, related careers, and the editors' choice."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("careerguide", "0001_squashed_0007_events"),
    ]

    operations = [
        migrations.AddField(
            model_name="career",
            name="is_featured",
            field=models.BooleanField(
                default=False,
                help_text="Shown on the home page where there are too many for all of them.",
                verbose_name="editors’ choice",
            ),
        ),
        migrations.AddField(
            model_name="career",
            name="related",
            field=models.JSONField(
                blank=True,
                default=list,
                help_text="What readers of this guide may also want, in this order. Without any, others of its field of work are shown.",
                verbose_name="related careers",
            ),
        ),
        migrations.CreateModel(
            name="CareerGroup",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="What the careers of it have in common: Health and care.",
                        max_length=60,
                        verbose_name="name",
                    ),
                ),
                (
                    "slug",
                    models.SlugField(
                        help_text="Its part of an address: health-and-care. It stays as it is.",
                        max_length=60,
                        unique=True,
                        verbose_name="slug",
                    ),
                ),
                (
                    "order",
                    models.PositiveIntegerField(
                        default=0,
                        help_text="Its place among fields: 1 comes first.",
                        verbose_name="order",
                    ),
                ),
            ],
            options={
                "verbose_name": "field of work",
                "verbose_name_plural": "fields of work",
                "ordering": ["order", "name"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("name__gt", ""), ("slug__gt", "")),
                        name="careerguide_careergroup_is_named",
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="career",
            name="group",
            field=models.ForeignKey(
                blank=True,
                help_text="Where readers of a long list look for it.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                to="careerguide.careergroup",
                verbose_name="field of work",
            ),
        ),
    ]
