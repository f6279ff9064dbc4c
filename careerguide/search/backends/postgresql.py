"""Search by PostgreSQL's tsvector, made from our tokens as they are, with a GIN index.

The vectors are written as literals and not by `to_tsvector`, whose parser would take
tokens apart by the locale of the database.
"""

from .base import FIELDS, HEADINGS, WEIGHTS, BaseBackend

TABLE = "search_words_of_sections"
CREATE = (
    f"CREATE TABLE {TABLE} (section_id bigint PRIMARY KEY REFERENCES search_section "
    "ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, words tsvector NOT NULL)",
    f"CREATE INDEX {TABLE}_gin ON {TABLE} USING gin (words) WITH (fastupdate = off)",
    # Words are looked up by how they begin, in the order of their characters.
    'ALTER TABLE search_word ALTER COLUMN word TYPE varchar(64) COLLATE "C"',
)
DROP = f"DROP TABLE {TABLE}"
LABELS = "ABCD"  # of the fields, in their order
LAST = 16_383  # PostgreSQL counts positions up to there
MOST = 255  # and keeps so many of a word
GAP = 10  # positions between two fields, so that no phrase spans them


class Backend(BaseBackend):
    TABLE = f"{TABLE} w"
    KEY = "w.section_id"
    MATCHES = "w.words @@ %s::tsquery"

    def add(self, rows):
        with self.connection.cursor() as cursor:
            cursor.executemany(
                f"INSERT INTO {TABLE}(section_id, words) VALUES (%s, %s::tsvector)",
                [(row.section, _vector(row[1:])) for row in rows],
            )

    def remove(self, rows):
        with self.connection.cursor() as cursor:
            cursor.execute(
                f"DELETE FROM {TABLE} WHERE section_id = ANY(%s)",
                [[row.section for row in rows]],
            )

    def clear(self):
        with self.connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {TABLE}")

    def count(self):
        with self.connection.cursor() as cursor:
            cursor.execute(f"SELECT count(*) FROM {TABLE}")
            return cursor.fetchone()[0]

    def _query(self, groups, in_headings=False):
        labels = "".join(LABELS[FIELDS.index(field)] for field in HEADINGS)
        labels = f":{labels}" if in_headings else ""
        return " & ".join(_group(group, labels) for group in groups)

    def _score(self, query):
        # ts_rank takes the weights of D, C, B and A, up to 1.
        weights = [weight / max(WEIGHTS) for weight in reversed(WEIGHTS)]
        return "ts_rank(%s::real[], w.words, %s::tsquery, 1)", [weights, query]


def _vector(fields):
    places, at = {}, 0
    for label, words in zip(LABELS, fields, strict=True):
        for word in words.split():
            at += 1
            found = places.setdefault(word, [])
            if len(found) < MOST:
                found.append(f"{min(at, LAST)}{label}")
        at += GAP
    return " ".join(f"'{word}':{','.join(found)}" for word, found in places.items())


def _group(alternatives, labels):
    return f"({' | '.join(_alternative(one, labels) for one in alternatives)})"


def _alternative(phrases, labels):
    return f"({' & '.join(_phrase(phrase, labels) for phrase in phrases)})"


def _phrase(phrase, labels):
    words = [f"'{word}'{labels}" for word in phrase]
    return f"({' <-> '.join(words)})"
