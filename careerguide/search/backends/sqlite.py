"""SQLite's FTS5, without a copy of the words: it has to be told what it forgets.

Its `ascii` tokenizer takes every character beyond ASCII as part of a word, as `tokens`
does; `unicode61` would divide words at vowel signs and at letters younger than itself.
"""

from .base import FIELDS, WEIGHTS, BaseBackend, Hit

TABLE = "search_words_of_sections"
CREATE = (
    f"CREATE VIRTUAL TABLE {TABLE} USING fts5({', '.join(FIELDS)}, "
    "content='', tokenize='ascii')",
)
DROP = f"DROP TABLE {TABLE}"


class Backend(BaseBackend):
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

    def find(self, groups, filters, limit):
        if not groups:
            return []
        where, parameters = self._conditions(filters)
        query = " AND ".join(map(_group, groups))
        weights = ", ".join(map(str, WEIGHTS))
        with self.connection.cursor() as cursor:
            cursor.execute(
                f"SELECT {self.COLUMNS}, -bm25({TABLE}, {weights}) AS score "
                f"FROM {TABLE} JOIN search_section s ON s.id = {TABLE}.rowid "
                "JOIN search_document d ON d.id = s.document_id "
                f"WHERE {TABLE} MATCH %s AND {where} "
                "ORDER BY score DESC, s.id LIMIT %s",
                [query, *parameters, limit],
            )
            return [Hit(*row) for row in cursor]


def _group(alternatives):
    return f"({' OR '.join(map(_alternative, alternatives))})"


def _alternative(phrases):
    return f"({' AND '.join(_quoted(phrase) for phrase in phrases)})"


def _quoted(phrase):
    return f'"{" ".join(phrase)}"'
