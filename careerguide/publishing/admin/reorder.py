"""Reorder lists on a page of their own: at once, for readers too, without drafts."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _

from careerguide.publishing.drafts.ordering import set_order

MAX_PLACE = 100_000
UP, DOWN = "up", "down"


class OrderPage:
    """Add the page of order to the admin of content."""

    def get_urls(self):
        page = self.page_path("order/", self.order_view, "order")
        return [page, *super().get_urls()]

    def order_view(self, request):
        if not self.may_publish(request):
            raise PermissionDenied
        careers, career = self._careers(request)
        items = self.model.objects.not_trashed()
        if careers:
            items = items.filter(career=career)
        if request.method == "POST":
            changed = self._reorder(items, request)
            message = (
                _("The new order is saved.") if changed else _("Nothing was moved.")
            )
            self.message_user(
                request, message, messages.SUCCESS if changed else messages.WARNING
            )
            here = f"?career={career.pk}" if careers else ""
            return HttpResponseRedirect(f"{self.page_at('order')}{here}")
        shown = list(items.order_by("order", "pk"))
        context = {
            **self.admin_site.each_context(request),
            "title": _("The order of %s") % self.opts.verbose_name_plural,
            "opts": self.opts,
            "item_list": shown,
            "career": career,
            "career_list": careers if len(careers) > 1 else [],
            "last": len(shown),
        }
        return TemplateResponse(request, "admin/publishing/order.html", context)

    @transaction.atomic
    def _reorder(self, items, request):
        """Order items as the form asks, once nobody else does; whether any moved."""
        locked = items.select_for_update().order_by("pk")
        items = sorted(locked, key=lambda item: (item.order, item.pk))
        moved = reordered(items, request.POST)
        return moved is not None and set_order(moved, request.user)

    def _careers(self, request):
        """The careers there are to choose from, and the one that is asked for."""
        if not hasattr(self.model, "career"):
            return [], None
        model = self.opts.get_field("career").related_model
        careers = list(model.objects.not_trashed())
        asked = request.GET.get("career", "")
        chosen = [career for career in careers if str(career.pk) == asked]
        return careers, next(iter(chosen or careers), None)


def reordered(items, sent):
    """`items` as the form asks: one moved by a button, or those with another number.

    None where it asks for nothing. A number beyond the end means the end; one that
    the page showed itself asks for nothing, whatever others moved since.
    """
    shown = {key: str(n) for n, key in enumerate(sent.get("shown", "").split(), 1)}
    places = {str(item.pk): number for number, item in enumerate(items, start=1)}
    wanted = {}
    for key, place in places.items():
        if sent.get(UP) == key:
            wanted[key] = place - 1
        elif sent.get(DOWN) == key:
            wanted[key] = place + 1
        elif UP not in sent and DOWN not in sent:
            typed = sent.get(f"place-{key}", "")
            is_number = typed.isascii() and typed.isdigit()
            is_new = typed != shown.get(key)
            if is_number and is_new and int(typed[:6]) != place:
                wanted[key] = min(int(typed[:6]), MAX_PLACE)
    if not wanted:
        return None
    ordered = [item for item in items if str(item.pk) not in wanted]
    for key, place in sorted(wanted.items(), key=lambda pair: pair[1]):
        ordered.insert(max(place - 1, 0), items[places[key] - 1])
    return ordered
