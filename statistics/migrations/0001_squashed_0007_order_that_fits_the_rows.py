"""The tables as they were before revisions: see docs/adr/0024."""

import django.core.validators
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import careerguide.markup
import statistics.models


class Migration(migrations.Migration):
    initial = True

    replaces = [
        ("statistics", "0001_initial"),
        ("statistics", "0002_history_and_trash"),
        ("statistics", "0003_words_for_translators"),
        ("statistics", "0004_moments"),
        ("statistics", "0005_indexes_for_lists"),
        ("statistics", "0006_events"),
        ("statistics", "0007_order_that_fits_the_rows"),
    ]

    dependencies = [
        ("careerguide", "0001_squashed_0007_events"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="StatTable",
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
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "Draft"),
                            ("published", "Published"),
                            ("archived", "Archived"),
                        ],
                        default="draft",
                        help_text="Readers see only what is published.",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                (
                    "publish_at",
                    models.DateTimeField(
                        blank=True,
                        help_text="Published from this moment on. Leave empty for at once.",
                        null=True,
                        verbose_name="publish at",
                    ),
                ),
                (
                    "unpublish_at",
                    models.DateTimeField(
                        blank=True,
                        help_text="Hidden from this moment on. Leave empty to keep it published.",
                        null=True,
                        verbose_name="unpublish at",
                    ),
                ),
                (
                    "first_published_at",
                    models.DateTimeField(blank=True, editable=False, null=True),
                ),
                (
                    "content_updated_on",
                    models.DateField(
                        blank=True,
                        help_text="Shown to readers. Change it when the facts changed, not for a typing error.",
                        null=True,
                        verbose_name="content updated on",
                    ),
                ),
                (
                    "review_by",
                    models.DateField(
                        blank=True,
                        help_text="The day by which somebody should check that this is still true.",
                        null=True,
                        verbose_name="review by",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "created_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False
                    ),
                ),
                (
                    "modified_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False
                    ),
                ),
                (
                    "trashed_at",
                    models.DateTimeField(blank=True, editable=False, null=True),
                ),
                (
                    "order",
                    models.PositiveIntegerField(
                        default=0,
                        help_text="Its place in lists: 1 comes first.",
                        verbose_name="order",
                    ),
                ),
                (
                    "topic",
                    models.CharField(
                        blank=True,
                        help_text="Tables of one topic stand together: Pay.",
                        max_length=60,
                        verbose_name="topic",
                    ),
                ),
                (
                    "title",
                    models.CharField(
                        help_text="The message in one sentence of at most 15 words that the numbers prove: Half of all machine learning engineers are 25 to 34 years old.",
                        max_length=200,
                        verbose_name="title",
                    ),
                ),
                (
                    "subtitle",
                    models.CharField(
                        blank=True,
                        help_text="Measure, place and period: Average salary a year in US dollars, 2024.",
                        max_length=200,
                        verbose_name="subtitle",
                    ),
                ),
                (
                    "slug",
                    models.SlugField(
                        help_text="Its part of the address. Articles name the table by it.",
                        max_length=120,
                        unique=True,
                        verbose_name="slug",
                    ),
                ),
                (
                    "data",
                    models.JSONField(
                        blank=True,
                        default=statistics.models.empty_data,
                        verbose_name="data",
                    ),
                ),
                (
                    "chart_form",
                    models.CharField(
                        choices=[
                            ("auto", "Whatever fits the numbers"),
                            ("bars", "Bars"),
                            ("parts", "Parts of a whole"),
                            ("line", "Line over time"),
                            ("list", "Numbered list"),
                            ("none", "No chart"),
                        ],
                        default="auto",
                        help_text="A form that does not suit the numbers is refused with the reason.",
                        max_length=10,
                        verbose_name="chart",
                    ),
                ),
                (
                    "row_order",
                    models.CharField(
                        choices=[
                            ("auto", "Whatever fits the rows"),
                            ("value", "By value, largest first"),
                            ("given", "As given"),
                        ],
                        default="auto",
                        help_text="What fits: years, months, ages and levels as they follow each other, the rest by value.",
                        max_length=10,
                        verbose_name="order of the rows",
                    ),
                ),
                (
                    "source_name",
                    models.CharField(
                        blank=True,
                        help_text="Publication and organisation: Survey of Earnings from Office for National Statistics. Leave it empty if nobody knows: readers are told.",
                        max_length=300,
                        verbose_name="source",
                    ),
                ),
                (
                    "source_url",
                    models.CharField(
                        blank=True,
                        help_text="Beginning with https://",
                        max_length=500,
                        validators=[
                            django.core.validators.URLValidator(
                                schemes=["http", "https"]
                            )
                        ],
                        verbose_name="address of the source",
                    ),
                ),
                (
                    "period",
                    models.CharField(
                        blank=True,
                        help_text="What time the numbers are about: 2020 to 2027.",
                        max_length=100,
                        verbose_name="period of the data",
                    ),
                ),
                (
                    "note",
                    models.TextField(
                        blank=True,
                        help_text="What a careful reader has to know, in Markdown.",
                        validators=[careerguide.markup.validate_length],
                        verbose_name="note",
                    ),
                ),
                (
                    "headline_label",
                    models.CharField(
                        blank=True,
                        help_text="What the marked number is: Average salary, mid-level.",
                        max_length=100,
                        verbose_name="quick fact",
                    ),
                ),
                (
                    "headline_row",
                    models.CharField(
                        blank=True,
                        help_text="The row's name, as in the table: Mid-Level.",
                        max_length=500,
                        verbose_name="row of the quick fact",
                    ),
                ),
                (
                    "headline_column",
                    models.CharField(
                        blank=True,
                        help_text="The column's label or key: Average annual salary.",
                        max_length=40,
                        verbose_name="column of the quick fact",
                    ),
                ),
                (
                    "next_update",
                    models.DateField(
                        blank=True,
                        help_text="When new numbers are expected, if known.",
                        null=True,
                        verbose_name="next update",
                    ),
                ),
                (
                    "career",
                    models.ForeignKey(
                        db_index=False,
                        help_text="The guide this belongs to.",
                        on_delete=django.db.models.deletion.PROTECT,
                        to="careerguide.career",
                        verbose_name="career",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "modified_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "table",
                "verbose_name_plural": "tables",
                "ordering": ["order", "pk"],
                "abstract": False,
                "default_permissions": ("add", "change", "delete", "view", "publish"),
                "indexes": [
                    models.Index(
                        condition=models.Q(("publish_at__isnull", False)),
                        fields=["publish_at"],
                        name="stattable_by_publish_at",
                    ),
                    models.Index(
                        condition=models.Q(("unpublish_at__isnull", False)),
                        fields=["unpublish_at"],
                        name="stattable_by_unpublish_at",
                    ),
                    models.Index(
                        fields=["career", "status", "publish_at", "unpublish_at"],
                        name="stattable_of_guide",
                    ),
                    models.Index(
                        condition=models.Q(("status", "published")),
                        fields=["-content_updated_on", "slug"],
                        name="stattable_by_update",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ["draft", "published", "archived"])
                        ),
                        name="statistics_stattable_status_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "published"), _negated=True),
                            models.Q(
                                ("content_updated_on__isnull", False),
                                ("first_published_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="statistics_stattable_published_needs_dates",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("publish_at", None),
                            ("unpublish_at", None),
                            ("unpublish_at__gt", models.F("publish_at")),
                            _connector="OR",
                        ),
                        name="statistics_stattable_unpublish_follows_publish",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("slug__gt", "")),
                        name="statistics_stattable_has_a_slug",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "published"), _negated=True),
                            ("trashed_at", None),
                            _connector="OR",
                        ),
                        name="statistics_stattable_trash_is_not_published",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("title__gt", "")),
                            models.Q(("status", "published"), _negated=True),
                            _connector="OR",
                        ),
                        name="statistics_stattable_published_needs_text",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "chart_form__in",
                                ["auto", "bars", "parts", "line", "list", "none"],
                            )
                        ),
                        name="statistics_stattable_chart_form_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("row_order__in", ["auto", "value", "given"])
                        ),
                        name="statistics_stattable_row_order_is_known",
                    ),
                ],
            },
        ),
    ]
