"""Ask the content types what of a document they take.

A model says in `document_kind` which kind of item of a plan it is. Any other section of
guides with a Markdown text is a kind, too: of its title and that text.
"""

from careerguide.publishing.models.content import content_models
from careerguide.publishing.models.sections import guide_models
from careerguide.publishing.models.texts import markdown_fields

from .plan import ARTICLE, CAREER, ITEM_KINDS, TABLE


def models_by_kind():
    """Return the models that get the items of a plan, by kind: careers first."""
    found = dict.fromkeys(ITEM_KINDS)
    for model in content_models():
        if kind := model.document_kind:
            found[kind] = model
    for model in guide_models():
        if model not in found.values() and text_field(model):
            found[model._meta.model_name] = model
    return {kind: model for kind, model in found.items() if model is not None}


def text_field(model):
    """Return the name of the Markdown field that takes a text, "" if there is none."""
    return next((field.name for field in markdown_fields(model)), "")


def kind_name(kind):
    """Return what editors call a kind."""
    return models_by_kind()[kind]._meta.verbose_name


def fields_of(draft, model):
    """Return the texts of a `Draft` by the names of the model's fields."""
    texts = dict(draft.texts)
    if "text" in texts:
        texts[text_field(model)] = texts.pop("text")
    if draft.summary and draft.kind in (CAREER, ARTICLE):
        texts["summary"] = draft.summary
    if draft.kind == TABLE and draft.reading and draft.reading.table:
        texts["data"] = draft.reading.table.to_json()
    return texts | {model.title_field: draft.title, "slug": draft.slug}
