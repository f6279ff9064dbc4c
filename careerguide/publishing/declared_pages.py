"""Check that every content type has its pages: routes, views and templates."""

from django.template.exceptions import TemplateDoesNotExist
from django.template.loader import get_template
from django.urls import NoReverseMatch, Resolver404, resolve, reverse

from .models.content import GuideContent


def problems_of_pages(model):
    """Yield (id, problem, hint) of all that the pages of a content type lack."""
    try:
        path = model(slug="a").get_absolute_url()
        match = resolve(path)
    except (AttributeError, NoReverseMatch, Resolver404):
        match = None
    if match is None or match.kwargs.get("slug") != "a":
        problem = "has no page for each of its items."
        hint = "Name the route “detail”, which takes a slug, in its urls.py."
        yield "content.E014", problem, f"{hint} Include that in the site's urls.py."
        return
    routes = {"detail": path}
    if issubclass(model, GuideContent):
        try:
            routes["list"] = reverse(f"{model._meta.app_label}:list")
        except NoReverseMatch:
            problem = "has no page that lists its items."
            yield "content.E015", problem, "Name the route “list” in its urls.py."
    for name, path in routes.items():
        yield from _page(model, name, path)


def _page(model, name, path):
    """What is wrong with the page at a path of this type."""
    match = resolve(path)
    wanted = f"{model._meta.app_label}:{name}"
    if issubclass(model, GuideContent) and match.view_name != wanted:
        problem = f"has {path} as address, which leads to {match.view_name} instead."
        hint = "Include its urls.py above what takes any address."
        yield "content.E016", problem, hint
        return
    if not hasattr(match.func, "cacheable"):
        problem = f"has pages ({name}) that are made anew for each reader."
        yield "content.E017", problem, "Wrap the view in cacheable() in its urls.py."
    template = _template_of(match.func, model._meta)
    try:
        if template:
            get_template(template)
    except TemplateDoesNotExist:
        problem = f"has no template {template}."
        yield "content.E018", problem, "Write it, or correct the view's template_name."


def _template_of(view, opts):
    """The template of a view that is one of Django's generic ones, or None."""
    view = getattr(view, "view_class", None)
    if name := getattr(view, "template_name", None):
        return name
    if suffix := getattr(view, "template_name_suffix", None):
        return f"{opts.app_label}/{opts.model_name}{suffix}.html"
    return None
