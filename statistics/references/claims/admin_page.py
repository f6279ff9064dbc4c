"""Show the numbers of a guide in the admin: which of them nobody answers for."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from careerguide.publishing.models.content import content_models
from statistics.models import StatTable

from .overview import claims

SITE = "-"  # stands for the pages that belong to no guide
MOST_SHOWN = 500  # open numbers on the page


def claims_view(request):
    models = [model for model in content_models() if _may_view(request, model)]
    if not models:
        raise PermissionDenied
    careers = StatTable.career.field.related_model.objects.not_trashed()
    careers = list(careers.order_by("name").only("name", "slug"))
    chosen = request.GET.get("guide", careers[0].slug if careers else SITE)
    guide = next((career for career in careers if career.slug == chosen), None)
    is_site = guide is None
    found = claims(guide, models)
    context = {
        **admin.site.each_context(request),
        "title": _("Numbers of a guide"),
        "careers": careers,
        "chosen": SITE if is_site else guide.slug,
        "site": SITE,
        "guide": guide,
        "claims": found,
        "open_list": [*_open_list(found)][:MOST_SHOWN],
        "hidden": max(0, found.open - MOST_SHOWN),
    }
    return TemplateResponse(request, "admin/statistics/claims.html", context)


def _may_view(request, model):
    if not admin.site.is_registered(model):
        return False
    return admin.site.get_model_admin(model).has_view_permission(request)


def _open_list(found):
    """Yield each open number with its field, and the place of it in the form."""
    for one in found.items:
        meta = one.item._meta
        route = f"admin:{meta.app_label}_{meta.model_name}_change"
        form = reverse(route, args=[one.item.pk])
        for name, claim in one.open:
            yield {
                "item": one.item,
                "kind": capfirst(meta.verbose_name),
                "field": capfirst(meta.get_field(name).verbose_name),
                "claim": claim,
                "url": f"{form}#id_{name}",
            }
