"""Express in SQL what readers see."""

from django.db.models import BooleanField, Func

FIELDS = ("status", "publish_at", "unpublish_at")


class IsLive(Func):
    """Tell in SQL whether an item has this status and its times show it at `now`.

    `prefix` names a related item. One expression, because from lookups Django takes
    longer to write this SQL than a database takes to answer it, and all queries have
    it.
    """

    output_field = BooleanField()

    def __init__(self, status, now, prefix=""):
        super().__init__(*(f"{prefix}{field}" for field in FIELDS))
        self.status, self.now = status, now

    def as_sql(self, compiler, connection):
        sources = self.get_source_expressions()
        status, start, end = (compiler.compile(source)[0] for source in sources)
        now = connection.ops.adapt_datetimefield_value(self.now)
        sql = (
            f"({status} = %s AND ({start} IS NULL OR {start} <= %s)"
            f" AND ({end} IS NULL OR {end} > %s))"
        )
        return sql, (str(self.status), now, now)
