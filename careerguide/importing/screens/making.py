"""Serve what comes after a review: making the drafts, what was made, undoing it."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from careerguide.http.keys import is_key
from careerguide.importing import services
from careerguide.importing.models import State
from careerguide.publishing.drafts.references import admin_link
from careerguide.publishing.drafts.states import DisplayState, with_state

MOST_NAMED = 150  # items whose names can be changed on one page
FIELDS = ("title", "slug", "summary")


class MakingPages:
    """Add to the admin of imports the pages around its drafts."""

    def create_view(self, request, object_id):
        """Say what is made and what is in the way; then make it."""
        record = self.import_or_404(request, object_id, to_change=True)
        if record.state != State.REVIEW:
            return HttpResponseRedirect(self.page_of(record, "change"))
        refusal = None
        if request.method == "POST":
            try:
                record = self._renamed(request, record)
                if "_create" in request.POST:
                    record = services.create(record.pk, record.version, request.user)
                    return self._to_made(request, record)
                sentence = _("The names are saved; no draft is made yet.")
                self.message_user(request, sentence, messages.SUCCESS)
                return HttpResponseRedirect(self.page_of(record, "create"))
            except services.Refused as error:
                refusal = error
        review = services.review(record.pk)
        sent = request.POST if refusal else {}
        items = [_Named(item, sent) for item in review.items]
        if review.career:
            items = [named for named in items if named.item.kind != "career"]
        in_the_way = services.obstacles(record.pk, request.user)
        for named in items:
            named.look_for(in_the_way)
        counts = {}
        for named in items:
            counts[named.item.kind_name] = counts.get(named.item.kind_name, 0) + 1
        context = {
            "title": _("Make the drafts"),
            "review": review,
            "version": review.record.version,
            "items": items[:MOST_NAMED],
            "more": max(0, len(items) - MOST_NAMED),
            "count": len(items),
            "counts": counts,
            "obstacles": [] if refusal else in_the_way,
            "refusal": refusal,
            "has_drafts": services.has_drafts(record),
        }
        response = self.page(request, record, "admin/importing/create.html", context)
        if refusal:
            response.status_code = 409
        return response

    def _renamed(self, request, record):
        """Save what was changed of the names; return the record as it is then."""
        version = request.POST.get("version", "")
        version = int(version) if is_key(version) else 0
        review = services.review(record.pk)
        if version != review.record.version:
            # It says so in a sentence, and changes nothing.
            services.apply(record.pk, version, "undo", {}, request.user)
        for item in review.items:
            values = {}
            for name in FIELDS:
                value = request.POST.get(f"{name}-{item.key}")
                if value is None:
                    continue
                value = " ".join(value.split())
                if value != (getattr(item, name) or ""):
                    values[name] = value
            if values:
                values["item"] = item.key
                record = services.apply(
                    record.pk, version, "item", values, request.user
                )
                version = record.version
        record.version = version
        return record

    def _to_made(self, request, record):
        count = len(services.items(record.pk))
        sentence = ngettext("%d draft is made.", "%d drafts are made.", count) % count
        hidden = _("Readers see nothing of it yet.")
        self.message_user(request, f"{sentence} {hidden}", messages.SUCCESS)
        return HttpResponseRedirect(self.page_of(record, "change"))

    def made_page(self, request, record):
        """What an import made, where each item stands, and what can be done now."""
        made = services.items(record.pk)
        states = states_of([o.item for o in made if o.item and not o.is_in_trash])
        listed = [
            {
                "kind": one.kind_name,
                "link": admin_link(one.item) if one.item else "",
                "state": states.get(one.item),
                "is_in_trash": one.is_in_trash,
                "is_new": one.is_new,
            }
            for one in made
        ]
        context = {
            "title": record.name,
            "made": listed,
            "waiting": len(self.waiting_items(request, record, made, states)),
            "in_the_way": services.obstacles_to_undo(record.pk),
            "states": State,
        }
        return self.page(request, record, "admin/importing/made.html", context)

    def undo_view(self, request, object_id):
        record = self.import_or_404(request, object_id, to_change=True)
        if record.state != State.CREATED:
            return HttpResponseRedirect(self.page_of(record, "change"))
        if request.method == "POST":
            try:
                services.undo_import(record.pk, request.user)
            except services.Refused as refusal:
                self.say_refused(request, refusal)
                return HttpResponseRedirect(self.page_of(record, "undo"))
            sentence = _("The import is undone: what it made is in the trash.")
            self.message_user(request, sentence, messages.SUCCESS)
            return HttpResponseRedirect(self.page_of(record, "change"))
        made = services.items(record.pk)
        context = {
            "title": _("Undo this import?"),
            "trashed": [o for o in made if o.is_new and o.item and not o.is_in_trash],
            "put_back": [o for o in made if o.was_changed and o.item],
            "in_the_way": services.obstacles_to_undo(record.pk),
        }
        return self.page(request, record, "admin/importing/undo.html", context)

    def reopen_view(self, request, object_id):
        record = self.import_or_404(request, object_id, to_change=True)
        if request.method == "POST":
            try:
                services.reopen(record.pk, request.user)
            except services.Refused as refusal:
                self.say_refused(request, refusal)
        return HttpResponseRedirect(self.page_of(record, "change"))


def states_of(items):
    """Return the `DisplayState` of each item, in a query for each model."""
    keys = {}
    for item in items:
        keys.setdefault(type(item), {})[item.pk] = item
    return {
        known[pk]: DisplayState(state)
        for model, known in keys.items()
        for pk, state in with_state(
            model._base_manager.filter(pk__in=known)
        ).values_list("pk", "state")
    }


class _Named:
    """An item with what was typed of its names, where that is not saved."""

    def __init__(self, item, sent):
        self.item, self.sent, self.problem = item, sent, ""

    def look_for(self, sentences):
        """Find the sentence that says that its address is taken."""
        names = self.item.title, f"“{self.item.slug}”"
        found = (s for s in sentences if all(name in s for name in names))
        self.problem = next(found, "")

    def __getattr__(self, name):
        if name not in FIELDS:
            raise AttributeError(name)
        value = self.sent.get(f"{name}-{self.item.key}")
        return getattr(self.item, name) if value is None else value
