"""Find what plans refer to: what hiding it breaks, and whether it went meanwhile."""

from collections import defaultdict

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from careerguide.publishing.models.content import GuideContent
from careerguide.publishing.models.history import Event
from careerguide.publishing.models.related import Plan
from careerguide.publishing.models.snapshots import apply_snapshot

HIDING = (Event.UNPUBLISHED, Event.ARCHIVED, Event.TRASHED)


def plans_of_live_pages():
    """(live page, the page as it is planned, hour in words) of what is planned."""
    plans = defaultdict(dict)
    for plan in Plan.objects.filter(problem=""):
        plans[plan.content_type_id][plan.object_id] = plan
    for key, of_kind in plans.items():
        # A plan of a kind that only another release has is left to it.
        model = ContentType.objects.get_for_id(key).model_class()
        pages = model.objects.published().in_bulk(of_kind) if model else {}
        for pk, page in pages.items():
            plan = of_kind[pk]
            hour = timezone.localtime(plan.publish_at)
            wanted = apply_snapshot(page, plan.values)
            yield page, wanted, date_format(hour, "DATE_FORMAT")


def career_moved_to(page, wanted):
    """Return the key of the career that the plan moves it to; None if it stays."""
    if not isinstance(page, GuideContent) or page.career_id == wanted.career_id:
        return None
    return wanted.career_id


def hides_unforeseen(row, plan):
    """Say that the plan would take the page of `row` from readers, or "".

    Because the career it moves to was hidden since the plan was made: whoever planned
    it did not decide that. Of a career in the trash, `clean` says it.
    """
    wanted = apply_snapshot(row, plan.values)
    key = career_moved_to(row, wanted) if row.is_published else None
    if key is None:
        return ""
    careers = type(row)._meta.get_field("career").related_model.objects
    career = careers.not_trashed().filter(pk=key).first()
    if career is None or career.is_published or not _went_since(career, plan.made_at):
        return ""
    sentence = _(
        "It would go from readers, as it moves to “%s”, which readers do not see any "
        "more. Publish that first and plan this again, or drop the plan."
    )
    return sentence % career


def _went_since(item, moment):
    """Whether what readers do not see was hidden after `moment`."""
    if _was_live(item, moment):  # and the clock took it down
        return True
    if item.history.filter(event__in=HIDING, created_at__gte=moment).exists():
        return True
    before = item.history.listed().filter(created_at__lt=moment).first()
    return before is not None and _was_live(before, moment)


def _was_live(item, moment):
    """Whether it showed at `moment` by the status and times that it has here."""
    return (
        item.status == "published"
        and (item.publish_at is None or item.publish_at <= moment)
        and (item.unpublish_at is None or item.unpublish_at > moment)
    )
