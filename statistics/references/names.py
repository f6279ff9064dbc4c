"""Find the rows and columns of a table by what texts call them."""

from collections import defaultdict
from functools import cached_property

from .notation import same


class CellNames:
    """The names in one `TableData`, read once: a text may name thousands of cells.

    The exact name comes first, then those that are read alike, then a column's key or
    a row's year.
    """

    def __init__(self, data):
        self.data = data

    @classmethod
    def of(cls, table):
        """Return those of a StatTable, kept beside its data for as long as that is."""
        kept = table.table.__dict__
        if "_cell_names" not in kept:
            kept["_cell_names"] = cls(table.table)
        return kept["_cell_names"]

    def columns(self, name):
        return self._columns.called(name) or self._keys.get(name, [])

    def rows(self, name):
        """Return (place, row) of those that are called so, or else are of that year."""
        return self._rows.called(name) or self._years.get(name, [])

    @cached_property
    def _columns(self):
        return _Names((column.label, column) for column in self.data.columns)

    @cached_property
    def _keys(self):
        return {column.key: [column] for column in self.data.columns}

    @cached_property
    def _rows(self):
        rows = enumerate(self.data.rows)
        return _Names((self.data.label(row), (place, row)) for place, row in rows)

    @cached_property
    def _years(self):
        years = [i for i, c in enumerate(self.data.columns) if c.type == "year"]
        found = defaultdict(list)
        for i in years:
            for place, row in enumerate(self.data.rows):
                if row.cells[i] is not None:
                    found[f"{row.cells[i]}"].append((place, row))
        return dict(found)


class _Names:
    """Things by their names."""

    def __init__(self, named):
        self.exact = defaultdict(list)
        for name, thing in named:
            self.exact[name].append(thing)

    @cached_property
    def alike(self):
        found = defaultdict(list)
        for name, things in self.exact.items():
            found[same(name)] += things
        return found

    def called(self, name):
        if name is None:
            return []
        return self.exact.get(name) or self.alike.get(same(name), [])
