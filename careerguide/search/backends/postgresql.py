"""Search by a GIN index of arrays in PostgreSQL: a number for each token, in a row.

A tsvector takes more than twice the room, as it spells each token out once more. Which
tokens follow each other is in the array, too: it is looked at for phrases alone, where
the index has found all of their tokens.

A number is made of its token, and known without a look at a table. Two tokens may have
one: of a hundred thousand, a word has that of another once in forty thousand times, and
finds what has the other one. The ranking looks at the words themselves.
"""

from zlib import crc32

from .base import BaseBackend

TABLE = "search_words_of_sections"
CREATE = (
    f"CREATE TABLE {TABLE} (entry bigint PRIMARY KEY, words integer[] NOT NULL)",
    # It looks rare words up, and goes through entries in their order for frequent ones;
    # a word that it has not counted it takes for a frequent one.
    f"ALTER TABLE {TABLE} ALTER COLUMN words SET STATISTICS 1000",
    f"CREATE INDEX {TABLE}_gin ON {TABLE} USING gin (words) WITH (fastupdate = off)",
    # Words are looked up by how they begin, in the order of their characters.
    'ALTER TABLE search_word ALTER COLUMN word TYPE varchar(64) COLLATE "C"',
)
DROP = f"DROP TABLE {TABLE}"
LEAST = -(2**31)  # of an integer of PostgreSQL


class Backend(BaseBackend):
    TABLE, ENTRY = f"{TABLE} w", "w.entry"
    ARE_GIVEN = "= ANY(%s)"
    JOINED_LINES = "string_agg(words, chr(10))"

    def add(self, rows):
        with self.connection.cursor() as cursor:
            cursor.executemany(
                f"INSERT INTO {TABLE}(entry, words) VALUES (%s, %s::integer[])",
                [(row.entry, _array(row.tokens())) for row in rows],
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

    def one_of(self, tokens):
        return f"w.words && '{_array(tokens)}'"

    def in_a_row(self, tokens):
        row, after = _array(tokens), len(tokens) - 1
        places = f"unnest(array_positions(w.words, {_number(tokens[0])})) place"
        is_row = f"w.words[place : place + {after}] = '{row}'"
        return f"(w.words @> '{row}' AND EXISTS (SELECT FROM {places} WHERE {is_row}))"

    def where(self, query):
        return query, []  # of numbers, none of which can be anything else


def _array(tokens):
    return f"{{{','.join(map(_number, tokens))}}}"


def _number(token):
    return str(crc32(token.encode()) + LEAST)
