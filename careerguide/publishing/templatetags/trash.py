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
    return sum(in_trash(model).count() for model in models)


@register.simple_tag(takes_context=True)
def may_open_trash(context):
    return bool(trash_models(context["request"]))
