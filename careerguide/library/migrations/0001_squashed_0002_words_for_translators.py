"""The tables as they were before revisions: see docs/adr/0024."""

import django.core.validators
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    replaces = [
        ("library", "0001_initial"),
        ("library", "0002_words_for_translators"),
    ]

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Image",
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
                    "file",
                    models.FileField(
                        editable=False,
                        max_length=200,
                        unique=True,
                        upload_to="",
                        verbose_name="file",
                    ),
                ),
                (
                    "alt",
                    models.CharField(
                        blank=True,
                        help_text="Say what the picture shows: Two engineers read a chart together.",
                        max_length=300,
                        verbose_name="description for people who cannot see it",
                    ),
                ),
                (
                    "decorative",
                    models.BooleanField(
                        default=False,
                        help_text="It carries no meaning, so a screen reader should pass over it.",
                        verbose_name="decorative",
                    ),
                ),
                (
                    "credit",
                    models.CharField(
                        blank=True,
                        help_text="Who made it and the terms of use: Ana Silva, CC BY 4.0.",
                        max_length=200,
                        verbose_name="credit",
                    ),
                ),
                (
                    "focal_x",
                    models.PositiveSmallIntegerField(
                        default=50,
                        help_text="In percent: what must stay visible when the picture is cropped.",
                        validators=[django.core.validators.MaxValueValidator(100)],
                        verbose_name="focal point, from the left",
                    ),
                ),
                (
                    "focal_y",
                    models.PositiveSmallIntegerField(
                        default=50,
                        help_text="In percent.",
                        validators=[django.core.validators.MaxValueValidator(100)],
                        verbose_name="focal point, from the top",
                    ),
                ),
                (
                    "sha256",
                    models.CharField(editable=False, max_length=64, unique=True),
                ),
                (
                    "width",
                    models.PositiveIntegerField(editable=False, verbose_name="width"),
                ),
                (
                    "height",
                    models.PositiveIntegerField(editable=False, verbose_name="height"),
                ),
                (
                    "size",
                    models.PositiveIntegerField(
                        editable=False, verbose_name="size in bytes"
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now,
                        editable=False,
                        verbose_name="created at",
                    ),
                ),
            ],
            options={
                "verbose_name": "image",
                "verbose_name_plural": "images",
                "ordering": ["-created_at", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("decorative", True), ("alt__gt", ""), _connector="OR"
                        ),
                        name="library_image_needs_alt_or_decorative",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("focal_x__lte", 100), ("focal_y__lte", 100)
                        ),
                        name="library_image_focal_point_inside",
                    ),
                ],
            },
        ),
    ]
