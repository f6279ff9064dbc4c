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
        ("careerguide", "0001_initial"),
        ("careerguide", "0002_groups"),
        ("careerguide", "0003_history_and_trash"),
        ("careerguide", "0004_words_for_translators"),
        ("careerguide", "0005_moments"),
        ("careerguide", "0006_indexes_for_lists"),
        ("careerguide", "0007_events"),
    ]

    dependencies = [
        ("library", "0001_squashed_0002_words_for_translators"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="SeededGuide",
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
                ("name", models.CharField(max_length=100, unique=True)),
                ("seeded_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="Career",
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
                    "name",
                    models.CharField(
                        help_text="In the singular, as a job advert says it: Machine Learning Engineer.",
                        max_length=100,
                        verbose_name="name",
                    ),
                ),
                (
                    "slug",
                    models.SlugField(
                        help_text="Its part of the address: machine-learning-engineer.",
                        max_length=100,
                        unique=True,
                        verbose_name="slug",
                    ),
                ),
                (
                    "other_names",
                    models.CharField(
                        blank=True,
                        help_text="What else people call it, separated by commas: ML engineer.",
                        max_length=300,
                        verbose_name="other names",
                    ),
                ),
                (
                    "summary",
                    models.TextField(
                        blank=True,
                        help_text="One or two sentences for cards and search results.",
                        max_length=400,
                        verbose_name="summary",
                    ),
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
                "verbose_name": "career",
                "verbose_name_plural": "careers",
                "ordering": ["order", "name", "pk"],
                "abstract": False,
                "default_permissions": ("add", "change", "delete", "view", "publish"),
                "indexes": [
                    models.Index(
                        condition=models.Q(("publish_at__isnull", False)),
                        fields=["publish_at"],
                        name="career_by_publish_at",
                    ),
                    models.Index(
                        condition=models.Q(("unpublish_at__isnull", False)),
                        fields=["unpublish_at"],
                        name="career_by_unpublish_at",
                    ),
                    models.Index(fields=["order", "name"], name="career_by_place"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ["draft", "published", "archived"])
                        ),
                        name="careerguide_career_status_is_known",
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
                        name="careerguide_career_published_needs_dates",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("publish_at", None),
                            ("unpublish_at", None),
                            ("unpublish_at__gt", models.F("publish_at")),
                            _connector="OR",
                        ),
                        name="careerguide_career_unpublish_follows_publish",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("slug__gt", "")),
                        name="careerguide_career_has_a_slug",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "published"), _negated=True),
                            ("trashed_at", None),
                            _connector="OR",
                        ),
                        name="careerguide_career_trash_is_not_published",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("name__gt", ""), ("summary__gt", "")),
                            models.Q(("status", "published"), _negated=True),
                            _connector="OR",
                        ),
                        name="careerguide_career_published_needs_text",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Page",
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
                ("title", models.CharField(max_length=100, verbose_name="title")),
                (
                    "slug",
                    models.SlugField(
                        help_text="Its address: about gives /about/.",
                        max_length=100,
                        unique=True,
                        verbose_name="slug",
                    ),
                ),
                (
                    "summary",
                    models.TextField(
                        blank=True,
                        help_text="One sentence for search results.",
                        max_length=400,
                        verbose_name="summary",
                    ),
                ),
                (
                    "body",
                    markdownx.models.MarkdownxField(
                        blank=True,
                        help_text="The text, in Markdown.",
                        validators=[careerguide.markup.validate_length],
                        verbose_name="body",
                    ),
                ),
                (
                    "order",
                    models.PositiveIntegerField(
                        default=0,
                        help_text="Its place at the foot of every page: 1 comes first.",
                        verbose_name="order",
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
                "verbose_name": "page",
                "verbose_name_plural": "pages",
                "ordering": ["order", "title"],
                "abstract": False,
                "default_permissions": ("add", "change", "delete", "view", "publish"),
                "indexes": [
                    models.Index(
                        condition=models.Q(("publish_at__isnull", False)),
                        fields=["publish_at"],
                        name="page_by_publish_at",
                    ),
                    models.Index(
                        condition=models.Q(("unpublish_at__isnull", False)),
                        fields=["unpublish_at"],
                        name="page_by_unpublish_at",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ["draft", "published", "archived"])
                        ),
                        name="careerguide_page_status_is_known",
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
                        name="careerguide_page_published_needs_dates",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("publish_at", None),
                            ("unpublish_at", None),
                            ("unpublish_at__gt", models.F("publish_at")),
                            _connector="OR",
                        ),
                        name="careerguide_page_unpublish_follows_publish",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("slug__gt", "")),
                        name="careerguide_page_has_a_slug",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "published"), _negated=True),
                            ("trashed_at", None),
                            _connector="OR",
                        ),
                        name="careerguide_page_trash_is_not_published",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("title__gt", ""), ("body__gt", "")),
                            models.Q(("status", "published"), _negated=True),
                            _connector="OR",
                        ),
                        name="careerguide_page_published_needs_text",
                    ),
                ],
            },
        ),
    ]
