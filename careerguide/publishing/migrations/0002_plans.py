"""Give plans a table of their own, and move there what drafts had planned."""

import django.core.serializers.json
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models
from django.db.models import Q

from careerguide.publishing.values import values_of


def move_plans(apps, schema_editor):
    """A draft with an hour is planned as it is now; one that was due once is held."""
    WorkingCopy = apps.get_model("publishing", "WorkingCopy")
    Plan = apps.get_model("publishing", "Plan")
    planned = WorkingCopy.objects.filter(Q(publish_at__isnull=False) | ~Q(problem=""))
    for draft in planned.select_related("content_type"):
        kind = draft.content_type
        try:
            model = apps.get_model(kind.app_label, kind.model)
        except LookupError:
            continue  # of a kind that only another release has
        row = model._base_manager.filter(pk=draft.object_id).first()
        if row is None:
            continue
        Plan.objects.create(
            content_type=kind,
            object_id=draft.object_id,
            values=draft.values,
            base=values_of(row),
            version=row.version,
            publish_at=draft.publish_at or draft.saved_at,
            made_at=draft.saved_at,
            made_by=draft.scheduled_by,
            problem=draft.problem,
        )


def move_back(apps, schema_editor):
    """Where there is a draft beside the plan, the draft stays and is not planned."""
    WorkingCopy = apps.get_model("publishing", "WorkingCopy")
    Plan = apps.get_model("publishing", "Plan")
    for plan in Plan.objects.all():
        WorkingCopy.objects.get_or_create(
            content_type=plan.content_type,
            object_id=plan.object_id,
            defaults={
                "values": plan.values,
                "publish_at": None if plan.problem else plan.publish_at,
                "scheduled_by": plan.made_by,
                "problem": plan.problem,
                "saved_at": plan.made_at,
                "saved_by": plan.made_by,
            },
        )


class Migration(migrations.Migration):
    dependencies = [
        ("publishing", "0001_initial"),
        ("contenttypes", "0002_remove_content_type_name"),
        # The rows that were planned, as they are now.
        ("articles", "0005_indexes_for_lists"),
        ("careerguide", "0006_indexes_for_lists"),
        ("faq", "0005_indexes_for_lists"),
        ("statistics", "0005_indexes_for_lists"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Plan",
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
                    "values",
                    models.JSONField(
                        encoder=django.core.serializers.json.DjangoJSONEncoder
                    ),
                ),
                (
                    "base",
                    models.JSONField(
                        encoder=django.core.serializers.json.DjangoJSONEncoder
                    ),
                ),
                ("version", models.PositiveIntegerField()),
                ("publish_at", models.DateTimeField()),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("reason", models.CharField(blank=True, default="", max_length=200)),
                ("problem", models.TextField(blank=True, default="")),
                (
                    "content_type",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="contenttypes.contenttype",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "plan",
                "abstract": False,
                "default_permissions": (),
                "indexes": [
                    models.Index(
                        condition=models.Q(("problem", "")),
                        fields=["publish_at"],
                        name="plans_due",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("content_type", "object_id"), name="one_plan_an_item"
                    )
                ],
            },
        ),
        migrations.RunPython(move_plans, move_back),
        migrations.RemoveIndex(model_name="workingcopy", name="drafts_by_time"),
        migrations.RemoveField(model_name="workingcopy", name="publish_at"),
        migrations.RemoveField(model_name="workingcopy", name="scheduled_by"),
        migrations.RemoveField(model_name="workingcopy", name="problem"),
    ]
