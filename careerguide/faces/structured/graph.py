"""Put together what a page says of itself: its kind, its place, and its site."""

from django.urls import reverse
from django.utils.translation import gettext as _

from careerguide.faces.addresses import absolute
from careerguide.identity.current import current
from careerguide.publishing.models.sections import guide_sections

from .items import item_node, list_node
from .pay import pay_known
from .site import organization, website


def page_graph(page, items=(), has_career_list=False, tables=()):
    """Return the JSON-LD of a `Shown` page; `items` are what a list shows.

    `has_career_list`: whether its visible trail leads through the list of careers.
    `tables` are those whose quick facts the page of a career shows.
    """
    if page.path == reverse("home"):
        nodes = [website(), organization()]
    elif page.is_of_item:
        trail = _trail(page, has_career_list)
        node = item_node(page.item, page)
        if pay := pay_known(tables):
            node["mainEntity"]["estimatedSalary"] = pay
        nodes = [node, _breadcrumbs(trail)]
    else:
        nodes = [list_node(page, [*items]), _breadcrumbs(_trail(page))]
    return {"@context": "https://schema.org", "@graph": nodes}


def _trail(page, has_career_list=False):
    """(name, path) of each step to a page, as its visible trail has, and its own."""
    steps = [(_("Home"), reverse("home"))]
    item = page.item
    if item:
        career = getattr(item, "career", None)
        if has_career_list and (career or item.schema_type == "Occupation"):
            steps.append((_("Careers"), reverse("career_list")))
        if career:
            section = next(s for s in guide_sections() if s.model is type(item))
            steps.append((str(career), career.get_absolute_url()))
            steps.append((str(section.title), section.list_url))
    return [*steps, (str(item) if item else page.title, page.path)]


def _breadcrumbs(steps):
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": place,
                "name": name or current().name,
                "item": absolute(path),
            }
            for place, (name, path) in enumerate(steps, 1)
        ],
    }
