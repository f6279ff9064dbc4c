"""Write the index: documents in, replaced and out, in the caller's transaction.

A document is indexed as it was put; whoever publishes puts it again. What is stored
tells which tokens stand in the database's table of words, as that of SQLite has to be
told what it forgets.
"""

from collections import Counter
from itertools import islice

import snowballstemmer
from django.conf import settings
from django.db import transaction

from .backends import backend
from .content import address_of
from .initials import with_initials
from .models import Document, IndexState, Section, Word
from .plain_text import surface_words
from .rows import document_and_sections, words_of

AT_ONCE = 200  # documents
RULES = 7  # of `tokens`: raise it where the same text gives other tokens
UNKNOWN = Word(sections=0, names=0)
MODELS = (IndexState, Word, Section, Document)  # all of it is made of the content


def version():
    """Return what the tokens of an index depend on.

    One of another has to be rebuilt.
    """
    stemmer = getattr(snowballstemmer, "__version__", "")
    return f"{RULES} {settings.LANGUAGE_CODE} {stemmer}".strip()


def is_current():
    """Return whether the index was made by this code, in the language of the site."""
    return IndexState.objects.filter(pk=1, version=version()).exists()


def lock_current():
    """Return whether the index is current, and hold that until the transaction ends.

    No rebuild by another comes between.
    """
    states = list(IndexState.objects.select_for_update().filter(pk=1))
    return any(state.version == version() for state in states)


def put(documents):
    """Add `DocumentText`s, in place of what the index has of their items."""
    documents = list(documents)
    with transaction.atomic():
        state = _locked_state()
        _remove(state, _stored(document.item for document in documents))
        _add(documents)
        _save_count()


def remove(model, keys):
    """Forget the items of a model with these keys."""
    with transaction.atomic():
        _remove(_locked_state(), Document.objects.of(model, list(keys)))
        _save_count()


def forget(model, keys):
    """Take items out of an index of other rules; their words go with its rebuild."""
    documents = Document.objects.of(model, list(keys))
    Section.objects.filter(document__in=documents).delete()
    documents.delete()


def rebuild(documents):
    """Make the index anew of all `DocumentText`s; return of how many.

    Whoever searches meanwhile asks the old one.
    """
    count, documents = 0, iter(documents)
    with transaction.atomic():
        _locked_state()
        clear()
        while batch := list(islice(documents, AT_ONCE)):
            _add(batch)
            count += len(batch)
        IndexState.objects.update(version=version())
        _save_count()
        backend().tidy()
    return count


def clear():
    backend().clear()
    Section.objects.all().delete()
    Document.objects.all().delete()
    Word.objects.all().delete()


def _locked_state():
    """The state, held until the transaction ends: words are counted one by one."""
    IndexState.objects.bulk_create(
        [IndexState(pk=1, version=version())], ignore_conflicts=True
    )
    return IndexState.objects.select_for_update().get(pk=1)


def _save_count():
    """Rarer words weigh more: see `plan`."""
    IndexState.objects.update(sections=Section.objects.count())


def _stored(items):
    keys = {}
    for model, key in items:
        keys.setdefault(model, []).append(key)
    found = Document.objects.none()
    for model, of_model in keys.items():
        found = found | Document.objects.of(model, of_model)
    return found


def _remove(state, documents):
    documents = list(documents)
    sections = list(
        Section.objects.filter(document__in=documents).select_related("document")
    )
    # Of other rules the words cannot be told any more: a rebuild clears them away.
    if state.version == version():
        backend().remove([words_of(section) for section in sections])
        _count_words(sections, -1)
    keys = [document.pk for document in documents]
    Section.objects.filter(document__in=keys).delete()
    Document.objects.filter(pk__in=keys).delete()


def _add(documents):
    if not Section.objects.exists():
        backend().clear()  # of what a database that was flushed has left
    rows = [document_and_sections(text) for text in documents]
    Document.objects.bulk_create(document for document, _sections in rows)
    sections = Section.objects.bulk_create(
        section for _document, of_document in rows for section in of_document
    )
    backend().add([words_of(section) for section in sections])
    _count_words(sections, 1)


def _surface(texts, language):
    return {token for text in texts for token in surface_words(text, language)}


def _count_words(sections, sign):
    """Add to, or take from, the number of sections that each word stands in."""
    counts, names, shared = Counter(), Counter(), {}
    for section in sections:
        document = section.document
        if document.pk not in shared:
            texts = document.context, address_of(document.url)
            shared[document.pk] = _surface(texts, document.language)
        texts = section.heading, *map(with_initials, (section.key, section.text))
        counts.update(shared[document.pk] | _surface(texts, document.language))
        if not section.place:
            names.update(_surface([document.context], document.language))
    words = {}
    for token, count in counts.items():
        of_word = words.setdefault(token.word, [token.text, 0, 0])
        of_word[1] += count
        of_word[2] += names[token]
    known = Word.objects.in_bulk(words)
    changed = [
        Word(
            word=word,
            token=token,
            initial=word[0],
            length=len(word),
            sections=max(0, known.get(word, UNKNOWN).sections + sign * count),
            names=max(0, known.get(word, UNKNOWN).names + sign * of_names),
        )
        for word, (token, count, of_names) in words.items()
    ]
    Word.objects.bulk_create(
        changed,
        batch_size=AT_ONCE,
        update_conflicts=True,
        unique_fields=["word"],
        update_fields=["token", "sections", "names"],
    )
    Word.objects.filter(word__in=[w.word for w in changed if not w.sections]).delete()
