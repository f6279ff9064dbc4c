"""Write a subquery's rows as one JSON list, by hand: each page has one or two.

Django takes longer to write such a subquery than a database to answer it.
"""

from django.db.models import Func, JSONField

FUNCTIONS = {
    "sqlite": ("json_group_array", "json_array"),
    "postgresql": ("jsonb_agg", "jsonb_build_array"),
}


class JsonRows(Func):
    """Rows that belong to each row of a query, as one JSON list of lists.

    A subclass returns SQL and its parameters from `select`.
    """

    output_field = JSONField()

    def __init__(self):
        super().__init__("pk")

    def as_sql(self, compiler, connection):
        (key,) = self.get_source_expressions()
        key, _params = compiler.compile(key)
        return self.select(connection.ops, key, *FUNCTIONS[connection.vendor])

    def select(self, ops, key, rows, row):
        """Return (SQL, parameters), of the functions `rows` of a list and `row`.

        `key` is the SQL of the key of the row to which they belong.
        """
        raise NotImplementedError
