"""Define the tags and filters that the templates of every section use."""

from django import template
from django.apps import apps
from django.contrib.auth import get_permission_codename
from django.urls import reverse

from careerguide import markup
from careerguide.markup.directions import isolated_html
from careerguide.publishing.models.sections import guide_sections
from careerguide.site.career_card import card_html

register = template.Library()

WORDS_A_MINUTE = 230


@register.filter
def markdown(text):
    """Markdown as safe HTML."""
    return markup.render(text).html


@register.filter
def plain(text):
    """Markdown as one line of plain text, for descriptions."""
    return markup.plain_text(text)


@register.filter
def isolated(value):
    """Return a label or a name that keeps its direction to itself."""
    return isolated_html(str(value))


@register.filter
def reading_minutes(word_count):
    """Return how long `words` words take to read, in whole minutes, at least one."""
    return max(1, round(word_count / WORDS_A_MINUTE))


@register.simple_tag
def career_card(career):
    """Return a career among others, with its `fact_tables`."""
    return card_html(career)


@register.simple_tag
def menu_sections():
    """Return the sections of the menu, in its order."""
    return [section for section in guide_sections() if section.in_menu]


@register.simple_tag
def site_pages():
    """Return the published pages about the site, for the foot of every page."""
    pages = apps.get_model("careerguide", "Page").objects
    return pages.published().only("title", "slug")


@register.simple_tag(takes_context=True)
def edit_url(context, item):
    """Return where a signed-in editor changes `item`, or nothing for everybody else.

    Nothing, too, for what is no stored item, such as the dates of a list.
    """
    request = context.get("request")
    user = getattr(request, "user", None)
    if user is None or not user.is_staff or not getattr(item, "pk", None):
        return ""
    opts = item._meta
    verbs = ("change", "add", "view")
    codenames = [f"{opts.app_label}.{get_permission_codename(v, opts)}" for v in verbs]
    if not any(user.has_perm(codename) for codename in codenames):
        return ""
    return reverse(f"admin:{opts.app_label}_{opts.model_name}_change", args=[item.pk])
