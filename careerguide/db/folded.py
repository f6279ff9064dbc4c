"""Add the lookup `folds`: whether a text contains another, both folded.

SQLite calls our own function, which its connections bring. PostgreSQL has what is
needed and no extension is asked for, which would take rights that a site rarely has.
"""

from functools import cache

from django.db import NotSupportedError, connections
from django.db.models import CharField, Lookup, TextField

from careerguide.db.sqlite3.functions import FOLD
from careerguide.languages import folding

_SIGNS = {to: f"[{signs}]" for to, signs in folding.SIGNS.items()}
_LETTERS = {}
for _letter, _to in folding.LETTERS.items():
    _LETTERS[chr(_to)] = _LETTERS.get(chr(_to), "") + chr(_letter)
# English text has no more than this: it is folded in a quarter of the time.
_PLAIN = f"[^\x01-\x7f{''.join(folding.SIGNS.values())}]"


@CharField.register_lookup
@TextField.register_lookup
class Folds(Lookup):
    """`title__folds="ecole"` finds "École"."""

    lookup_name = "folds"

    def get_prep_lookup(self):
        return folding.fold(str(self.rhs))

    def as_sqlite(self, compiler, connection):
        text, parameters = self.process_lhs(compiler, connection)
        return f"INSTR({FOLD}({text}), %s) > 0", [*parameters, self.rhs]

    def as_postgresql(self, compiler, connection):
        text, parameters = self.process_lhs(compiler, connection)
        if parameters:
            raise NotSupportedError("“folds” compares columns, not expressions")
        folded, more = _folded(f"({text})::text", connection.alias)
        return f"STRPOS({folded}, %s) > 0", [*more, self.rhs]


def _folded(text, alias):
    """`folding.fold` as an expression, and its parameters in their order.

    By patterns, as TRANSLATE compares each character with each of its list.
    """
    plain, parameters_of_plain = _replaced(f"LOWER({text})", _SIGNS)
    sql, parameters = text, []
    for sign, to in folding.APART.items():
        sql = f"REPLACE({sql}, %s, %s)"
        parameters += [sign, to]
    sql, more = _replaced(f"NORMALIZE({sql}, NFKD)", {"": f"[{folding.MARKS}]+"})
    parameters += more
    sql = f"LOWER({sql}{_collation(alias)})"
    for letter, pair in folding.PAIRS.items():
        sql = f"REPLACE({sql}, %s, %s)"
        parameters += [letter, pair]
    letters = {to: f"[{those}]" for to, those in _LETTERS.items()}
    sql, more = _replaced(sql, letters | _SIGNS)
    parameters += more
    return (
        f"CASE WHEN {text} ~ %s THEN {sql} ELSE {plain} END",
        [_PLAIN, *parameters, *parameters_of_plain],
    )


def _replaced(sql, patterns):
    parameters = []
    for to, pattern in patterns.items():
        sql = f"REGEXP_REPLACE({sql}, %s, %s, 'g')"
        parameters += [pattern, to]
    return sql, parameters


@cache
def _collation(alias):
    """How LOWER knows all letters; without ICU it knows those of the locale."""
    with connections[alias].cursor() as cursor:
        cursor.execute("SELECT to_regcollation('pg_catalog.\"und-x-icu\"')")
        (known,) = cursor.fetchone()
    return ' COLLATE "und-x-icu"' if known else ""
