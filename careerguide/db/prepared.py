"""Have Django write the SQL of a query once, and ask it with other values each time.

A page asks four or five queries, whose SQL is the same for every page of its kind. To
write it takes Django a millisecond, ten times what a database takes to answer; that was
half of what a page costs. What readers see is still said by querysets alone.
"""

from copy import copy

from django.db import connections, router
from django.db.models import Expression
from django.utils.dateparse import parse_datetime


class Given(Expression):
    """A value that is given each time the query is asked."""

    def __init__(self, name, output_field):
        super().__init__(output_field=output_field)
        self.name = name

    def as_sql(self, compiler, connection):
        return "%s", [self]


def moment(value, ops):
    """Return a moment as SQL by hand takes it, where it may be a `Given`."""
    is_given = isinstance(value, Given)
    return value if is_given else ops.adapt_datetimefield_value(value)


class Prepared:
    """A query that is built by `build(*which, **given)`, once for each `which`.

    `fields` are by name the fields of what is given, for which `build` gets a `Given`.
    It returns a queryset, in which nothing else may be of the moment: no clock, and no
    key of a row. What pages made of it depend on, whoever asks has to declare.
    """

    def __init__(self, build, **fields):
        self.build, self.fields = build, fields
        self.written = {}

    def ask(self, *which, **values):
        """Return the queryset with these values; it can be read, and not narrowed."""
        using = router.db_for_read(None)
        connection = connections[using]
        key = connection.vendor, *which
        if key not in self.written:
            self.written[key] = self._write(which, using)
        queryset, compiler, sql, params, converters = self.written[key]
        adapted = {
            name: field.get_db_prep_value(values[name], connection)
            for name, field in self.fields.items()
        }
        params = tuple(adapted[p.name] if type(p) is Given else p for p in params)
        written = Written(compiler, sql, params, converters)
        asked = type(queryset)(queryset.model, written, using)
        asked._iterable_class, asked._fields = (
            queryset._iterable_class,
            queryset._fields,
        )
        return asked

    def _write(self, which, using):
        given = {name: Given(name, field) for name, field in self.fields.items()}
        queryset = self.build(*which, **given)
        compiler = queryset.query.get_compiler(using)
        sql, params = compiler.as_sql()
        for param in params:
            if parse_datetime(str(param)):
                raise TypeError(f"This would be asked for ever as of {param}.")
        selected = [expression for expression, *_ in compiler.select]
        converters = compiler.get_converters(selected[: compiler.col_count])
        return queryset, compiler, sql, params, converters


class Written:
    """Stands for the Query of a queryset, whose SQL need not be written."""

    def __init__(self, compiler, sql, params, converters):
        self.compiler, self.statement = compiler, (sql, params)
        self.converters = converters

    def get_compiler(self, using):
        compiler = copy(self.compiler)  # two threads may ask at once
        compiler.connection = connections[using]
        compiler.as_sql = lambda: self.statement
        compiler.get_converters = lambda _selected: self.converters
        return compiler


def prepared(**fields):
    """Decorate a function that builds a query: see `Prepared`."""
    return lambda build: Prepared(build, **fields).ask
