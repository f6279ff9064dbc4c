"""Serve the page of one block: what it becomes, where it is parted, and its numbers.

With script the same page is shown in a dialog.
"""

from django.http import Http404, HttpResponseRedirect
from django.utils.translation import gettext as _

from careerguide.http.keys import is_key
from careerguide.importing import services
from careerguide.importing.models import State
from careerguide.importing.plan import LEFT_OUT

from . import drawn
from .forms import BlockForm
from .review import known_rows
from .rows import operation
from .tables import TableForm


class BlockPages:
    """Add to the admin of imports the pages of a block and of a table's cells."""

    def block_view(self, request, object_id, block):
        record = self.import_or_404(request, object_id, to_change=True)
        if record.state != State.REVIEW:
            return HttpResponseRedirect(self.page_of(record, "change"))
        review, found = self._found(record, block)
        is_sent = request.method == "POST"
        form = BlockForm(review, found, request.POST if is_sent else None)
        refusal = None
        if is_sent and form.is_valid():
            values = {"block": found.id, **form.values()}
            refusal = self._apply(request, record, "place", values)
            if refusal is None:
                known = known_rows(request.POST.get("known"))
                if known is not None:
                    return self.review_page(request, record, known=known, at=found.id)
                return self._to_row(record, found.id)
            form.add_error(None, refusal.sentences)
        tree = next(one for one in review.record.tree.blocks if one.id == found.id)
        lines = review.record.guide.placement_of[found.id].lines
        context = {
            "title": _("What becomes of this part"),
            "form": form,
            "as_read": drawn.as_read(tree, lines),
            "is_out": found.role == LEFT_OUT,
            "part": found,
            "version": review.record.version,
            "levels": range(2, 7),
            "up": operation("up", block=found.id),
            "down": operation("down", block=found.id),
            "join": operation("join", block=found.id),
            "splits": [
                (operation("split", block=found.id, at=at), words)
                for at, words in found.split_at
            ],
            "do_url": self.page_of(record, "do"),
        }
        return self.page(request, record, "admin/importing/block.html", context)

    def table_view(self, request, object_id, block):
        """The cells of a table in the grid that tables are edited in."""
        record = self.import_or_404(request, object_id, to_change=True)
        if record.state != State.REVIEW:
            return HttpResponseRedirect(self.page_of(record, "change"))
        review, found = self._found(record, block)
        if found.table is None:
            raise Http404
        if request.method == "POST":
            form = TableForm(request.POST)
            if form.is_valid():
                values = {"block": found.id, **form.cleaned_data}
                refusal = self._apply(request, record, "cells", values)
                if refusal is None:
                    return self._to_row(record, found.id)
                form.add_error("numbers", refusal.sentences)
        else:
            texts = {"numbers": found.table.numbers, "columns": found.table.columns}
            form = TableForm(initial=texts)
        items = {item.key: item for item in review.items}
        item = items.get(found.item)
        context = {
            "title": item.title if item else _("A table"),
            "form": form,
            "part": found,
            "version": request.POST.get("version", review.record.version),
            "media": self.media + form.media,
        }
        return self.page(request, record, "admin/importing/table.html", context)

    def _found(self, record, block):
        review = services.review(record.pk)
        found = next((one for one in review.blocks if one.id == block), None)
        if found is None:
            raise Http404
        return review, found

    def _apply(self, request, record, name, values):
        """Make an operation of the version that was shown; return why not, or None."""
        version = request.POST.get("version", "")
        number = int(version) if is_key(version) else 0
        try:
            services.apply(record.pk, number, name, values, request.user)
        except services.Refused as refusal:
            return refusal
        return None

    def _to_row(self, record, block):
        return HttpResponseRedirect(f"{self.page_of(record, 'change')}#{block}")
