"""What the two back ends have in common: fields, weights and the shape of a query."""

from typing import NamedTuple

# By field, how much a word in it says: the part's own heading, what sums it up, its
# text, and what it belongs to (the career, the title of its page).
FIELDS = ("heading", "key", "text", "context")
WEIGHTS = (8.0, 3.0, 1.0, 2.0)


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
    """`now` is the moment of asking: what is not yet visible then is not found."""

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

    def find(self, groups, filters, limit):
        """The best `Hit`s of a query."""
        raise NotImplementedError

    def _conditions(self, filters):
        """SQL and parameters for what may be shown."""
        sql = [
            "(d.visible_from IS NULL OR d.visible_from <= %s)",
            "(d.visible_until IS NULL OR d.visible_until > %s)",
        ]
        adapt = self.connection.ops.adapt_datetimefield_value
        parameters = [adapt(filters.now)] * 2
        for column, values in (
            ("d.content_type_id", filters.content_types),
            ("d.career_id", filters.careers),
        ):
            if values:
                sql.append(f"{column} IN ({', '.join(['%s'] * len(values))})")
                parameters += values
        return " AND ".join(sql), parameters
