"""Load what a guide shares with others, which they may have brought before.

That is its field of work, and the measures of its quick facts.
"""

from contextlib import ExitStack, contextmanager

from django.apps import apps

from careerguide.publishing.models.shared_names import SharedName


def named_by(items):
    """Return what these items name of what guides share, each once, in its order."""
    keys = {}
    for item in items:
        for field in item._meta.concrete_fields:
            model = field.related_model
            key = getattr(item, field.attname)
            if key is not None and model and issubclass(model, SharedName):
                keys.setdefault(model, set()).add(key)
    return [
        one
        for model in shared_models()
        for one in model.objects.filter(pk__in=keys.get(model, ()))
    ]


def shared_models():
    return [model for model in apps.get_models() if issubclass(model, SharedName)]


@contextmanager
def kept(entries):
    """Leave what is here already, under its address, as it is."""
    with ExitStack() as stack:
        for model in shared_models():
            stack.enter_context(_kept(model, entries))
        yield


@contextmanager
def _kept(model, entries):
    label = model._meta.label_lower
    slugs = [e["fields"].get("slug") for e in entries or [] if e["model"] == label]
    theirs = list(model.objects.filter(slug__in=slugs))
    yield
    for one in theirs:
        one.save()


def is_shared(entry):
    return issubclass(apps.get_model(entry["model"]), SharedName)
