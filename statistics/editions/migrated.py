"""Give tables that are published already their first edition, after `migrate`.

No migration does it: the files of an edition are made by the code of today, from all
fields that a table has today. So it comes after the last migration, on a database of an
older release as on a backup of one.
"""

from django.db import DEFAULT_DB_ALIAS, connection, transaction
from django.db.models.signals import post_migrate

from careerguide.db.migrated import missing_migrations
from careerguide.publishing.signals import Change, announce


def connect(app_config):
    post_migrate.connect(
        record_first_editions, sender=app_config, dispatch_uid="first_editions"
    )


def record_first_editions(sender, using, verbosity=1, **options):
    from .recording import record_missing

    if using != DEFAULT_DB_ALIAS or missing_migrations(connection):
        return
    with transaction.atomic():
        count = record_missing()
        if count:
            announce(Change.RECORDED)
    if count and verbosity:
        print(f"First editions of tables that were published before: {count}.")
