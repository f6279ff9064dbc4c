"""Tell in Atom feeds what changed, each item once, by the day that its editors set.

An entry keeps its id for good: it is made of the item's key, and not of its address,
which may change. Its text is that of the page, from the same Markdown.
"""

from itertools import chain

from django.contrib.contenttypes.models import ContentType
from django.db.models import Max, Q
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from careerguide.caching.dependencies import depends_on
from careerguide.caching.memory import digest, memory_cache
from careerguide.identity.current import current
from careerguide.markup.sanitise import sanitise
from careerguide.models import Career
from careerguide.publishing.models.change_notes import ChangeNote
from careerguide.publishing.models.languages import in_own_language
from careerguide.publishing.models.querysets import refer_together
from careerguide.publishing.models.sections import guide_models
from careerguide.publishing.models.tags import of_anything_in
from careerguide.publishing.public.faces import face_path
from careerguide.publishing.public.lasting_ids import item_id, site_id

from .addresses import absolute
from .atom import Entry, Feed, feed_bytes
from .plain import item_markdown

MOST_ENTRIES = 40


def site_feed():
    """Return what changed last in all guides."""
    kinds = [model.objects.published() for model in (Career, *guide_models())]
    own = reverse("feed")
    found = _newest(kinds)
    return _feed(site_id("feed"), reverse("home"), own, current().name, found)


def guide_feed(career):
    """Return what changed last in the guide of a career, itself among it."""
    depends_on(of_anything_in(career.pk))
    kinds = [m.objects.published().for_career(career) for m in guide_models()]
    own = reverse("career_feed", args=[career.slug])
    name = f"{career} · {current().name}"
    found = [[career], *_newest(kinds)]
    return _feed(f"{item_id(career)}/feed", career.get_absolute_url(), own, name, found)


def _newest(kinds):
    """The newest of each of some querysets: by the day that editors set, which a note
    of change, another edition or an item that is new need not move.
    """
    noted = _noted(kinds)
    for items in kinds:
        is_newest = Q(pk__in=noted[items.model])
        for keys in _keys_by_day(items):
            is_newest |= Q(pk__in=keys[:MOST_ENTRIES])
        yield items.filter(is_newest).whole()


def _keys_by_day(items):
    """Yield querysets of keys, those of the newest first, for each kind of day."""
    shown = Coalesce("publish_at", "first_published_at")
    yield items.order_by("-content_updated_on", "slug").values("pk")
    yield items.order_by(shown.desc(), "slug").values("pk")
    if further := items.model.further_told_days(timezone.now()):
        rows, day, key = further
        rows = rows.filter(**{f"{key}__in": items.order_by().values("pk")})
        newest = rows.values(key).annotate(newest=Max(day)).order_by("-newest", key)
        yield newest.values(key)


def _noted(kinds):
    """The keys of items by model, of those with the newest notes."""
    types = ContentType.objects.get_for_models(*(items.model for items in kinds))
    of_these = Q()
    for items in kinds:
        keys = items.order_by().values("pk")
        of_these |= Q(content_type=types[items.model], object_id__in=keys)
    notes = ChangeNote.objects.told().filter(of_these).order_by("-made_at", "-pk")
    newest = [*notes.values_list("content_type", "object_id")[:MOST_ENTRIES]]
    return {
        model: {key for of_kind, key in newest if of_kind == kind.pk}
        for model, kind in types.items()
    }


def _feed(id, page, own, name, found):
    items = sorted(chain.from_iterable(found), key=_place, reverse=True)[:MOST_ENTRIES]
    refer_together(items)
    entries = [_entry(item) for item in items]
    return feed_bytes(
        Feed(
            id=id,
            title=_("Changes: %s") % name,
            page=absolute(page),
            own=absolute(own),
            updated=max((entry.updated for entry in entries), default=None),
            entries=entries,
        )
    )


def _place(item):
    return changed_at(item), item._meta.label_lower, item.pk


def changed_at(item):
    """Return the moment from which an item says what it says.

    The hour of a day that editors set is not known: then it is that of a note of change
    or of the first publication, where they are later.
    """
    return max(item.told_moments)


@in_own_language
def _entry(item):
    page, career = item.get_absolute_url(), getattr(item, "career", None)
    return Entry(
        id=item_id(item),
        title=str(item),
        page=absolute(page),
        markdown=absolute(face_path(page, "md")),
        published=item.first_published_at,
        updated=changed_at(item),
        summary=_summary(item),
        content=_content(item_markdown(item)),
        language=get_language(),
        categories=[str(item._meta.verbose_name), *([str(career)] if career else [])],
    )


def _content(markdown):
    """The HTML of a text, which is made once while it stays as it is."""
    return memory_cache.get(digest("feed", markdown), lambda: sanitise(markdown))


def _summary(item):
    """The last note of change, as whoever follows a feed asks what changed."""
    notes = item.told_notes
    return f"{notes[0].label}: {notes[0].text}" if notes else ""
