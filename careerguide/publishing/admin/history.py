"""Show an item's history: list its versions, compare two, restore one."""

from operator import attrgetter

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import IntegrityError
from django.db.models import Subquery, TextField
from django.db.models.functions import Cast
from django.http import HttpResponseRedirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from careerguide.http.keys import is_key
from careerguide.publishing.drafts import actions
from careerguide.publishing.drafts.describe import describe, in_reading_order
from careerguide.publishing.drafts.diff import differences
from careerguide.publishing.drafts.versions import StaleVersion
from careerguide.publishing.models.snapshots import snapshot

from .versions import DecisionForm, meanwhile

PER_PAGE = 25


class HistoryPages:
    """Add the pages of history to the admin; nothing here changes what readers see."""

    def get_urls(self):
        start = "<path:object_id>/history"
        return [
            self.page_path(f"{start}/compare/", self.compare_view, "history_compare"),
            self.page_path(
                f"{start}/<str:entry_id>/", self.entry_view, "history_entry"
            ),
            *super().get_urls(),
        ]

    def history_view(self, request, object_id, extra_context=None):
        item = self._item_to_see(request, object_id)
        entries = item.history.listed()
        page = Paginator(entries, PER_PAGE).get_page(request.GET.get("p"))
        newest = list(page)[:2]
        # A choice made on another page of the list stays in sight.
        first = find(entries, request.GET.get("a")) or _other_text(item, newest)
        second = find(entries, request.GET.get("b")) or (newest[:1] or [None])[0]
        listed = {first, second, *page} - {None}
        context = {
            "title": _("History of “%s”") % item,
            "entry_list": sorted(listed, key=attrgetter("pk"), reverse=True),
            "page_obj": page,
            "first": first,
            "second": second,
        }
        return self._history_page(request, item, "history.html", context)

    def compare_view(self, request, object_id):
        item = self._item_to_see(request, object_id)
        entries = item.history.select_related("author")
        chosen = [find(entries, request.GET.get(name)) for name in ("a", "b")]
        if None in chosen:
            return self._back(request, item, _("Choose two versions to compare."))
        older, newer = sorted(chosen, key=attrgetter("pk"))
        if older == newer:
            return self._back(request, item, _("Choose two different versions."))
        context = {
            "title": _("Two versions of “%s”") % item,
            "older": older,
            "newer": newer,
            "difference_list": self._differences(older, newer),
        }
        return self._history_page(request, item, "history_compare.html", context)

    def entry_view(self, request, object_id, entry_id):
        item = self._item_to_see(request, object_id)
        entries = item.history.select_related("author")
        entry = find(entries, entry_id)
        if entry is None:
            problem = _("That version is not in the history of this item.")
            return self._back(request, item, problem)
        may_restore = self.has_change_permission(request, item)
        form = DecisionForm.sent(request, item.row)
        context = {}
        if request.method == "POST":
            if not may_restore:
                raise PermissionDenied
            if form.is_valid():
                try:
                    return self._restore(request, item, entry, form)
                except StaleVersion:
                    item = self._item_to_see(request, object_id)
                    context["meanwhile"] = meanwhile(item.row, item, form.shown)
                    form.row = item.row
                    form = form.shown_anew()
        before = _before(entries, entry)
        context |= {
            "form": form,
            "title": _("A version of “%s”") % item,
            "entry": entry,
            "before": before,
            "after": _after(entries, entry),
            "difference_list": self._differences(before, entry) if before else [],
            "content_list": describe(self.model, entry.content),
            "is_present": entry.content == snapshot(item),
            "may_restore": may_restore,
        }
        return self._history_page(request, item, "history_entry.html", context)

    def _item_to_see(self, request, object_id):
        item = self.item_or_404(request, object_id)
        if not self.has_view_or_change_permission(request, item):
            raise PermissionDenied
        return item

    def _history_page(self, request, item, template, context):
        context |= {
            "history_url": self.page_of(item, "history"),
            "compare_url": self.page_of(item, "history_compare"),
            "entry_route": self.route("history_entry"),
            "zone": timezone.get_current_timezone_name(),
        }
        return self.page(request, item, template, context)

    def _back(self, request, item, problem):
        self.message_user(request, problem, messages.WARNING)
        return HttpResponseRedirect(self.page_of(item, "history"))

    def _differences(self, older, newer):
        places = [field.attname for field in in_reading_order(self.model)]
        found = differences(self.model, older.content, newer.content)
        return sorted(found, key=lambda one: places.index(one.field))

    def _restore(self, request, item, entry, form):
        reason = form.cleaned_data["reason"]
        try:
            has_changed = actions.restore(
                item, entry, request.user, reason=reason, shown=form.shown
            )
        except IntegrityError:  # somebody took its address at this very moment
            return self._back(request, item, _("That did not work: try it again."))
        now = self.get_object(request, str(item.pk))
        left = differences(self.model, snapshot(now), entry.content)
        if has_changed:
            sentence = _(
                "This version is the draft now. Readers see nothing of it until it "
                "is published."
            )
            self.message_user(request, sentence, messages.SUCCESS)
        elif not left:
            self.message_user(request, _("The draft says just this already."))
        if left:
            fields = ", ".join(difference.label for difference in left)
            sentence = _("What stays as it is, for it is gone or taken since then: %s.")
            self.message_user(request, sentence % fields, messages.WARNING)
        return HttpResponseRedirect(self.page_of(item, "change"))


def find(entries, key):
    """Return the entry of that number, however it was typed, or None."""
    return entries.filter(pk=key).first() if is_key(key) else None


def _other_text(item, newest):
    """Return the last entry whose text differs from that of the first of `newest`.

    The database compares them: a list loads the content of no version.
    """
    if len(newest) < 2:
        return None
    stored = Cast("values", TextField())
    now = item.history.filter(pk=newest[0].pk).values(text=stored)
    before = item.history.listed().filter(pk__lt=newest[0].pk)
    others = before.alias(text=stored).exclude(text=Subquery(now))
    return others.first() or newest[1]


def _before(entries, entry):
    return entries.filter(pk__lt=entry.pk).first()


def _after(entries, entry):
    return entries.filter(pk__gt=entry.pk).defer("values").last()
