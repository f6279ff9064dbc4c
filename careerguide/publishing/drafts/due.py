"""Publish what is planned once its hour has come, each plan by itself."""

import logging

from django.core.exceptions import ValidationError
from django.db import (
    IntegrityError,
    InterfaceError,
    OperationalError,
    connection,
    transaction,
)
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from careerguide.publishing.checks import live_faults
from careerguide.publishing.impact.plans import hides_unforeseen
from careerguide.publishing.models.note_text import WrittenNote
from careerguide.publishing.models.related import Plan
from careerguide.publishing.models.snapshots import apply_snapshot

from . import plans
from .publication import publish_row
from .shown_locks import holds_shown_by

logger = logging.getLogger(__name__)


def publish_due(now=None):
    """Publish what is planned and due, each once; return the items.

    A plan that cannot be published is held, with its problem, and stops no other.
    Raises what tells that the database cannot be asked.
    """
    now = now or timezone.now()
    due = Plan.objects.filter(publish_at__lte=now, problem="")
    due = due.select_related("content_type").order_by("publish_at", "pk")
    # A plan of a kind that only another release has is left to it.
    known = [plan for plan in due if plan.content_type.model_class()]
    known.sort(key=_turn)
    published = []
    for plan in known:
        try:
            item = _publish_one_due(plan, now)
        except (OperationalError, InterfaceError):
            raise
        except Exception:
            logger.exception("Could not hold a plan that cannot be published: %s", plan)
            continue
        if item:
            published.append(item)
    return published


def _turn(plan):
    """Of what is due at one moment, a table comes before what shows it."""
    is_shown = hasattr(plan.content_type.model_class(), "embed_keyword")
    return plan.publish_at, not is_shown, plan.pk


def _publish_one_due(plan, now):
    model = plan.content_type.model_class()
    with transaction.atomic():
        rows = model._base_manager.filter(pk=plan.object_id)
        # What somebody has locked comes at the next look; it stops no other plan.
        row = rows.select_for_update(
            skip_locked=connection.features.has_select_for_update_skip_locked
        ).first()
        if row is None and rows.exists():
            return None
        # Another process may have been faster, or an editor have changed the hour.
        due = Plan.objects.filter(pk=plan.pk, publish_at__lte=now, problem="")
        plan = due.select_related("made_by").first()
        if plan is None:
            return None
        if row is None:  # it was deleted past `trash`
            logger.warning("Dropped the plan of what is gone: %s", plan)
            plan.delete()
            return None
        if not holds_shown_by(apply_snapshot(row, plan.values)):
            return None  # it comes at the next look, too
        try:
            with transaction.atomic():
                return _publish_planned(row, plan)
        except ValidationError as error:
            problem = live_faults.error_text(row, error)
        except IntegrityError:
            problem = _(
                "Something it needs is missing, or another item has its address."
            )
        except (OperationalError, InterfaceError):
            raise
        except Exception as error:
            logger.exception("Could not publish what is planned: %r", row)
            problem = _("The software could not publish it (%s).") % (
                type(error).__name__
            )
        plans.hold(row, plan, problem, plan.made_by)
        plan.save(update_fields=["problem"])
        return None


def _publish_planned(row, plan):
    if problem := hides_unforeseen(row, plan):
        raise ValidationError(problem)
    planned = _("as planned on %(day)s, version %(version)d") % {
        "day": date_format(timezone.localtime(plan.made_at), "DATETIME_FORMAT"),
        "version": plan.version,
    }
    reason = f"{planned}: {plan.reason}" if plan.reason else planned
    Plan.objects.filter(pk=plan.pk).delete()
    return publish_row(
        row,
        plan.made_by,
        values=plan.values,
        reason=reason,
        keeps_end=True,
        note=WrittenNote.stored(plan),
    )
