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
        ("faq", "0001_initial"),
        ("faq", "0002_history_and_trash"),
        ("faq", "0003_words_for_translators"),
        ("faq", "0004_moments"),
        ("faq", "0005_indexes_for_lists"),
        ("faq", "0006_events"),
    ]

    dependencies = [
        ("careerguide", "0001_squashed_0007_events"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="FAQEntry",
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
                        help_text="Questions of one topic stand together: Skills and education.",
                        max_length=60,
                        verbose_name="topic",
                    ),
                ),
                (
                    "question",
                    models.CharField(
                        help_text="As a reader would ask it, with a question mark.",
                        max_length=200,
                        verbose_name="question",
                    ),
                ),
                (
                    "slug",
                    models.SlugField(
                        help_text="Its part of the address. Begins with the career's, as other guides ask the same questions: machine-learning-engineer-skills.",
                        max_length=160,
                        unique=True,
                        verbose_name="slug",
                    ),
                ),
                (
                    "answer",
                    markdownx.models.MarkdownxField(
                        blank=True,
                        help_text="In Markdown. Let the first sentence answer the question.",
                        validators=[careerguide.markup.validate_length],
                        verbose_name="answer",
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
                "verbose_name": "question",
                "verbose_name_plural": "questions",
                "ordering": ["order", "pk"],
                "abstract": False,
                "default_permissions": ("add", "change", "delete", "view", "publish"),
                "indexes": [
                    models.Index(
                        condition=models.Q(("publish_at__isnull", False)),
                        fields=["publish_at"],
                        name="faqentry_by_publish_at",
                    ),
                    models.Index(
                        condition=models.Q(("unpublish_at__isnull", False)),
                        fields=["unpublish_at"],
                        name="faqentry_by_unpublish_at",
                    ),
                    models.Index(
                        fields=["career", "status", "publish_at", "unpublish_at"],
                        name="faqentry_of_guide",
                    ),
                    models.Index(
                        condition=models.Q(("status", "published")),
                        fields=["-content_updated_on", "slug"],
                        name="faqentry_by_update",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ["draft", "published", "archived"])
                        ),
                        name="faq_faqentry_status_is_known",
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
                        name="faq_faqentry_published_needs_dates",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("publish_at", None),
                            ("unpublish_at", None),
                            ("unpublish_at__gt", models.F("publish_at")),
                            _connector="OR",
                        ),
                        name="faq_faqentry_unpublish_follows_publish",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("slug__gt", "")),
                        name="faq_faqentry_has_a_slug",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "published"), _negated=True),
                            ("trashed_at", None),
                            _connector="OR",
                        ),
                        name="faq_faqentry_trash_is_not_published",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("question__gt", ""), ("answer__gt", "")),
                            models.Q(("status", "published"), _negated=True),
                            _connector="OR",
                        ),
                        name="faq_faqentry_published_needs_text",
                    ),
                ],
            },
        ),
    ]
