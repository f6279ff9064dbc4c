"""The lookup `folds`: does a text contain another, both folded?

SQLite calls our own function, which its connections bring. PostgreSQL has what is
needed and no extension is asked for, which would take rights that a site rarely has.
"""

from functools import cache

from django.db import connections
from django.db.models import CharField, Lookup, TextField

from careerguide.languages import folding

from .sqlite3.functions import FOLD

_LETTERS = [(chr(letter), chr(to)) for letter, to in folding.LETTERS.items()]
_LETTERS += [(sign, to) for to, signs in folding.SIGNS.items() for sign in signs]


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
        folded, more = _folded(f"({text})::text", connection.alias)
        return f"STRPOS({folded}, %s) > 0", [*parameters, *more, self.rhs]


def _folded(text, alias):
    """`folding.fold` as an expression, and its parameters in their order."""
    sql = f"NORMALIZE(TRANSLATE({text}, %s, %s), NFKD)"
    parameters = ["".join(folding.APART), "".join(folding.APART.values())]
    sql = f"LOWER(REGEXP_REPLACE({sql}, %s, '', 'g'){_collation(alias)})"
    parameters.append(f"[{folding.MARKS}]+")
    for letter, pair in folding.PAIRS.items():
        sql = f"REPLACE({sql}, %s, %s)"
        parameters += [letter, pair]
    # TRANSLATE drops what has no counterpart: what becomes nothing stands last.
    given, becomes = map("".join, zip(*_LETTERS, strict=True))
    return f"TRANSLATE({sql}, %s, %s)", [*parameters, given, becomes]


@cache
def _collation(alias):
    """How LOWER knows all letters; without ICU it knows those of the locale."""
    with connections[alias].cursor() as cursor:
        cursor.execute("SELECT to_regcollation('pg_catalog.\"und-x-icu\"')")
        (known,) = cursor.fetchone()
    return ' COLLATE "und-x-icu"' if known else ""
