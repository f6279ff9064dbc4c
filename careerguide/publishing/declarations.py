"""Check at start that every content type is declared whole.

What a new type lacks is named, with what to do, before a page or a command finds out.
"""

from contextlib import suppress
from importlib.util import find_spec

from django.contrib import admin
from django.contrib.admin.utils import flatten_fieldsets
from django.core.checks import Error, register
from django.core.exceptions import FieldDoesNotExist
from django.db.migrations.loader import MigrationLoader

from .admin.base import GuideContentAdmin, PublishableAdmin
from .declared_pages import problems_of_pages
from .models.content import GuideContent, Publishable, content_models
from .models.querysets import GuideContentQuerySet, PublishableQuerySet

TAG = "content"
GUIDE = "CONTRIBUTING.md, “A content type of your own”, shows a whole one."
# Attributes of a content model that name fields of it.
NAMING = ("title_field", "short_fields", "bullet_fields")


@register(TAG)
def content_types_are_whole(app_configs=None, **options):
    labels = app_configs and {config.label for config in app_configs}
    return [
        Error(
            f"{model.__name__} {problem}", hint=f"{hint} {GUIDE}", obj=model, id=f"{id}"
        )
        for model in content_models()
        if not labels or model._meta.app_label in labels
        for id, problem, hint in problems_of(model)
    ]


def problems_of(model):
    """Yield (id, problem, hint) of all that a content type lacks."""
    for find in (_section, _meta, _slug, _names, _manager, _migrations, _admin):
        yield from find(model)
    yield from problems_of_pages(model)


def _is_of_guide(model):
    return issubclass(model, GuideContent)


def _section(model):
    if not _is_of_guide(model):
        return
    section = model.guide
    if section is None:
        problem = "belongs to a guide, and declares no section of it."
        yield "content.E001", problem, "Add guide = GuideSection(title=...)."
        return
    for name in ("on_home", "on_career_page"):
        value = getattr(section, name)
        if type(value) is not int or value < 0:
            problem = f"has {value!r} as {name}, which is a number of items."
            yield "content.E002", problem, "Write 0 for none."
    for other in content_models():
        if other is not model and _is_of_guide(other) and other.guide:
            if other._meta.app_label == section.namespace:
                problem = f"is in one app with {other.__name__}: one has no addresses."
                yield "content.E003", problem, "Give each an app of its own."
            elif other.guide.anchor == section.anchor:
                problem = f"has the anchor of {other.__name__}, “{section.anchor}”."
                yield "content.E004", problem, "Name another in its GuideSection."


def _meta(model):
    base = GuideContent if _is_of_guide(model) else Publishable
    opts = model._meta
    of_class = {"app_label": opts.app_label, "class": opts.model_name}
    for kind in ("constraints", "indexes"):
        there = {one.name for one in getattr(opts, kind)}
        wanted = {one.name % of_class for one in getattr(base.Meta, kind)}
        if missing := sorted(wanted - there):
            problem = f"lacks {kind} of all content, such as {missing[0]}."
            meta = f"{base.__name__}.Meta"
            hint = f"Let its Meta inherit {meta}, and begin {kind} with *{meta}.{kind}."
            yield "content.E005", problem, hint
    if "publish" not in opts.default_permissions:
        problem = "has no right to publish it."
        yield "content.E006", problem, f"Let its Meta inherit {base.__name__}.Meta."
    try:
        model.needed_to_publish()
    except StopIteration:
        problem = "does not say what its published items need."
        hint = "Add published_needs(...) to the constraints of its Meta."
        yield "content.E007", problem, hint


def _slug(model):
    try:
        if model._meta.get_field("slug").unique:
            return
    except FieldDoesNotExist:
        pass
    problem = "has no slug that is unique: its items have no addresses."
    yield "content.E008", problem, "Add slug = models.SlugField(unique=True)."


def _names(model):
    fields = {field.name for field in model._meta.concrete_fields}
    for attribute in NAMING:
        names = getattr(model, attribute, ())
        names = (names,) if attribute == "title_field" else names
        for name in names:
            if name not in fields:
                problem = f"names “{name}” in {attribute}, which it does not have."
                yield "content.E009", problem, f"Correct {attribute}."
    if model.search is None:
        problem = "declares no search: nobody would find its items."
        yield "content.E010", problem, "Add search = SearchText(text=(...))."
        return
    for name in model.search.attributes:
        if not hasattr(model, name):
            problem = f"names “{name}” in search, which it does not have."
            yield "content.E009", problem, "Correct search."


def _manager(model):
    base = GuideContentQuerySet if _is_of_guide(model) else PublishableQuerySet
    if not isinstance(model.objects.all(), base):
        problem = f"has a manager whose queries are no {base.__name__}."
        yield "content.E011", problem, f"Inherit from {base.__name__}."


def _migrations(model):
    label = model._meta.app_label
    module, _is_named = MigrationLoader.migrations_module(label)
    if module and find_spec(module) is None:
        problem = "has no migrations, so no table."
        yield "content.E012", problem, f"Run manage.py makemigrations {label}."


def _admin(model):
    base = GuideContentAdmin if _is_of_guide(model) else PublishableAdmin
    its_admin = admin.site._registry.get(model)
    if not isinstance(its_admin, base):
        problem = f"has no {base.__name__}: editors cannot write it safely."
        yield "content.E013", problem, f"Register a {base.__name__} in its admin.py."
        return
    if not its_admin.search_fields:
        problem = "cannot be searched by editors."
        yield "content.E019", problem, "Name search_fields in its admin.py."
    asked = flatten_fieldsets(its_admin.content_fieldsets)
    needed = [model.title_field, *(["career"] if _is_of_guide(model) else [])]
    with suppress(StopIteration):  # content.E007
        needed += model.needed_to_publish()
    if missing := sorted({*needed} - {*asked}):
        problem = (
            f"has no field “{missing[0]}” in its form, which published items need."
        )
        yield "content.E020", problem, "Name it in content_fieldsets in its admin.py."
