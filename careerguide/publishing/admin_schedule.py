"""The page on which a publisher says when an item shows and when it is hidden."""

from django.contrib.admin.widgets import AdminSplitDateTime
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponseRedirect
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from .admin_decisions import ReasonForm
from .changes import working_copy
from .scheduling import planned, schedule
from .times import LocalDateTimeField


class ScheduleForm(ReasonForm):
    publish_at = LocalDateTimeField(
        label=_("Publish at"),
        required=False,
        widget=AdminSplitDateTime(),
        help_text=_("Readers see it from this moment on."),
    )
    unpublish_at = LocalDateTimeField(
        label=_("Unpublish at"),
        required=False,
        widget=AdminSplitDateTime(),
        help_text=_("Hidden from this moment on. Leave it empty to keep it published."),
    )

    field_order = ("publish_at", "unpublish_at", "reason")


class SchedulePage:
    """For the admin of content."""

    def get_urls(self):
        address = "<path:object_id>/schedule/"
        page = self.page_path(address, self.schedule_view, "schedule")
        return [page, *super().get_urls()]

    def schedule_view(self, request, object_id):
        item = self.item_or_404(request, object_id)
        if not self.may_publish(request):
            raise PermissionDenied
        row, working = item.row, item.working
        publish_at, unpublish_at = planned(row, working)
        form = ScheduleForm(
            request.POST if request.method == "POST" else None,
            initial={"publish_at": publish_at, "unpublish_at": unpublish_at},
        )
        if request.method == "POST" and form.is_valid():
            try:
                row = schedule(item, request.user, **form.cleaned_data)
            except ValidationError as error:
                self._show_problems(form, error)
            else:
                self.message_user(request, said(row, working_copy(row)))
                return HttpResponseRedirect(self.page_of(item, "change"))
        context = {
            "title": _("When is “%s” shown?") % item,
            "form": form,
            "zone": timezone.get_current_timezone_name(),
            "media": self.media + form.media,
        }
        return self.page(request, item, "schedule.html", context)

    def _show_problems(self, form, error):
        """Problems of the text, too, which are mended in its own form."""
        if not hasattr(error, "error_dict"):
            form.add_error(None, error)
            return
        for name, problems in error.error_dict.items():
            if name in form.fields:
                form.add_error(name, problems)
                continue
            for problem in ValidationError(problems).messages:
                form.add_error(None, f"{self._label(name)}: {problem}")

    def _label(self, name):
        try:
            return capfirst(self.opts.get_field(name).verbose_name)
        except LookupError:
            return _("Before it can be published")


def said(row, working):
    """What the schedule of an item now is, in a sentence."""

    def when(moment):
        return f"{timezone.localtime(moment):%-d %B %Y, %H:%M %Z}"

    at, until = planned(row, working)
    sentences = []
    if at:
        sentences.append(_("It will be published on %s.") % when(at))
    if until:
        sentences.append(_("It will be taken down on %s.") % when(until))
    return " ".join(map(str, sentences)) or _("Nothing is scheduled.")
