"""Show the trash of all content on one page of the admin, and restore from it."""

from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import JSONField, TextField
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from careerguide.http.keys import is_key
from careerguide.publishing.drafts import actions
from careerguide.publishing.models.content import content_models
from careerguide.publishing.models.history import Event, Revision

PER_PAGE = 25


@dataclass(frozen=True)
class Trashed:
    item: object
    entry: object  # of the history: who put it there, when and why; or None
    days_left: int
    career: object  # that is in the trash too, and has to come out first; or None

    @property
    def kind(self):
        return capfirst(self.item._meta.verbose_name)

    @property
    def key(self):
        return f"{self.item._meta.label_lower}.{self.item.pk}"


def trash_models(request):
    """Return the models whose trash this person may open."""
    return [
        model
        for model in content_models()
        if admin.site.is_registered(model)
        and admin.site.get_model_admin(model).has_delete_permission(request)
    ]


def in_trash(model):
    return model._base_manager.filter(trashed_at__isnull=False)


def trash_view(request):
    models = trash_models(request)
    if not models:
        raise PermissionDenied
    if request.method == "POST":
        return _take_out(request)
    places = [
        (trashed_at, model, pk)
        for model in models
        for pk, trashed_at in in_trash(model).values_list("pk", "trashed_at")
    ]
    places.sort(key=lambda place: (place[0], place[2]), reverse=True)
    page = Paginator(places, PER_PAGE).get_page(request.GET.get("p"))
    context = {
        **admin.site.each_context(request),
        "title": _("Trash"),
        "page_obj": page,
        "trashed_list": _described(list(page)),
        "days": settings.TRASH_DAYS,
        "zone": timezone.get_current_timezone_name(),
    }
    return TemplateResponse(request, "admin/publishing/trash.html", context)


def _described(places):
    """The Trashed of (time, model, key), in their order."""
    found = {}
    for model in {model for _at, model, _pk in places}:
        keys = [pk for _at, of, pk in places if of is model]
        entries = Revision.objects.of_model(model).filter(
            event=Event.TRASHED, object_id__in=keys
        )
        last = {entry.object_id: entry for entry in reversed(entries.listed())}
        items = model._base_manager.defer(*_texts(model))
        if hasattr(model, "career"):
            items = items.select_related("career")
        for pk, item in items.in_bulk(keys).items():
            found[model, pk] = Trashed(
                item, last.get(pk), _days_left(item), _career_in_trash(item)
            )
    return [found[place[1:]] for place in places if place[1:] in found]


def _texts(model):
    """Long fields, which a list does without."""
    long = (JSONField, TextField)
    return [f.name for f in model._meta.concrete_fields if isinstance(f, long)]


def _days_left(item):
    """Whole days until it may be deleted for good, the one that has begun counted."""
    day = timedelta(days=1)
    return max(0, settings.TRASH_DAYS - (timezone.now() - item.trashed_at) // day)


def _career_in_trash(item):
    career = getattr(item, "career", None)
    return career if career and career.trashed_at else None


def _take_out(request):
    label, _dot, key = request.POST.get("item", "").rpartition(".")
    model = next((m for m in content_models() if m._meta.label_lower == label), None)
    item = in_trash(model).filter(pk=key).first() if model and is_key(key) else None
    if model and not admin.site.get_model_admin(model).has_delete_permission(
        request, item
    ):
        raise PermissionDenied
    if item is None:
        problem = _("That is not in the trash: somebody took it out, or emptied it.")
        return _back(request, problem)
    if career := _career_in_trash(item):
        problem = _(
            "“%(item)s” stays, as its career “%(career)s” is in the trash, too. Take "
            "out the career first."
        )
        return _back(request, problem % {"item": item, "career": career})
    try:
        actions.recover(item, request.user)
    except model.DoesNotExist:
        return _back(request, _("That was deleted for good at this very moment."))
    messages.success(
        request, _("“%s” is out of the trash. Readers do not see it yet.") % item
    )
    opts = model._meta
    name = f"admin:{opts.app_label}_{opts.model_name}_change"
    return HttpResponseRedirect(reverse(name, args=[item.pk]))


def _back(request, problem):
    messages.warning(request, problem)
    return HttpResponseRedirect(reverse("admin:trash"))
