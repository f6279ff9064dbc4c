"""The page for somebody who saves an item that another person has just taken away."""

from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from .forms import UNSEEN_FIELDS
from .history import Event


def gone(model_admin, request, object_id):
    """What was sent, to be copied, and where the item is now. Nothing was saved."""
    item = model_admin.model._base_manager.filter(pk=object_id).first()
    last = item and item.history.filter(event=Event.TRASHED).first()
    context = {
        **model_admin.admin_site.each_context(request),
        "title": _("This is not there any more"),
        "opts": model_admin.opts,
        "in_trash": item is not None,
        "who": last and last.history_user,
        "trash_url": reverse("admin:trash"),
        "text_list": list(_texts(model_admin.opts, request.POST)),
    }
    return TemplateResponse(request, "admin/publishing/gone.html", context, status=409)


def _texts(opts, sent):
    """(label, text) of each field that was filled in."""
    labels = {field.name: str(field.verbose_name) for field in opts.fields}
    for name, text in sent.items():
        is_ours = name.startswith(("_", "csrf")) or name in UNSEEN_FIELDS
        if not is_ours and isinstance(text, str) and text.strip():
            yield capfirst(labels.get(name, name.replace("_", " "))), text
