"""Serve the page of one guide in the admin, and what its buttons do."""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpResponseRedirect, JsonResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from careerguide.models import Career
from careerguide.publishing.admin.reorder import reordered
from careerguide.publishing.drafts.ordering import set_order
from careerguide.publishing.drafts.states import state_of
from careerguide.publishing.models.sections import guide_models

from . import guide_preview, guide_publishing, skeleton
from .guide_lacks import lacks
from .guide_parts import PartRow, describe, items_of, parts_of, with_findings
from .rows import may_publish
from .scope import people
from .views import staff


class CopyForm(forms.Form):
    name = forms.CharField(
        label=gettext_lazy("Name of the new career"),
        label_suffix="",
        max_length=Career._meta.get_field("name").max_length,
        help_text=gettext_lazy(
            "Drafts are made of all parts: titles, topics, headings and the columns of "
            "tables, without texts and numbers."
        ),
    )

    def clean_name(self):
        name = " ".join(self.cleaned_data["name"].split())
        if Career.objects.not_trashed().filter(name__iexact=name).exists():
            raise forms.ValidationError(
                gettext_lazy("There is a career of this name: choose another.")
            )
        return name


def guide_page(model_admin, request, object_id):
    """Show all of a guide; `model_admin` is that of careers."""
    career = model_admin.item_or_404(request, object_id).row
    if not model_admin.has_view_permission(request, career):
        raise PermissionDenied
    form = CopyForm()
    if request.method == "POST":
        if not may_copy(request):
            raise PermissionDenied
        form = CopyForm(request.POST)
        if form.is_valid():
            new = skeleton.copy(career, form.cleaned_data["name"], request.user)
            messages.success(
                request, _("The skeleton of “%s” is made: all of it is drafts.") % new
            )
            return HttpResponseRedirect(guide_url(new))
    parts = parts_of(request, career)
    career.state = state_of(career)
    row = PartRow(career)
    every = [row, *(one for part in parts for one in part.rows)]
    describe(every)
    context = {
        "title": _("The guide “%s”") % career,
        "row": row,
        "part_list": parts,
        "finding_rows": with_findings(every),
        "lack_list": lacks(request, career, row, parts),
        "waiting_count": sum(
            map(len, guide_publishing.ready(request, career).values()),
        ),
        "publishing": {
            m._meta.label_lower
            for m in (Career, *guide_models())
            if may_publish(request, m)
        },
        "people": people(),
        "copy_form": form,
        "may_copy": may_copy(request),
        "may_publish": may_publish(request, Career),
        "archive_url": model_admin.page_of(career, "archive"),
        "is_archivable": career.was_published and career.status != career.ARCHIVED,
    }
    return model_admin.page(request, career, "admin/desk/guide.html", context)


def may_copy(request):
    return all(
        admin.site.get_model_admin(model).has_add_permission(request)
        for model in (Career, *guide_models())
    )


def guide_url(career):
    return reverse("admin:careerguide_career_guide", args=[career.pk])


def career_or_404(request, pk):
    model_admin = admin.site.get_model_admin(Career)
    career = Career.objects.not_trashed().filter(pk=unquote(str(pk))).first()
    if career is None:
        raise Http404
    if not model_admin.has_view_permission(request, career):
        raise PermissionDenied
    return career


@staff
@require_POST
def order(request, pk):
    """Move an item of a section a step, or set the whole order as it was dragged."""
    career = career_or_404(request, pk)
    label = request.POST.get("section", "")
    model = next((m for m in guide_models() if m._meta.label_lower == label), None)
    if model is None:
        raise Http404
    if not may_publish(request, model):
        raise PermissionDenied
    said, moved = _set_order(model, career, request)
    if request.headers.get("Accept") == "application/json":
        return JsonResponse({"said": said, "is_saved": moved is not None})
    messages.add_message(
        request, messages.WARNING if moved is None else messages.SUCCESS, said
    )
    return HttpResponseRedirect(f"{guide_url(career)}#part-{model._meta.model_name}")


@transaction.atomic
def _set_order(model, career, request):
    """Order the items as was asked; return what to say, and them where that was done.

    Who orders them at the same moment waits here, and finds another list than theirs.
    """
    list(Career._base_manager.select_for_update().filter(pk=career.pk))
    items = list(items_of(model, career).order_by("order", "pk"))
    if request.POST.get("shown", "").split() != [str(item.pk) for item in items]:
        return _("Somebody else changed this list meanwhile: look again."), None
    moved = _dragged(items, request.POST) or reordered(items, request.POST)
    if moved is not None and set_order(moved, request.user):
        return _("The new order is saved."), moved
    return _("Nothing was moved."), moved


def _dragged(items, sent):
    """The items in the order that was sent, where it names each of them once."""
    by_key = {str(item.pk): item for item in items}
    keys = sent.get("order", "").split()
    if sorted(keys) != sorted(by_key):
        return None
    return [by_key[key] for key in keys]


@staff
def publish(request, pk):
    """Name all that is ready; once that is confirmed, publish what is ticked."""
    career = career_or_404(request, pk)
    stale, failed, losing, form, ticked = {}, {}, set(), None, None
    if request.method == "POST":
        work = guide_publishing.Publishing(request, career)
        form = work.run()
        if work.done:
            done = ngettext("%d published.", "%d published.", work.done) % work.done
            messages.success(request, done)
        if work.missing > 0:
            sentence = ngettext(
                "%d of them is not there any more, or is published already.",
                "%d of them are not there any more, or are published already.",
                work.missing,
            )
            messages.warning(request, sentence % work.missing)
        stale, failed, losing = work.stale, work.failed, work.losing
        ticked = work.chosen
        if form is None and not (stale or failed or losing):
            return HttpResponseRedirect(guide_url(career))
    found = guide_publishing.ready(request, career)
    if not found:
        messages.info(request, _("All of it is published: there is nothing to do."))
        return HttpResponseRedirect(guide_url(career))
    shown = guide_publishing.listing(found, stale, failed, losing, ticked)
    context = {
        **admin.site.each_context(request),
        "title": _("Publish what is ready of “%s”?") % career,
        "career": career,
        "guide_url": guide_url(career),
        "zone": timezone.get_current_timezone_name(),
        "listed": shown,
        "is_stale": bool(stale),
        "has_other_losses": bool(losing),
        "may_go_on": any(not one.hindrance for one in shown),
        "note_form": guide_publishing.note_form(shown, form),
        "action": guide_publishing.PUBLISH,
        "opts": Career._meta,
    }
    return TemplateResponse(request, "admin/desk/publish.html", context)


@staff
def preview(request, pk):
    return guide_preview.render(career_or_404(request, pk))
