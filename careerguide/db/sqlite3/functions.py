"""Register our own SQL functions with connections to SQLite."""

from functools import lru_cache

from careerguide.languages import folding

FOLD = "careerguide_fold"


@lru_cache(maxsize=32)
def _fold(text):
    """A row's text is asked about once for each word that is looked for."""
    return folding.fold(text)


def add_to(connection):
    def fold(text):
        return None if text is None else _fold(str(text))

    connection.create_function(FOLD, 1, fold, deterministic=True)
