"""Search by SQLite's FTS5, without a copy of the words: it is told what to forget.

Its `ascii` tokenizer takes every character beyond ASCII as part of a word, as `tokens`
does; `unicode61` would divide words at vowel signs and at letters younger than itself.
One column takes a third less room than one for each field, and the sizes of texts, from
which FTS5 ranks, are left out.
"""

import json

from .base import BaseBackend
from .shapes import KIND

TABLE = "search_words_of_sections"
CREATE = (
    f"CREATE VIRTUAL TABLE {TABLE} USING fts5(words, content='', columnsize=0, "
    "tokenize=\"ascii tokenchars '.'\")",
)
DROP = f"DROP TABLE {TABLE}"


class Backend(BaseBackend):
    TABLE, ENTRY = TABLE, f"{TABLE}.rowid"
    JOINED_LINES = "group_concat(words, char(10))"
    ARE_GIVEN = "IN (SELECT value FROM json_each(%s))"

    def add(self, rows):
        self._tell(f"INSERT INTO {TABLE}(rowid, words) VALUES (%s, %s)", rows)

    def remove(self, rows):
        self._tell(
            f"INSERT INTO {TABLE}({TABLE}, rowid, words) VALUES ('delete', %s, %s)",
            rows,
        )

    def clear(self):
        self._command("delete-all")

    def tidy(self):
        self._command("optimize")

    def count(self):
        kinds = self.rows("SELECT DISTINCT content_type_id FROM search_document")
        if not kinds:
            return 0
        query = self.one_of([f"{kind}{KIND}" for (kind,) in kinds])
        condition, parameters = self.where(query)
        sql = f"SELECT count(*) FROM {TABLE} WHERE {condition}"
        return self.rows(sql, parameters)[0][0]

    def given(self, values):
        return json.dumps([*values])

    def one_of(self, tokens):
        return self._any([f'"{token}"' for token in tokens])

    def in_a_row(self, tokens):
        return f'"{" ".join(tokens)}"'

    def where(self, query):
        return f"{TABLE} MATCH %s", [query]

    def _tell(self, sql, rows):
        with self.connection.cursor() as cursor:
            cursor.executemany(
                sql, [(row.entry, " ".join(row.tokens())) for row in rows]
            )

    def _command(self, name):
        with self.connection.cursor() as cursor:
            cursor.execute(f"INSERT INTO {TABLE}({TABLE}) VALUES (%s)", [name])
