"""Search by PostgreSQL's tsvector, made from our tokens as they are, with a GIN index.

The vectors are written as literals and not by `to_tsvector`, whose parser would take
tokens apart by the locale of the database.
"""

from .base import BaseBackend

TABLE = "search_words_of_sections"
CREATE = (
    f"CREATE TABLE {TABLE} (entry bigint PRIMARY KEY, words tsvector NOT NULL)",
    # It looks rare words up, and goes through entries in their order for frequent ones;
    # a word that it has not counted it takes for a frequent one.
    f"ALTER TABLE {TABLE} ALTER COLUMN words SET STATISTICS 1000",
    f"CREATE INDEX {TABLE}_gin ON {TABLE} USING gin (words) WITH (fastupdate = off)",
    # Words are looked up by how they begin, in the order of their characters.
    'ALTER TABLE search_word ALTER COLUMN word TYPE varchar(64) COLLATE "C"',
)
DROP = f"DROP TABLE {TABLE}"
LAST = 16_383  # PostgreSQL counts positions up to there
MOST = 255  # and keeps so many of a word


class Backend(BaseBackend):
    TABLE, ENTRY = f"{TABLE} w", "w.entry"
    MATCHES = "w.words @@ %s::tsquery"
    AND, OR = " & ", " | "
    ARE_GIVEN = "= ANY(%s)"
    JOINED_LINES = "string_agg(words, chr(10))"

    def add(self, rows):
        with self.connection.cursor() as cursor:
            cursor.executemany(
                f"INSERT INTO {TABLE}(entry, words) VALUES (%s, %s::tsvector)",
                [(row.entry, _vector(row.tokens())) for row in rows],
            )

    def remove(self, rows):
        with self.connection.cursor() as cursor:
            cursor.execute(
                f"DELETE FROM {TABLE} WHERE entry {self.ARE_GIVEN}",
                [self.given([row.entry for row in rows])],
            )

    def clear(self):
        with self.connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {TABLE}")

    def tidy(self):
        """Have it count words, by which it chooses how to look for them."""
        with self.connection.cursor() as cursor:
            cursor.execute(f"ANALYZE {TABLE}, search_section, search_document")

    def count(self):
        return self.rows(f"SELECT count(*) FROM {TABLE}")[0][0]

    def given(self, values):
        return [*values]

    def phrase(self, tokens):
        words = " <-> ".join(f"'{token}'" for token in tokens)
        return f"({words})"


def _vector(tokens):
    places = {}
    for at, token in enumerate(tokens, 1):
        found = places.setdefault(token, [])
        if len(found) < MOST:
            found.append(str(min(at, LAST)))
    return " ".join(f"'{token}':{','.join(found)}" for token, found in places.items())
