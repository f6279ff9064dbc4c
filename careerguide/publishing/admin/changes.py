"""Show what readers would see changed, were the text in a form published now."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponseNotAllowed
from django.utils.translation import gettext as _

from careerguide.publishing.drafts.describe import in_reading_order
from careerguide.publishing.drafts.diff import differences
from careerguide.publishing.impact.publishing import losses_by_publishing
from careerguide.publishing.models.snapshots import apply_snapshot, snapshot
from careerguide.publishing.preview.render import privately


class ChangesPage:
    """For the admin of content; `Previews` reads what the form says."""

    def get_urls(self):
        page = self.page_path("<path:object_id>/changes/", self.changes_view, "changes")
        return [page, *super().get_urls()]

    def changes_view(self, request, object_id):
        """By POST of what the form says, saved or not; by GET of what is saved."""
        item = self.item_or_404(request, object_id)
        row, notes = item.row, []
        if request.method == "POST":
            if not self._may_write(request, item):
                raise PermissionDenied
            item, notes = self._posted(request, item)
        elif request.method not in ("GET", "HEAD"):
            return HttpResponseNotAllowed(["GET", "POST"])
        elif not self.has_view_or_change_permission(request, item):
            raise PermissionDenied
        found, losses = [], []
        if row.is_live:
            places = [field.attname for field in in_reading_order(self.model)]
            found = differences(self.model, snapshot(row), snapshot(item))
            found = sorted(found, key=lambda one: places.index(one.field))
            published = apply_snapshot(item, {})
            published.mark_published()
            [losses] = losses_by_publishing([(row, published)])
        context = {
            "title": _("What would change for readers of “%s”") % row,
            "is_live": row.is_live,
            "difference_list": found,
            "loss_list": losses,
            "notes": notes,
        }
        return privately(self.page(request, row, "changes.html", context))
