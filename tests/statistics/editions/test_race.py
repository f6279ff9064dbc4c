"""Test that publications at one moment take numbers of their own."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction

from careerguide.publishing.drafts import actions
from careerguide.publishing.drafts.publication import publish_row
from careerguide.publishing.drafts.rows import lock
from careerguide.publishing.models.snapshots import snapshot

from .worlds import numbers, published

PUBLICATIONS = 4


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_each_takes_the_next_number(shared_database):
    table = published()
    content = snapshot(table)

    def publish(number):
        try:
            with transaction.atomic():
                values = content | {"title": f"Beekeepers earn more, {number}"}
                publish_row(lock(table), None, values=values)
            actions.publish(table.career, None)  # which looks at its tables, too
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(publish, range(PUBLICATIONS)))
    assert numbers(table) == list(range(1, PUBLICATIONS + 2))
    titles = set(table.editions.values_list("title", flat=True))
    assert len(titles) == PUBLICATIONS + 1
