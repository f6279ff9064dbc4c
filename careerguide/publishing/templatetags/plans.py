"""Tell those who planned something, on the admin's pages, what became of it."""

from django import template

from careerguide.publishing.drafts.plans import held_plans_of
from careerguide.publishing.drafts.references import admin_link

register = template.Library()


@register.simple_tag(takes_context=True)
def held_plans(context):
    """Return (link, problem) of each plan of this person that waits for them.

    Not of the item that the page is about: that says so itself.
    """
    user, shown = context["user"], context.get("original")
    return [
        (admin_link(plan.item), plan.problem)
        for plan in held_plans_of(user)
        if plan.item != shown
    ]
