"""Search by SQLite's FTS5, without a copy of the words: it is told what to forget.

Its `ascii` tokenizer takes every character beyond ASCII as part of a word, as `tokens`
does; `unicode61` would divide words at vowel signs and at letters younger than itself.
"""

from .base import FIELDS, HEADINGS, WEIGHTS, BaseBackend

TABLE = "search_words_of_sections"
CREATE = (
    f"CREATE VIRTUAL TABLE {TABLE} USING fts5({', '.join(FIELDS)}, "
    "content='', tokenize='ascii')",
)
DROP = f"DROP TABLE {TABLE}"


class Backend(BaseBackend):
    TABLE = TABLE
    KEY = f"{TABLE}.rowid"
    MATCHES = f"{TABLE} MATCH %s"

    def add(self, rows):
        columns = ", ".join(FIELDS)
        with self.connection.cursor() as cursor:
            cursor.executemany(
                f"INSERT INTO {TABLE}(rowid, {columns}) VALUES (%s, %s, %s, %s, %s)",
                rows,
            )

    def remove(self, rows):
        columns = ", ".join(FIELDS)
        with self.connection.cursor() as cursor:
            cursor.executemany(
                f"INSERT INTO {TABLE}({TABLE}, rowid, {columns}) "
                "VALUES ('delete', %s, %s, %s, %s, %s)",
                rows,
            )

    def clear(self):
        with self.connection.cursor() as cursor:
            cursor.execute(f"INSERT INTO {TABLE}({TABLE}) VALUES ('delete-all')")

    def count(self):
        with self.connection.cursor() as cursor:
            cursor.execute(f"SELECT count(*) FROM {TABLE}_docsize")
            return cursor.fetchone()[0]

    def _query(self, groups, in_headings=False):
        query = " AND ".join(map(_group, groups))
        return f"{{{' '.join(HEADINGS)}}} : ({query})" if in_headings else query

    def _score(self, query):
        return f"-bm25({TABLE}, {', '.join(map(str, WEIGHTS))})", []


def _group(alternatives):
    return f"({' OR '.join(map(_alternative, alternatives))})"


def _alternative(phrases):
    return f"({' AND '.join(_quoted(phrase) for phrase in phrases)})"


def _quoted(phrase):
    return f'"{" ".join(phrase)}"'
