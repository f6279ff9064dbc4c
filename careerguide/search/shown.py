"""Make what readers see of hits: the item, and the lines that were found."""

from collections import defaultdict
from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.utils.html import format_html, format_html_join

from careerguide.publishing.models.content import GuideContent

from .excerpt import excerpt, marked
from .models import Document, Section


@dataclass(frozen=True)
class ShownSection:
    """`url` opens at the `heading`, which is empty at the begin of a page."""

    url: str
    heading: str
    excerpt: str


@dataclass(frozen=True)
class Shown:
    """A page that was found; texts are HTML in which words are marked."""

    item: object
    kind: str
    career: object
    title: str
    sections: list

    @property
    def url(self):
        return self.item.get_absolute_url()


def shown(documents, plan):
    """Yield what is `Shown` of documents of `Results`; nothing of what went since."""
    keys = [ranked.hit.section for document in documents for ranked in document]
    sections = Section.objects.select_related("document").in_bulk(keys)
    items = items_of(documents)
    wanted = plan.tokens
    for document in documents:
        hit = document[0].hit
        if not (item := items.get((hit.content_type, hit.document))):
            continue
        found = [sections[ranked.hit.section] for ranked in document]
        language = found[0].document.language
        yield Shown(
            item,
            item._meta.verbose_name,
            getattr(item, "career", None),
            html_of(marked(str(item), wanted, language)),
            [_section(item, one, plan, wanted) for one in found],
        )


def items_of(documents):
    """{(content type, document): published item} of documents of `Results`."""
    hits = {document[0].hit.document: document[0].hit for document in documents}
    rows = Document.objects.filter(pk__in=hits).values_list("pk", "object_id")
    keys = defaultdict(dict)
    for document, key in rows:
        keys[hits[document].content_type][key] = document
    found = {}
    for content_type, of_type in keys.items():
        model = ContentType.objects.get_for_id(content_type).model_class()
        if model is None:  # of an app that is no longer installed
            continue
        items = model.objects.published().filter(pk__in=of_type)
        if issubclass(model, GuideContent):
            items = items.with_career().only_list_fields()
        else:
            items = items.only("slug", model.title_field)
        found |= {(content_type, of_type[item.pk]): item for item in items}
    return found


def _section(item, section, plan, wanted):
    language = section.document.language
    anchor = f"#{section.anchor}" if section.anchor else ""
    heading = html_of(marked(section.heading, wanted, language)) if anchor else ""
    lines = html_of(excerpt(section, plan, language))
    return ShownSection(item.get_absolute_url() + anchor, heading, lines)


def html_of(parts):
    """The HTML of `Part`s, each a plain text."""
    return format_html_join(
        "",
        "{}",
        ((_marked(part.text) if part.is_marked else part.text,) for part in parts),
    )


def _marked(text):
    return format_html("<mark>{}</mark>", text)
