"""The tables as they were before revisions: see docs/adr/0024."""

import django.db.models.deletion
import django.utils.timezone
import markdownx.models
from django.conf import settings
from django.db import migrations, models

import careerguide.markup


class Migration(migrations.Migration):
    initial = True

    replaces = [
        ("articles", "0001_initial"),
        ("articles", "0002_history_and_trash"),
        ("articles", "0003_words_for_translators"),
        ("articles", "0004_moments"),
        ("articles", "0005_indexes_for_lists"),
        ("articles", "0006_events"),
    ]

    dependencies = [
        ("careerguide", "0001_squashed_0007_events"),
        ("library", "0001_squashed_0002_words_for_translators"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Article",
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
                ("title", models.CharField(max_length=200, verbose_name="title")),
                (
                    "slug",
                    models.SlugField(
                        help_text="Its part of the address. Made from the title; keep it stable.",
                        max_length=120,
                        unique=True,
                        verbose_name="slug",
                    ),
                ),
                (
                    "summary",
                    models.TextField(
                        blank=True,
                        help_text="One or two sentences: what the reader learns here.",
                        max_length=400,
                        verbose_name="summary",
                    ),
                ),
                (
                    "takeaways",
                    models.TextField(
                        blank=True,
                        help_text="Three to five points, each on a line that begins with a hyphen.",
                        validators=[careerguide.markup.validate_length],
                        verbose_name="key takeaways",
                    ),
                ),
                (
                    "body",
                    markdownx.models.MarkdownxField(
                        blank=True,
                        help_text="The text, in Markdown: ## begins a section. A line holding only [[table: address-of-the-table]] puts that table there.",
                        validators=[careerguide.markup.validate_length],
                        verbose_name="body",
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
                (
                    "picture",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="library.image",
                        verbose_name="picture",
                    ),
                ),
            ],
            options={
                "verbose_name": "article",
                "verbose_name_plural": "articles",
                "ordering": ["order", "pk"],
                "abstract": False,
                "default_permissions": ("add", "change", "delete", "view", "publish"),
                "indexes": [
                    models.Index(
                        condition=models.Q(("publish_at__isnull", False)),
                        fields=["publish_at"],
                        name="article_by_publish_at",
                    ),
                    models.Index(
                        condition=models.Q(("unpublish_at__isnull", False)),
                        fields=["unpublish_at"],
                        name="article_by_unpublish_at",
                    ),
                    models.Index(
                        fields=["career", "status", "publish_at", "unpublish_at"],
                        name="article_of_guide",
                    ),
                    models.Index(
                        condition=models.Q(("status", "published")),
                        fields=["-content_updated_on", "slug"],
                        name="article_by_update",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ["draft", "published", "archived"])
                        ),
                        name="articles_article_status_is_known",
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
                        name="articles_article_published_needs_dates",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("publish_at", None),
                            ("unpublish_at", None),
                            ("unpublish_at__gt", models.F("publish_at")),
                            _connector="OR",
                        ),
                        name="articles_article_unpublish_follows_publish",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("slug__gt", "")),
                        name="articles_article_has_a_slug",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "published"), _negated=True),
                            ("trashed_at", None),
                            _connector="OR",
                        ),
                        name="articles_article_trash_is_not_published",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("title__gt", ""), ("summary__gt", ""), ("body__gt", "")
                            ),
                            models.Q(("status", "published"), _negated=True),
                            _connector="OR",
                        ),
                        name="articles_article_published_needs_text",
                    ),
                ],
            },
        ),
    ]
