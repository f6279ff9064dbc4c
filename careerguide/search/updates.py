"""Keep the index true: each change that readers see, in its own transaction."""

import logging

from django.db import transaction
from django.db.models.signals import post_migrate
from django.dispatch import receiver

from careerguide.db.migrated import missing_migrations
from careerguide.publishing.models.content import GuideContent
from careerguide.publishing.models.sections import guide_models
from careerguide.publishing.signals import Change, readers_see_change

from . import index
from .backends import backend
from .documents import all_documents, document_of, indexed, searchable_models
from .models import Document, Section

logger = logging.getLogger(__name__)

# By searches.
UNSEEN = {Change.ORDERED, Change.IMAGE, Change.GROUP, Change.MEASURE}
UNSEEN |= {Change.NOTED, Change.REVIEWED, Change.RECORDED, Change.SITE}


@receiver(readers_see_change, dispatch_uid="search_index")
@transaction.atomic
def update_index(change, items, **options):
    """Index what changed.

    An index of other rules waits for its rebuild: until then what changed is in none,
    as results are shown from there, and nothing may be shown that has been hidden.
    Where all may have changed, that rebuild is now.
    """
    if change in UNSEEN:
        return
    if not items:
        rebuild()
    is_current = index.lock_current()
    for item in items:
        # What says a number of a table says another now; a field of work has none.
        for one in (item, *getattr(item, "named_in", tuple)()):
            if getattr(one, "search", None):
                _update(one) if is_current else _forget(one)


def rebuild():
    """Make the index anew of all content; return how many items it has."""
    return index.rebuild(all_documents())


def is_whole():
    """Return whether the index was made by this code, and by this database."""
    is_of_database = backend().count() == Section.objects.count()
    return is_of_database and index.is_current() and _leads_to_pages()


def _leads_to_pages():
    """Return whether pages have the addresses that the index has of them.

    Routes change with a release: one page of each type is looked at.
    """
    for model in searchable_models():
        stored = Document.objects.of_model(model).exclude(url=None).first()
        if stored and model(slug=stored.slug).get_absolute_url() != stored.url:
            return False
    return True


def connect(app_config):
    post_migrate.connect(
        rebuild_where_needed, sender=app_config, dispatch_uid="search_rebuild"
    )


def rebuild_where_needed(sender, using, verbosity=1, **options):
    """After `migrate`: on a new database, of a new release, in another language.

    And after a restore of rows, among which the database's own table of words is not.
    """
    connection = backend().connection
    if using != connection.alias or missing_migrations(connection) or is_whole():
        return
    count = rebuild()
    if verbosity and count:
        logger.info("Search: %d items indexed", count)


def _update(item):
    """Put the document of an item, or take it away; of a career's guide as well."""
    [stored] = Document.objects.of(type(item), [item.pk])[:1] or [None]
    [there] = indexed(type(item).objects.filter(pk=item.pk)) or [None]
    text = there and document_of(there)
    is_career = not isinstance(item, GuideContent) and item.career_keys()
    if text:
        index.put([text])
    else:
        index.remove(type(item), [item.pk])
    if is_career and _of_guide(stored) != _of_guide(text):
        _update_guide(item, text)
        _update_texts_on(item)


def _forget(item):
    index.forget(type(item), [item.pk])
    if not isinstance(item, GuideContent) and item.career_keys():
        for model, items in _guide_of(item):
            index.forget(model, items.values_list("pk", flat=True))


def _of_guide(document):
    """What the documents of a guide have of their career's."""
    return document and (
        document.title,
        document.context,
        document.visible_from,
        document.visible_until,
    )


def _guide_of(career):
    models = [model for model in guide_models() if model.search]
    return [(model, model.objects.filter(career=career.pk)) for model in models]


def _update_texts_on(career):
    """What names content of a guide, in any guide, once readers see it or no longer."""
    for _model, items in _guide_of(career):
        for one in getattr(items, "named_in", list)():
            if getattr(one, "search", None) and one != career:
                _update(one)


def _update_guide(career, text):
    for model, items in _guide_of(career):
        if text:
            index.put(map(document_of, indexed(items)))
        else:
            index.remove(model, items.values_list("pk", flat=True))
