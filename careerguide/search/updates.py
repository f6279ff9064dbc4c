"""Keep the index true: each change that readers see, in its own transaction."""

import logging

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

UNSEEN = {Change.ORDERED, Change.IMAGE, Change.GROUP}  # by searches


@receiver(readers_see_change, dispatch_uid="search_index")
def update_index(change, items, **options):
    """Index what changed; an index of other rules waits for its rebuild."""
    if change in UNSEEN or not index.is_current():
        return
    if not items:
        rebuild()
    for item in items:
        if getattr(item, "search", None):  # a field of work, say, has none
            _update(item)


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


def _of_guide(document):
    """What the documents of a guide have of their career's."""
    return document and (
        document.context,
        document.visible_from,
        document.visible_until,
    )


def _update_guide(career, text):
    for model in guide_models():
        if not model.search:
            continue
        items = model.objects.filter(career=career.pk)
        if text:
            index.put(map(document_of, indexed(items)))
        else:
            index.remove(model, items.values_list("pk", flat=True))
