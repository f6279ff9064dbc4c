"""Make documents of content, by what its models declare in `search`."""

from functools import cache

from django.db.models import TextField
from django.urls import NoReverseMatch
from django.utils.html import escape

from careerguide.markup.references.sources import line_keywords
from careerguide.publishing.models.content import GuideContent, content_models
from careerguide.publishing.models.sections import guide_models

from .content import DocumentText, SectionText
from .initials import initials
from .text_sections import sections_of

AT_ONCE = 100  # items


@cache
def searchable_models():
    """Return the content models that searches find, in the order readers meet them."""
    models = guide_models()
    others = [model for model in content_models() if model not in models]
    return tuple(m for m in (*others[:1], *models, *others[1:]) if m.search)


@cache
def career_model():
    """Return the model of careers, to which all that is in guides belongs."""
    return guide_models()[0]._meta.get_field("career").related_model


def all_documents():
    """Yield the document of each item that the index should hold."""
    for model in searchable_models():
        yield from map(document_of, indexed(model.objects.all()).iterator(AT_ONCE))


def indexed(items):
    """Filter what the index holds: all that is published, now or by the clock.

    An hour that an editor has set is looked at when somebody searches.
    """
    items = items.filter(items.model.indexed_condition()).order_by("pk")
    is_of_guide = issubclass(items.model, GuideContent)
    return items.select_related("career") if is_of_guide else items


def document_of(item):
    """Return the `DocumentText` of an item of a searchable model."""
    career = item.career if isinstance(item, GuideContent) else None
    starts = [one.publish_at for one in (item, career) if one and one.publish_at]
    ends = [one.unpublish_at for one in (item, career) if one and one.unpublish_at]
    return DocumentText(
        item=(type(item), item.pk),
        title=str(item),
        sections=tuple(_sections(item)),
        context=context_of(career or item) if item.career_keys() else "",
        url=_url_of(item),
        weight=item.search.weight,
        career=next(iter(item.career_keys()), None),
        career_name=str(career or ""),
        visible_from=max(starts, default=None),
        visible_until=min(ends, default=None),
        language=item.language,
    )


def context_of(career):
    """Return all names of a career, by which its whole guide is found."""
    names = getattr(career, career.search.names) if career.search.names else ""
    context = ", ".join(filter(None, (str(career), names)))
    found = dict.fromkeys(map(initials, context.split(", ")))
    return ", ".join([context, *filter(None, found)])


def _url_of(item):
    """The address of its page; None where its slug is of old, and no address has it."""
    try:
        return item.get_absolute_url()
    except NoReverseMatch:
        return None


def _sections(item):
    declared = item.search
    key = _joined(item, (declared.names, *declared.key))
    text = _joined(item, declared.text)
    first, more = SectionText(str(item), key=key, text=text), []
    if declared.body:
        # Numbers of tables, but not the tables, which are found by themselves.
        body = getattr(item, declared.body)
        begin, *more = sections_of(body, str(item), embed=_embed(item.references))
        text = "\n".join(filter(None, (text, begin.text)))
        first = SectionText(str(item), key=key, text=text)
    return [first, *more]


def _joined(item, names):
    return "\n".join(filter(None, (_plain(item, name) for name in names if name)))


def _plain(item, name):
    """An attribute as readers see it, without marks of Markdown."""
    value = getattr(item, name)
    if not isinstance(value, str):
        return "\n".join(value)
    field = {field.name: field for field in item._meta.concrete_fields}.get(name)
    return item.plain(name, lasting=True) if isinstance(field, TextField) else value


def _embed(references):
    """A function to what a reference in a text shows for as long as it is indexed."""
    lines = line_keywords()

    def html(reference):
        if reference.keyword in lines:
            return ""
        return escape(references.lasting_text(reference))

    return html
