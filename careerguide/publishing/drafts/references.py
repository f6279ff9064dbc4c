"""Find what needs an item, which may not go while other content refers to it."""

from django.db.models import PROTECT
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from careerguide.publishing.models.content import Publishable


def referrers_of(item):
    """Return links to the content that needs `item`, by name; empty if it may go."""
    found = [
        user
        for relation in item._meta.related_objects
        if relation.on_delete is PROTECT
        and issubclass(relation.related_model, Publishable)
        for user in relation.related_model.objects.not_trashed().filter(
            **{relation.field.name: item.pk}
        )
    ]
    found += getattr(item, "named_in", list)()
    return [admin_link(user) for user in found]


def admin_name(item):
    """Return the kind and name of an item, and that it is in the trash if it is."""
    text = f"{capfirst(item._meta.verbose_name)}: {item}"
    return _("%s (in the trash)") % text if is_in_trash(item) else text


def admin_link(item):
    """Link an item's kind and name to where it is edited, or is in the trash."""
    opts = item._meta
    try:
        if is_in_trash(item):
            address = reverse("admin:trash")
        else:
            page = f"admin:{opts.app_label}_{opts.model_name}_change"
            address = reverse(page, args=[item.pk])
    except NoReverseMatch:
        return admin_name(item)
    return format_html('<a href="{}">{}</a>', address, admin_name(item))


def is_in_trash(item):
    return getattr(item, "trashed_at", None) is not None
