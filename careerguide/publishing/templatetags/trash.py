"""Say, in the admin's lists, what is in the trash."""

from django import template

from careerguide.publishing.admin.trash import in_trash, trash_models

register = template.Library()


@register.simple_tag(takes_context=True)
def trash_count(context, opts=None):
    """Return how many items of one model, or of all, this person could take out."""
    models = trash_models(context["request"])
    if opts:
        models = [model for model in models if model._meta == opts]
    if not models:
        return 0
    first, *others = (in_trash(model).order_by().values("pk") for model in models)
    return first.union(*others, all=True).count()


@register.simple_tag(takes_context=True)
def may_open_trash(context):
    return bool(trash_models(context["request"]))
