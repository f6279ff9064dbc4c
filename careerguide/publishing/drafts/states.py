"""Name the state of an item for editors, in one word for lists, filters and forms."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import (
    Case,
    CharField,
    Exists,
    OuterRef,
    Q,
    TextChoices,
    Value,
    When,
)
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from careerguide.publishing.models.related import Plan, WorkingCopy


class DisplayState(TextChoices):
    LIVE = "live", _("live")
    LIVE_WITH_DRAFT = "live-draft", _("live, with draft")
    LIVE_WITH_PLAN = "live-plan", _("live, change planned")
    HELD = "held", _("live, plan held")
    SCHEDULED = "scheduled", _("scheduled")
    ENDED = "ended", _("taken down on schedule")
    DRAFT = "draft", _("draft")
    ARCHIVED = "archived", _("archived")


def with_state(items, now=None):
    """Annotate a queryset of content with its `state` at `now`."""
    now = now or timezone.now()
    of_item = {
        "content_type": ContentType.objects.get_for_model(items.model),
        "object_id": OuterRef("pk"),
    }
    drafts = Exists(WorkingCopy.objects.filter(**of_item))
    plans = Plan.objects.filter(**of_item)
    published = Q(status="published")
    return items.annotate(
        state=Case(
            When(status="archived", then=Value(DisplayState.ARCHIVED)),
            When(published & Q(unpublish_at__lte=now), then=Value(DisplayState.ENDED)),
            When(published & Q(publish_at__gt=now), then=Value(DisplayState.SCHEDULED)),
            When(
                published & Q(Exists(plans.exclude(problem=""))),
                Value(DisplayState.HELD),
            ),
            When(published & Q(Exists(plans)), then=Value(DisplayState.LIVE_WITH_PLAN)),
            When(published & Q(drafts), then=Value(DisplayState.LIVE_WITH_DRAFT)),
            When(published, then=Value(DisplayState.LIVE)),
            default=Value(DisplayState.DRAFT),
            output_field=CharField(),
        ),
    )


def state_of(item):
    """Return the state of one saved item."""
    items = type(item)._base_manager.filter(pk=item.pk)
    return DisplayState(with_state(items).values_list("state", flat=True).get())
