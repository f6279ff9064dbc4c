"""List the editions of a table in the admin, where a superuser withdraws one."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from . import converters  # noqa: F401  of the addresses below
from .names import edition_path, shown_editions
from .withdrawal import WithdrawalForm, withdraw


class EditionPages:
    """Add to the admin of tables the pages of their editions."""

    def get_urls(self):
        start = "<path:object_id>/editions"
        return [
            self.page_path(f"{start}/", self.editions_view, "editions"),
            self.page_path(
                f"{start}/<edition:number>/withdraw/",
                self.withdraw_view,
                "withdraw_edition",
            ),
            *super().get_urls(),
        ]

    def status_panel(self, request, item):
        panel = super().status_panel(request, item)
        if count := _editions_of(item).count():
            label = ngettext("%d edition", "%d editions", count) % count
            panel["page_list"].append((label, self.page_of(item, "editions")))
        return panel

    def editions_view(self, request, object_id):
        item = self._item_to_see(request, object_id)
        context = {
            "title": _("Editions of “%s”") % item,
            "edition_list": [
                (
                    edition,
                    edition_path(item.row.slug, edition.number),
                    self.page_of(item, "withdraw_edition", edition.number),
                )
                for edition in _editions_of(item).select_related("withdrawn_by")
            ],
            "current": item.row.edition if item.row.is_published else None,
            "is_public": item.row.is_published,
        }
        return self.page(request, item, "admin/statistics/editions.html", context)

    def withdraw_view(self, request, object_id, number):
        item = self._item_to_see(request, object_id)
        if not request.user.is_superuser:
            raise PermissionDenied
        edition = _editions_of(item).filter(number=number).first()
        if edition is None:
            raise Http404
        if edition.is_withdrawn:
            message = _("Edition %d was withdrawn before.") % number
            return self._to_editions(request, item, message, messages.WARNING)
        form = WithdrawalForm(request.POST if request.method == "POST" else None)
        if request.method == "POST" and form.is_valid():
            try:
                withdraw(edition, request.user, form.cleaned_data["reason"])
            except ValidationError as error:
                form.add_error(None, error)
            else:
                message = _("Edition %d is withdrawn.") % number
                return self._to_editions(request, item, message, messages.SUCCESS)
        context = {
            "title": _("Withdraw edition %(number)d of “%(item)s”?")
            % {"number": number, "item": item},
            "edition": edition,
            "form": form,
            "editions_url": self.page_of(item, "editions"),
        }
        page = "admin/statistics/withdraw_edition.html"
        return self.page(request, item, page, context)

    def _to_editions(self, request, item, message, level):
        self.message_user(request, message, level)
        return HttpResponseRedirect(self.page_of(item, "editions"))


def _editions_of(item):
    return shown_editions().filter(table=item.pk).without_files()
