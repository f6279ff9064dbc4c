"""What needs an item: it may not go while other content points at it or shows it."""

from django.db.models import PROTECT
from django.urls import reverse
from django.utils.html import format_html

from .models import Publishable


def users_of(item):
    """Links to the content that needs `item`, by name; empty if it may go."""
    found = [
        user
        for relation in item._meta.related_objects
        if relation.on_delete is PROTECT
        and issubclass(relation.related_model, Publishable)
        for user in relation.related_model.objects.kept().filter(
            **{relation.field.name: item.pk}
        )
    ]
    found += getattr(item, "named_in", list)()
    return [admin_link(user) for user in found]


def admin_link(item):
    """The kind and name of an item, leading to its form."""
    opts = item._meta
    address = reverse(
        f"admin:{opts.app_label}_{opts.model_name}_change", args=[item.pk]
    )
    kind = str(opts.verbose_name).capitalize()
    return format_html('<a href="{}">{}: {}</a>', address, kind, item)
