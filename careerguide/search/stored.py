"""Read what the index stores of hits, beside what a `Hit` brings."""

from typing import NamedTuple

from django.contrib.contenttypes.models import ContentType

from .backends import backend
from .content import slug_of
from .documents import career_model


class Texts(NamedTuple):
    """Of a section: what sums it up, and all else."""

    key: str
    text: str


class StoredCareer(NamedTuple):
    key: int
    name: str
    url: str

    @property
    def slug(self):
        return slug_of(self.url)


def texts_of(hits):
    """{section: its `Texts`}"""
    rows = _rows("SELECT id, key, text FROM search_section WHERE id", _sections(hits))
    return {section: Texts(*texts) for section, *texts in rows}


def careers_of(hits):
    """{career: its `StoredCareer`} of those that hits belong to."""
    careers = {hit.career for hit in hits if hit.career}
    content_type = ContentType.objects.get_for_model(career_model()).pk
    sql = "SELECT object_id, title, url FROM search_document WHERE content_type_id"
    rows = _rows(f"{sql} = {content_type} AND object_id", careers)
    return {row[0]: StoredCareer(*row) for row in rows}


def _sections(hits):
    return [hit.section for hit in hits]


def _rows(sql, values):
    engine = backend()
    return engine.rows(f"{sql} {engine.ARE_GIVEN}", [engine.given(values)])
