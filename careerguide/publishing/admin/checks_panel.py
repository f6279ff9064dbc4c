"""List beside the form what the checks find, which editors may ignore by a reason."""

from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.http import HttpResponseNotAllowed, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from careerguide.publishing.checks.finding import AT_FIELDS, Finding, checks_of
from careerguide.publishing.checks.findings import findings_of
from careerguide.publishing.models.ignored import (
    MOST_REASON,
    IgnoredFinding,
    open_findings,
)
from careerguide.publishing.models.related import key_of

MOST_SHOWN = 100


class IgnoreForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("Why may it stay?"), label_suffix="", max_length=MOST_REASON
    )


@dataclass
class Line:
    """A finding as the list shows it; `record` is who ignored it, and why."""

    finding: Finding
    model: type
    input: str  # where it is mended
    record: IgnoredFinding | None = None

    @property
    def key(self):
        return self.finding.key

    @property
    def label(self):
        return self.finding.label_in(self.model)

    @property
    def check(self):
        return checks_of(self.model)[self.finding.check]


class ChecksPanel:
    """For the admin of content.

    `input_names` are those of the form that are not called like their field.
    """

    input_names = {}

    def get_urls(self):
        page = self.page_path("<path:object_id>/checks/", self.checks_view, "checks")
        return [page, *super().get_urls()]

    def checks_panel(self, request, item, *, said="", is_refused=False):
        """Return what the list shows of the draft, or of what was just typed.

        What a form that `is_refused` says at its fields is not said twice.
        """
        found, ignored = open_findings(getattr(item, "row", item), findings_of(item))
        if is_refused:
            found = [one for one in found if one.check not in AT_FIELDS]
        lines = [self._line(one) for one in found]
        return {
            "finding_list": lines[:MOST_SHOWN],
            "finding_count": len(lines),
            "ignored_list": [self._line(one, why) for one, why in ignored],
            "checks_url": self.page_of(item, "checks"),
            "may_ignore": self.has_change_permission(request, item),
            "most_reason": MOST_REASON,
            "checks_said": said,
        }

    def _line(self, finding, record=None):
        name = self.input_names.get(finding.field, finding.field)
        return Line(finding, self.model, name, record)

    def checks_view(self, request, object_id):
        """Ignore a finding of the saved draft, or take that back."""
        item = self.item_or_404(request, object_id)
        if not self.has_change_permission(request, item.row):
            raise PermissionDenied
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        if key := request.POST.get("restore"):
            said = _restore(item, key)
        else:
            said = _ignore(item, request)
        if request.headers.get("Accept") == "text/html+fragment":
            context = {"opts": self.opts, "original": item}
            context |= self.checks_panel(request, item, said=said)
            return TemplateResponse(request, "admin/publishing/_checks.html", context)
        messages.info(request, said)
        return HttpResponseRedirect(f"{self.page_of(item, 'change')}#checks")


def _ignore(item, request):
    key = request.POST.get("ignore", "")
    found = next((one for one in findings_of(item) if one.key == key), None)
    if found is None:
        return _("That passage is another now: there is nothing to ignore.")
    form = IgnoreForm(request.POST)
    if not form.is_valid():
        return _("Say in up to %d characters why it may stay.") % MOST_REASON
    try:
        with transaction.atomic():
            IgnoredFinding.objects.create(
                **key_of(item),
                key=found.key,
                check_name=found.check,
                sentence=found.sentence,
                reason=form.cleaned_data["reason"],
                ignored_by=request.user,
            )
    except IntegrityError:
        return _("Somebody else ignored it at this moment.")
    return _("It is ignored, and counts nowhere.")


def _restore(item, key):
    for record in item.row.ignored_findings.filter(key=key[:20].replace("\x00", "")):
        record.delete()
        return _("It is no longer ignored.")
    return _("It was not ignored any more.")
