"""Show parts of imports in templates."""

from django import template

from careerguide.importing import services

register = template.Library()


@register.filter
def cells(line):
    """Return the cells of a line that shows them with bars between."""
    return str(line).split(" | ")


@register.simple_tag(takes_context=True)
def may_import(context):
    """Return whether this person may import documents: links to it are shown then."""
    user = getattr(context.get("request"), "user", None)
    return bool(user and user.is_active and user.is_staff and services.may_import(user))
