"""Record what readers can take from a table as an edition, where it is another.

Whatever changes what readers see announces it within its transaction, and is heard
here: a publication, a plan that is due, an hour that was set, a career that shows its
guide, a guide that is loaded. All who announce wait for each other on the content
version, and the row that is published is locked, so no two take one number.

What waits for its hour is recorded when the hour is set, and waits, too: until then its
edition can be seen by nobody, and one that is not to show any more is deleted.
"""

import hashlib
import json
import re
from contextlib import ExitStack

from django.conf import settings
from django.db.models import Max, Q
from django.dispatch import receiver
from django.utils import timezone, translation

from careerguide.identity.current import current
from careerguide.publishing.signals import (
    Change,
    preview_written,
    readers_see_change,
)
from statistics.downloads.as_csv import csv_bytes
from statistics.downloads.as_json import json_bytes
from statistics.downloads.dataset import dataset
from statistics.models import StatTable

from .models import Edition
from .names import EditionName
from .slugs import tables_cited

SLUG = re.compile("[-a-zA-Z0-9_]+")
PUBLISHING = {Change.PUBLISHED, Change.SCHEDULED, Change.HIDDEN}
AT_ONCE = 100  # tables in memory
# Of the JSON, what is not of the table itself: its career's, the site's, the edition's.
SURROUNDINGS = {"$schema", "address", "edition", "career", "citation", "licence"}


@receiver(readers_see_change, dispatch_uid="editions")
def record_editions(change, items, **options):
    """Record the tables that a change shows, or shows anew."""
    if change == Change.LOADED:
        record_missing()
    elif change in PUBLISHING:
        career = StatTable._meta.get_field("career").related_model
        tables = [item.pk for item in items if isinstance(item, StatTable)]
        careers = [item.pk for item in items if isinstance(item, career)]
        if tables or careers:
            record_all(Q(pk__in=tables) | Q(career__in=careers))


@receiver(preview_written, dispatch_uid="editions_of_previews")
def record_preview(item, **options):
    """Have a preview name the edition that its draft would be."""
    if isinstance(item, StatTable):
        record_all(Q(pk=item.pk))


def record_missing():
    """Make edition 1 of tables that were published past forms: in files, or before
    there were editions. Return how many.
    """
    return record_all(Q(status=StatTable.PUBLISHED, editions=None))


def record_all(wanted):
    """Record the tables of a condition; return how many have another edition now."""
    keys = list(StatTable.objects.filter(wanted).order_by("pk").values_list("pk"))
    keys, count = [key for (key,) in keys], 0
    for start in range(0, len(keys), AT_ONCE):
        tables = StatTable.objects.filter(pk__in=keys[start : start + AT_ONCE])
        count += sum(record(table) for table in tables.with_career().order_by("pk"))
    return count


def record(table):
    """Keep what readers can take from a table, unless they could already.

    It is as the database has it. Return whether it has another edition now.
    """
    now = timezone.now()
    table.editions.filter(starts_at__gt=now).delete()  # which nobody has seen
    begins = shown_from(table, now)
    if begins is None:
        return False
    newest = table.editions.order_by("number").last()
    with _as_served():
        if newest and not newest.is_withdrawn and is_same(table, newest):
            return False
        Edition.objects.bulk_create([_make(table, begins, now)])
    return True


def shown_from(table, now):
    """Return since when readers see a table, or will; None where they do not."""
    if not has_address(table):
        return None
    begins = now
    for item in (table, table.career):
        if item.status != item.PUBLISHED:
            return None
        begins = max(begins, item.publish_at or now)
    ends = (table.unpublish_at, table.career.unpublish_at)
    return None if any(end and end <= begins for end in ends) else begins


def has_address(table):
    """Return whether it has a page: releases before this one took any slug."""
    return SLUG.fullmatch(table.slug) is not None


def is_same(table, edition):
    """Return whether an edition says all that the table does.

    What it said in the name of others, such as its career's, may be another by now, and
    so may the address of the table: that of the edition leads on to it.
    """
    return own_parts(json.loads(edition.json)) == own_parts(_facts(table))


def own_parts(facts):
    """What the JSON says of the table itself; what is empty says nothing."""
    return {
        name: value
        for name, value in facts.items()
        if name not in SURROUNDINGS and value not in (None, "", [], {}, False)
    }


def _facts(table):
    """The JSON as it is once it was written and read."""
    table.edition = None
    return json.loads(json.dumps(dataset(table)))


def _make(table, begins, now):
    # An address that another table once had counts on: its editions stay what they are.
    tables = {table.pk}.union(*tables_cited([table]).values())
    others = Edition.objects.filter(table__in=tables)
    number = (others.aggregate(last=Max("number"))["last"] or 0) + 1
    day = timezone.localdate(begins)
    table.edition = EditionName(number, day, table.slug)
    csv, data = csv_bytes(table), json_bytes(table)
    return Edition(
        table=table,
        number=number,
        slug=table.slug,
        day=day,
        starts_at=begins if begins > now else None,
        title=table.title,
        chart_form=table.chart_form,
        row_order=table.row_order,
        site_name=current().name,
        csv=csv.decode(),
        csv_sha256=hashlib.sha256(csv).hexdigest(),
        json=data.decode(),
        json_sha256=hashlib.sha256(data).hexdigest(),
    )


def _as_served():
    """In the language and the time zone of pages, whoever publishes."""
    stack = ExitStack()
    stack.enter_context(timezone.override(timezone.get_default_timezone()))
    stack.enter_context(translation.override(settings.LANGUAGE_CODE))
    return stack
