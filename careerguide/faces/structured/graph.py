"""Put together what a page says of itself: its kind, its place, and its site."""

from django.urls import reverse
from django.utils.translation import gettext as _

from careerguide.faces.addresses import absolute
from careerguide.identity.current import current

from .items import item_node, list_node, version_node
from .pay import pay_known
from .site import organization, website


def page_graph(page, items=(), trail=(), tables=(), told_on=None):
    """Return the JSON-LD of a `Shown` page; `items` are what a list shows.

    `trail` is its visible one: (name, path) of each step to it. `tables` are those
    whose quick facts the page of a career shows, and `told_on` is the day of its guide.
    """
    if page.path == reverse("home"):
        nodes = [website(), organization()]
    elif page.is_of_item:
        node = item_node(page.item, page)
        if told_on:
            node["dateModified"] = told_on.isoformat()
        if pay := pay_known(tables):
            node["mainEntity"]["estimatedSalary"] = pay
        nodes = [node, _breadcrumbs(page, trail)]
    elif page.version:
        nodes = [version_node(page), _breadcrumbs(page, trail)]
    else:
        nodes = [list_node(page, [*items]), _breadcrumbs(page, trail)]
    return {"@context": "https://schema.org", "@graph": nodes}


def _breadcrumbs(page, trail):
    """The steps to a page, and its own."""
    steps = [*(trail or [(_("Home"), reverse("home"))]), (page.title, page.address)]
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
