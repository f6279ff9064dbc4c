"""Share fields, weights and the shape of a query between the two back ends."""

from typing import NamedTuple

# By field, how much a word in it says: the part's own heading, what sums it up, its
# text, and what it belongs to (the career, the title of its page).
FIELDS = ("heading", "key", "text", "context")
WEIGHTS = (8.0, 3.0, 1.0, 2.0)
HEADINGS = ("heading", "context")  # what suggestions are made of


class Words(NamedTuple):
    """A section to be indexed: plain tokens of each field, apart by spaces."""

    section: int
    heading: str
    key: str
    text: str
    context: str


class Hit(NamedTuple):
    """A section that a query found; `score` is the database's, more is better."""

    section: int
    document: int
    place: int
    career: int | None
    content_type: int
    title_words: str
    heading_words: str
    context_words: str
    score: float


class Filters(NamedTuple):
    """`now` is the moment of asking: what is not yet visible then is not found.

    With None all is, whenever readers see it.
    """

    now: object
    content_types: tuple[int, ...] = ()
    careers: tuple[int, ...] = ()


class BaseBackend:
    """Index sections and find them.

    A query is groups, of which all have to match; a group is alternatives, of which one
    has to; an alternative is phrases, which all have to stand in the section; a phrase
    is tokens in a row. Tokens hold letters, digits and marks only, as `tokens` makes
    them, so nothing that a reader types reaches the database as an operator.
    """

    COLUMNS = (
        "s.id, s.document_id, s.place, d.career_id, d.content_type_id, d.title_words, "
        "s.heading_words, d.context_words"
    )
    # The database's table of words, its column of sections, and what matches a query
    # that is the one parameter; of what the last one says how well.
    TABLE = KEY = MATCHES = ""

    def __init__(self, connection):
        self.connection = connection

    def add(self, rows):
        """Index `Words`."""
        raise NotImplementedError

    def remove(self, rows):
        """Forget sections, given as the `Words` that they were added as."""
        raise NotImplementedError

    def clear(self):
        """Forget all sections."""
        raise NotImplementedError

    def count(self):
        """How many sections are indexed."""
        raise NotImplementedError

    def find(self, groups, filters, limit, in_headings=False):
        """The best `Hit`s of a query, or those whose headings and context match it."""
        if not groups:
            return []
        query = self._query(groups, in_headings)
        score, of_score = self._score(query)
        source, parameters = self._source(query, filters)
        sql = f"SELECT {self.COLUMNS}, {score} AS score {source} "
        with self.connection.cursor() as cursor:
            cursor.execute(
                f"{sql} ORDER BY score DESC, s.id LIMIT %s",
                [*of_score, *parameters, limit],
            )
            return [Hit(*row) for row in cursor]

    def items(self, groups, filters, limit):
        """The keys of items, of the one content type in `filters`, that match."""
        if not groups:
            return []
        source, parameters = self._source(self._query(groups), filters)
        with self.connection.cursor() as cursor:
            cursor.execute(
                f"SELECT DISTINCT d.object_id {source} LIMIT %s", [*parameters, limit]
            )
            return [key for (key,) in cursor]

    def _query(self, groups, in_headings=False):
        """The query as the database reads it."""
        raise NotImplementedError

    def _score(self, query):
        """SQL and parameters for how well a section matches."""
        raise NotImplementedError

    def _source(self, query, filters):
        where, parameters = self._conditions(filters)
        sql = (
            f"FROM {self.TABLE} JOIN search_section s ON s.id = {self.KEY} "
            "JOIN search_document d ON d.id = s.document_id "
            f"WHERE {self.MATCHES} AND {where}"
        )
        return sql, [query, *parameters]

    def _conditions(self, filters):
        """SQL and parameters for what may be shown."""
        sql, parameters = ["1 = 1"], []
        if filters.now is not None:
            sql += [
                "(d.visible_from IS NULL OR d.visible_from <= %s)",
                "(d.visible_until IS NULL OR d.visible_until > %s)",
            ]
            adapt = self.connection.ops.adapt_datetimefield_value
            parameters += [adapt(filters.now)] * 2
        for column, values in (
            ("d.content_type_id", filters.content_types),
            ("d.career_id", filters.careers),
        ):
            if values:
                sql.append(f"{column} IN ({', '.join(['%s'] * len(values))})")
                parameters += values
        return " AND ".join(sql), parameters
