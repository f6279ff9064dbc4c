"""Serve the page on which a document is uploaded or pasted, and that of its reading."""

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404, HttpResponseRedirect, JsonResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from careerguide.http.keys import is_key
from careerguide.importing import services
from careerguide.importing.models import Import, State

from .forms import UploadForm

MOST_CAREER = 20  # digits
MOST_EARLIER = 3


class UploadPages:
    """Add to the admin of imports the upload and the page of a reading."""

    def add_view(self, request, form_url="", extra_context=None):
        if not services.may_import(request.user):
            raise PermissionDenied
        career = _number(request.GET.get("career", ""))
        previous = self._previous(request, request.GET.get("again", ""))
        form = UploadForm(initial={"previous": previous and previous.pk})
        if request.method == "POST":
            form = UploadForm(request.POST, request.FILES)
            if form.is_valid():
                sent = form.cleaned_data["previous"]
                previous = self._previous(request, sent) if sent else None
                if record := self._start(request, form, previous):
                    return self._to(record, career)
        context = {
            **self.admin_site.each_context(request),
            "title": _("Import a document"),
            "opts": self.opts,
            "form": form,
            "previous": previous,
            "media": self.media,
        }
        return TemplateResponse(request, "admin/importing/upload.html", context)

    def _previous(self, request, key):
        """The import whose drafts a newer document brings up to date, or None."""
        if not is_key(key):
            return None
        found = Import.objects.listed().filter(pk=key, state=State.CREATED).first()
        return found if found and services.may_change(request.user, found) else None

    def _start(self, request, form, previous):
        """Begin to read what was sent; None where the form says why not."""
        file = form.cleaned_data["file"]
        key = previous.pk if previous else None
        try:
            if file:
                return services.start(file.name, file.read(), request.user, key)
            text, html = form.cleaned_data["text"], form.cleaned_data["pasted_html"]
            return services.start_pasted(text, request.user, key, html)
        except services.Refused as refusal:
            form.add_error("file" if file else "text", refusal.sentences)
        return None

    def _to(self, record, career=""):
        address = self.page_of(record, "change")
        return HttpResponseRedirect(f"{address}?career={career}" if career else address)

    def progress_view(self, request, object_id):
        record = self.import_or_404(request, object_id)
        found = services.progress(record.pk)
        return JsonResponse(
            {
                "percent": found.percent,
                "sentence": str(found.sentence),
                "is_over": found.is_over,
            },
            headers={"Cache-Control": "private, no-store"},
        )

    def reading_page(self, request, record):
        """The page while a document is read, or where it could not be."""
        context = {
            "title": record.name,
            "progress": services.progress(record.pk),
            "progress_url": self.page_of(record, "progress"),
            "earlier": self.earlier(request, record),
        }
        return self.page(request, record, "admin/importing/reading.html", context)

    def earlier(self, request, record):
        """Return earlier imports of the same file or name that made drafts."""
        if record.previous_id:
            return []
        is_same = Q(sha256=record.sha256) | Q(name=record.name)
        found = Import.objects.listed().filter(is_same, state=State.CREATED)
        found = found.exclude(pk=record.pk)[:MOST_EARLIER]
        return [one for one in found if services.may_change(request.user, one)]

    def start_again_view(self, request, object_id):
        """Read a file again, or as a newer version of one that was imported before."""
        record = self.import_or_404(request, object_id, to_change=True)
        if request.method != "POST":
            raise Http404
        try:
            key = request.POST.get("previous", "")
            if previous := self._previous(request, key):
                data = bytes(record.file.data)
                newer = services.start(record.name, data, request.user, previous.pk)
                services.delete(record.pk, request.user)
                record = newer
            else:
                services.read_again(record.pk, request.user)
        except services.Refused as refusal:
            self.say_refused(request, refusal)
        return self._to(record)


def _number(text):
    return text if is_key(text) and len(text) < MOST_CAREER else ""
