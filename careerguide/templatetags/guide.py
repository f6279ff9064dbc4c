"""Define the tags and filters that the templates of every section use."""

from django import template
from django.contrib.auth import get_permission_codename
from django.template.loader import render_to_string
from django.urls import reverse

from careerguide.caching.memory import digest, memory_cache, site_cache
from careerguide.identity.current import current
from careerguide.markup.directions import isolated_html
from careerguide.publishing.models.languages import language_of
from careerguide.publishing.models.sections import guide_sections
from careerguide.publishing.public.pagination import page_query
from careerguide.site.career_card import card_html
from careerguide.site.context_processors import site_values
from careerguide.site.frame import SiteFrame, read_frame

register = template.Library()

WORDS_A_MINUTE = 230


@register.filter
def rendered(item, name):
    """A Markdown text of an item, as safe HTML."""
    return item.render(name).html


@register.filter
def plain(item, name):
    """A text of an item as one line of plain text, for descriptions."""
    return item.plain(name)


@register.filter
def plain_blocks(item, name):
    """A text of an item as plain text, a line a block."""
    return item.plain(name, in_blocks=True)


@register.filter
def isolated(value):
    """Return a label, a name or an item that keeps its direction to itself."""
    is_item = "language" in getattr(value, "__dict__", ())
    return isolated_html(str(value), language_of(value) if is_item else None)


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


@register.simple_tag(takes_context=True)
def site_frame(context):
    """Return the SiteFrame; of an error page, what that brings, or nothing."""
    if "status" in context:
        return context.get("frame") or SiteFrame()
    return read_frame()


@register.simple_tag
def remembered(template_name, **context):
    """Render a template of nothing but `context` and the site's own settings, once.

    Values are told apart by their `repr`.
    """
    return _rendered_once(memory_cache, template_name, context)


@register.simple_tag
def site_part(template_name, **context):
    """Render a template like `remembered`, where nothing in it is content.

    What content there is takes no room from it.
    """
    return _rendered_once(site_cache, template_name, context)


def _rendered_once(cache, template_name, context):
    key = digest("template", template_name, current().key, sorted(context.items()))
    return cache.get(
        key, lambda: render_to_string(template_name, context | site_values())
    )


@register.simple_tag(takes_context=True)
def list_link(context, page=1, **changes):
    """Return the address of a page of this list, with what narrows it.

    `link_parameters` of the context say by what; `changes` are others, or "" for none.
    """
    parameters = context.get("link_parameters", {}) | changes
    return page_query(parameters, page) or context["request"].path


@register.filter
def page_numbers(page):
    """Return the numbers that a pager shows, None for a gap: 1 … 8 9 10 … 17.

    The first and the last are among them, and three around the present one.
    """
    last = page.paginator.num_pages
    first = max(1, min(page.number - 1, last - 2))
    shown = sorted({1, *range(first, min(first + 3, last + 1)), last})
    found = []
    for number in shown:
        if found and number - found[-1] == 2:
            found.append(number - 1)  # a gap takes as much room as what it leaves out
        elif found and number - found[-1] > 2:
            found.append(None)
        found.append(number)
    return found


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
