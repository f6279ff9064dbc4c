"""The tables as they were before revisions: see docs/adr/0024."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    replaces = [
        ("feedback", "0001_initial"),
        ("feedback", "0002_groups"),
    ]

    dependencies = [
        ("contenttypes", "0002_remove_content_type_name"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Feedback",
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
                ("object_id", models.PositiveBigIntegerField()),
                (
                    "page",
                    models.CharField(
                        help_text="Its address when the reader was there.",
                        max_length=300,
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("helpful", "Helpful"),
                            ("not_helpful", "Not helpful"),
                            ("problem", "Problem"),
                        ],
                        max_length=11,
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("unanswered", "It did not answer my question"),
                            ("unclear", "I did not understand it"),
                            ("wrong", "It is out of date or wrong"),
                            ("other", "Something else"),
                        ],
                        max_length=10,
                    ),
                ),
                ("text", models.TextField(blank=True, max_length=2000)),
                (
                    "created_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="sent"
                    ),
                ),
                ("sender", models.CharField(blank=True, max_length=64)),
                ("handled_at", models.DateTimeField(null=True, verbose_name="handled")),
                (
                    "content_type",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="contenttypes.contenttype",
                    ),
                ),
                (
                    "handled_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "feedback",
                "verbose_name_plural": "feedback",
                "ordering": ["-created_at", "-pk"],
                "default_permissions": ("view", "handle", "delete"),
                "indexes": [
                    models.Index(
                        fields=["created_at", "page"], name="feedback_by_time"
                    ),
                    models.Index(
                        condition=models.Q(("sender", ""), _negated=True),
                        fields=["created_at"],
                        name="feedback_of_known_senders",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind__in", ["helpful", "not_helpful", "problem"])
                        ),
                        name="feedback_kind_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "reason__in",
                                ["", "unanswered", "unclear", "wrong", "other"],
                            )
                        ),
                        name="feedback_reason_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("reason", ""), ("kind", "not_helpful"), _connector="OR"
                        ),
                        name="feedback_reason_says_why_not_helpful",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "problem"), _negated=True),
                            ("text__gt", ""),
                            _connector="OR",
                        ),
                        name="feedback_problem_has_text",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("handled_by", None),
                            ("handled_at__isnull", False),
                            _connector="OR",
                        ),
                        name="feedback_handled_by_needs_a_time",
                    ),
                ],
            },
        ),
    ]
