from django import template

from ..figures import chart_of

register = template.Library()


@register.simple_tag
def chart(table, heading_id):
    """The table's chart, named by the element `heading_id`, or nothing."""
    return chart_of(table, heading_id)
