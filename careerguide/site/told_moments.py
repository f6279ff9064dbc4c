"""Find when readers were told last of a change in a guide, without its items.

The page of a career shows some of them, and its files hold all: both name one day.
What is asked here of the database, `told_moments` of content asks of an item.
"""

from datetime import UTC

from django.db.models import CharField, Max, Value
from django.db.models.functions import Cast, Coalesce
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime

from careerguide.caching.dependencies import depends_on
from careerguide.publishing.models.change_notes import ChangeNote
from careerguide.publishing.models.sections import guide_sections
from careerguide.publishing.models.tags import of_guide
from careerguide.publishing.models.told import beginning

DAY, MOMENT = 2, 3  # what kind of row it is, among others of one query


def told_rows(career, now):
    """Return querysets of (kind, text, 0, 0): the newest days of each content type that
    a whole guide holds, when the last of its items came, and the moment of the newest
    note, as the database writes them.
    """
    for model in _models():
        items = model.objects.published(now).filter(career=career).order_by()
        yield _newest(items, DAY, "content_updated_on")
        yield _newest(items, MOMENT, Coalesce("publish_at", "first_published_at"))
        if further := model.further_told_days(now):
            rows, day, key = further
            of_items = {f"{key}__in": items.values("pk")}
            yield _newest(rows.filter(**of_items).order_by(), DAY, day)
        label = {"app_label": model._meta.app_label, "model": model._meta.model_name}
        notes = ChangeNote.objects.told(now).filter(
            **{f"content_type__{name}": value for name, value in label.items()},
            object_id__in=items.values("pk"),
        )
        yield _newest(notes.order_by(), MOMENT, "made_at")


def moment_of(kind, text):
    """Return the moment that a row tells; a day begins where the site is."""
    if kind == DAY:
        return beginning(parse_date(text))
    found = parse_datetime(text)
    return found if timezone.is_aware(found) else found.replace(tzinfo=UTC)


def depend_on_days(career):
    """Record that a page names the day of a guide."""
    depends_on(*(of_guide(model, career.pk) for model in _models()))


def _models():
    return [section.model for section in guide_sections() if section.in_print]


def _newest(rows, kind, name):
    rows = rows.annotate(row_kind=Value(kind)).values("row_kind")
    rows = rows.annotate(newest=Cast(Max(name), CharField()))
    return rows.values_list("row_kind", "newest", Value(0), Value(0))
