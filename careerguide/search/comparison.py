"""Compare the index with the content: for `doctor`, which says what to rebuild."""

from dataclasses import dataclass
from itertools import islice

from django.contrib.contenttypes.models import ContentType

from .backends import backend
from .index import AT_ONCE, is_current
from .models import Document, Section
from .rows import document_and_sections

OF_DOCUMENT = (
    "title",
    "career_id",
    "career_name",
    "visible_from",
    "visible_until",
    "context",
    "url",
)
OF_SECTION = ("place", "static_rank", "anchor", "heading", "key", "text")


@dataclass(frozen=True)
class Comparison:
    """How many documents are `missing`, `changed` or there in `excess`.

    `is_current` as in `index`; `has_all_words` is False where the database's own table
    of words has more sections or fewer.
    """

    missing: int
    changed: int
    excess: int
    is_current: bool
    has_all_words: bool

    @property
    def is_equal(self):
        differing = self.missing or self.changed or self.excess
        return not differing and self.is_current and self.has_all_words


def compare(documents):
    """A `Comparison` of the index with all `DocumentText`s that it should hold."""
    missing = changed = seen = 0
    documents = iter(documents)
    while batch := list(islice(documents, AT_ONCE)):
        stored = _stored(batch)
        for text in batch:
            model, key = text.item
            content_type = ContentType.objects.get_for_model(model).pk
            found = stored.get((content_type, key))
            missing += found is None
            seen += found is not None
            changed += found is not None and found != _values(
                *document_and_sections(text)
            )
    return Comparison(
        missing=missing,
        changed=changed,
        excess=Document.objects.count() - seen,
        is_current=is_current(),
        has_all_words=backend().count() == Section.objects.count(),
    )


def _stored(batch):
    """{(content type, key): what is stored} of the documents of a batch."""
    keys = {}
    for text in batch:
        model, key = text.item
        keys.setdefault(model, []).append(key)
    found = {}
    for model, of_model in keys.items():
        documents = Document.objects.of(model, of_model).prefetch_related("sections")
        for document in documents:
            key = document.content_type_id, document.object_id
            found[key] = _values(document, document.sections.all())
    return found


def _values(document, sections):
    of_sections = sorted(
        tuple(getattr(section, name) for name in OF_SECTION) for section in sections
    )
    return [getattr(document, name) for name in OF_DOCUMENT], of_sections
