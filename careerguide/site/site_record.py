"""Read the site's record beside any other query."""

from django.db import models

from careerguide.models.site import ONLY, Site


class OfSite(models.Expression):
    """What pages say of the site, as JSON in a text, beside any other query.

    In SQL of its own, as every page asks it: Django would take a millisecond to write
    the same of its columns.
    """

    output_field = models.TextField()

    def as_sql(self, compiler, connection):
        is_postgres = connection.vendor == "postgresql"
        make = "JSONB_BUILD_OBJECT" if is_postgres else "JSON_OBJECT"
        quoted = connection.ops.quote_name
        pairs = ", ".join(f"'{name}', {quoted(name)}" for name in Site.said_names())
        values = f"CAST({make}({pairs}) AS text)"
        return f"(SELECT {values} FROM {Site._meta.db_table} WHERE id = {ONLY})", ()
