"""Define filters that write dates in lists: `{{ item.modified_at|short_moment }}`."""

from django import template

from careerguide.languages import dates

register = template.Library()


@register.filter(expects_localtime=True, is_safe=False)
def short_date(day):
    """Return 28 Nov 2026, as the language writes it."""
    return dates.short_date(day) if day else ""


@register.filter(expects_localtime=True, is_safe=False)
def short_moment(moment):
    """Return 28 Nov 2026, 15:52, as the language writes it."""
    return dates.short_moment(moment) if moment else ""
