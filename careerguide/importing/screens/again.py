"""Serve the page of a document that has drafts, and is different from them by now."""

from django.http import HttpResponseRedirect
from django.utils.translation import gettext_lazy as _

from careerguide.http.keys import is_key
from careerguide.importing import services
from careerguide.importing.models import State
from careerguide.publishing.drafts.diff import word_pieces

STATES = {
    "conflict": _("Changed in the document and here: choose"),
    "trashed": _("In the trash here, and in the document still: choose"),
    "changed": _("Changed in the document"),
    "new": _("New in the document"),
    "gone": _("No longer in the document: its draft stays"),
    "same": _("The same in both"),
}


class _Pair:
    """Two versions of an item: what differs of each field, beside each other."""

    def __init__(self, versions):
        self.of = versions
        # What is in the document alone is taken unless somebody says otherwise.
        is_plain = versions.state == "changed"
        self.choice = versions.choice or ("document" if is_plain else "")

    @property
    def fields(self):
        """(label, pieces of the document, pieces of the draft) of what differs."""
        for label in {**self.of.document, **self.of.draft}:
            new, old = self.of.document.get(label, ""), self.of.draft.get(label, "")
            if new != old:
                pieces = word_pieces(old, new)
                document = [p for p in pieces if p[0] != "gone"]
                yield label, document, [p for p in pieces if p[0] != "new"]


class VersionPages:
    """Add to the admin of imports the two versions of what a document made."""

    def versions_view(self, request, object_id):
        record = self.import_or_404(request, object_id, to_change=True)
        if record.state != State.REVIEW or not services.has_drafts(record):
            return HttpResponseRedirect(self.page_of(record, "change"))
        refusal, version = None, record.version
        if request.method == "POST":
            version = request.POST.get("version", "")
            version = int(version) if is_key(version) else 0
            try:
                for name, choice in request.POST.items():
                    if name.startswith("choice-"):
                        values = {
                            "item": name.removeprefix("choice-"),
                            "choice": choice,
                        }
                        record = services.apply(
                            record.pk, version, "version", values, request.user
                        )
                        version = record.version
                self.message_user(request, _("Your choices are saved."))
                return HttpResponseRedirect(self.page_of(record, "change"))
            except services.Refused as error:
                refusal = error
        found = services.versions(record.pk)
        groups = [
            (state, name, [_Pair(one) for one in found if one.state == state])
            for state, name in STATES.items()
        ]
        context = {
            "title": _("What is new in this document"),
            "groups": [(s, n, found) for s, n, found in groups if found],
            "version": version,
            "refusal": refusal,
        }
        response = self.page(request, record, "admin/importing/versions.html", context)
        if refusal:
            response.status_code = 409
        return response
