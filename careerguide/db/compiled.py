"""Keep the SQL of queries: Django writes it for longer than a database answers."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import QuerySet
from django.db.models.query import RawQuerySet

_MOMENT = datetime(1, 1, 1, tzinfo=UTC)  # stands for the moment of asking
MOST_TEXTS = 64


class CompiledQuery:
    """A query that is asked again and again, of another moment and with other texts.

    `build(now, texts)` returns the queryset, in which nothing else may differ from one
    time to the next. Its rows become items without related ones. Of texts, which are
    for an `__in`, there may be `MOST_TEXTS`.
    """

    def __init__(self, build: Callable[[datetime, list[str]], QuerySet]):
        self._build = build
        self._statements = {}  # by kind of database and number of texts

    def ask(self, now: datetime, texts: Sequence[str] = ()) -> RawQuerySet:
        """Return the items of this moment, an aware datetime."""
        connection = connections[DEFAULT_DB_ALIAS]
        texts = _filled_up(list(texts))
        key = connection.vendor, len(texts)
        if key not in self._statements:
            self._statements[key] = self._written(connection, len(texts))
        model, sql, parameters = self._statements[key]
        now = connection.ops.adapt_datetimefield_value(now)
        given = {_MOMENT: now} | dict(zip(_marks(len(texts)), texts, strict=True))
        return model.objects.raw(sql, [given.get(one, one) for one in parameters])

    def _written(self, connection, count):
        items = self._build(_MOMENT, _marks(count))
        sql, parameters = items.query.sql_with_params()
        moment = connection.ops.adapt_datetimefield_value(_MOMENT)
        return items.model, sql, [_MOMENT if p == moment else p for p in parameters]


def _marks(count):
    """What stands for each text in the SQL that is kept: no text has this character."""
    return [f"\ufdd0{number}" for number in range(count)]


def _filled_up(texts):
    """The texts, the last one repeated: so there are few statements to keep."""
    if len(texts) > MOST_TEXTS:
        raise ValueError(f"{len(texts)} texts; the most is {MOST_TEXTS}")
    count = 1
    while texts and count < len(texts):
        count *= 2
    return texts + texts[-1:] * (count - len(texts))
