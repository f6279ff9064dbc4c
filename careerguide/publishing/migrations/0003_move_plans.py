"""Make plans of drafts that have an hour, and drafts with an hour of plans.

By itself: PostgreSQL changes no table in whose rows something is still to be checked.
"""

from django.db import migrations
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
        ("publishing", "0002_plans"),
        # The rows that were planned, as they are now.
        ("articles", "0005_indexes_for_lists"),
        ("careerguide", "0006_indexes_for_lists"),
        ("faq", "0005_indexes_for_lists"),
        ("statistics", "0005_indexes_for_lists"),
    ]

    operations = [migrations.RunPython(move_plans, move_back)]
