"""Make the rows of a document: as they are stored, and as a back end takes them."""

from django.conf import settings
from django.contrib.contenttypes.models import ContentType

from .backends.shapes import Words
from .content import address_of
from .headings import WHOLE_HEADING
from .initials import with_initials
from .models import Document, Section
from .plain_text import plain_text
from .scoring import FIRST_SECTION

LONGEST_LANGUAGE = 20
RANKS = 64  # for a difference of 1 in what `ranking` makes of sections


def document_and_sections(text):
    """Return the rows of a `DocumentText`, not saved."""
    document = _document(text)
    parts = (part for section in text.sections for part in section.parts())
    return document, [
        _section(document, place, part, text.weight) for place, part in enumerate(parts)
    ]


def _document(text):
    model, key = text.item
    language = (text.language or settings.LANGUAGE_CODE)[:LONGEST_LANGUAGE]
    return Document(
        content_type=ContentType.objects.get_for_model(model),
        object_id=key,
        career_id=text.career,
        career_name=text.career_name,
        language=language,
        title=text.title,
        title_words=plain_text(f"{text.title} {address_of(text.url)}", language),
        url=text.url,
        context=text.context,
        visible_from=text.visible_from,
        visible_until=text.visible_until,
    )


def _section(document, place, part, weight):
    heading_words = plain_text(part.heading, document.language)
    return Section(
        document=document,
        place=place,
        static_rank=_static_rank(place, heading_words, weight),
        anchor=part.anchor,
        heading=part.heading,
        heading_words=heading_words,
        key=part.key,
        text=part.text,
    )


def _static_rank(place, heading_words, weight):
    """Return the place of a section among those that have a word in their heading.

    0 is the first. Where that one word is asked for, this is what `ranking` makes of
    them.
    """
    score = weight + WHOLE_HEADING / max(1, len(heading_words.split()))
    score += 0 if place else FIRST_SECTION
    return max(0, round(RANKS * (1 - score)))


def words_of(section):
    document = section.document
    title = document.title_words if section.place else document.address_words
    return Words(
        section=section.pk,
        rank=section.static_rank,
        content_type=document.content_type_id,
        career=document.career_id,
        heading=section.heading_words,
        context=f"{title} {document.context_words}",
        key=plain_text(with_initials(section.key), document.language),
        text=plain_text(with_initials(section.text), document.language),
    )
