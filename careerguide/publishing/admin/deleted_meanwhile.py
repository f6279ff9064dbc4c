"""Give back a text that cannot be saved: its item went, or the right to change it."""

import re

from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from careerguide.http.keys import is_key
from careerguide.publishing.drafts.diff import readable
from careerguide.publishing.models.history import Event

from .forms import UNSEEN_FIELDS

PART = re.compile(r"_[01]$")


def deleted_meanwhile(model_admin, request, object_id):
    """Return what was sent, to be copied, and where the item is now.

    Nothing was saved.
    """
    item = model_admin.model._base_manager.filter(pk=object_id).first()
    last = item and item.history.listed().filter(event=Event.TRASHED).first()
    context = {
        **model_admin.admin_site.each_context(request),
        "title": _("This is not there any more"),
        "opts": model_admin.opts,
        "in_trash": item is not None,
        "who": last and last.author,
        "trash_url": reverse("admin:trash"),
        "text_list": list(_texts(model_admin, request.POST)),
    }
    return TemplateResponse(request, "admin/publishing/gone.html", context, status=409)


def not_allowed(model_admin, request):
    """Return what was sent, to be copied, by somebody who may not do it.

    Nothing was saved.

    None where nothing was written, or what is asked for is no page.
    """
    accepts = request.get_preferred_type(["text/html", "application/json"])
    texts = list(_texts(model_admin, request.POST))
    if request.method != "POST" or accepts != "text/html" or not texts:
        return None
    context = {
        **model_admin.admin_site.each_context(request),
        "title": _("You may not change this any more"),
        "opts": model_admin.opts,
        "may_read": model_admin.has_view_permission(request),
        "text_list": texts,
    }
    template = "admin/publishing/not_allowed.html"
    return TemplateResponse(request, template, context, status=403)


def _texts(model_admin, sent):
    """(label, text) of each field that was filled in, and of no other input."""
    fields = {field.name: field for field in model_admin.opts.fields}
    named = {"reason": None, **getattr(model_admin.form, "declared_fields", {})}
    for name, text in sent.items():
        whole = PART.sub("", name)  # of a moment, which has two inputs
        is_ours = whole in fields or name in named
        if not is_ours or name in UNSEEN_FIELDS or not text.strip():
            continue
        field = fields.get(whole)
        label = getattr(named.get(name), "label", None) or name.replace("_", " ")
        label = str(field.verbose_name if field else label)
        yield capfirst(label), _chosen(field, text)


def _chosen(field, text):
    """The name of a related item in place of its key; any other text as it is."""
    is_related = field is not None and field.is_relation
    return readable(field, text) if is_related and is_key(text) else text
