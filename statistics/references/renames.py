"""Find which rows and columns were renamed, and write texts anew that name them."""

from difflib import SequenceMatcher
from typing import NamedTuple

from careerguide.markup.references import rewritten

from .notation import CellName, NotationError, cell_names, same, written


class Renames(NamedTuple):
    """{former name: name}, of rows and of columns; names are folded by `same`."""

    rows: dict
    columns: dict

    def __bool__(self):
        return bool(self.rows or self.columns)

    def of(self, name):
        """A `CellName` with the names that its row and column have now."""
        return CellName(
            name.slug,
            self.rows.get(same(name.row), name.row),
            self.columns.get(same(name.column), name.column),
        )


def found(before, after):
    """Return the `Renames` that lead from one `TableData` to another.

    A column is known by its key. A row is the same one where it alone was changed
    between rows that stayed, or where its numbers stayed.
    """
    return Renames(_of_rows(before, after), _of_columns(before, after))


def _of_columns(before, after):
    now = {column.key: column.label for column in after.columns}
    pairs = [(c.label, now[c.key]) for c in before.columns if c.key in now]
    return _renamed(pairs, [c.label for c in after.columns])


def _of_rows(before, after):
    if not (before.rows and after.rows):
        return {}
    old, new = ([table.label(row) for row in table.rows] for table in (before, after))
    pairs = []
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for kind, start, end, new_start, new_end in matcher.get_opcodes():
        if kind != "replace":
            continue
        is_one = end - start == new_end - new_start == 1
        gone = range(start, end)
        for come in range(new_start, new_end):
            alike = [n for n in gone if _numbers(before, n) == _numbers(after, come)]
            if len(alike) == 1:
                pairs.append((old[alike[0]], new[come]))
            elif is_one:
                pairs.append((old[start], new[come]))
    return _renamed(pairs, new)


def _numbers(table, place):
    cells = enumerate(table.rows[place].cells)
    return [cell for index, cell in cells if index != table.label_index]


def _renamed(pairs, names):
    """Of pairs of names those that differ, where no other has the former one now."""
    taken = {same(name) for name in names}
    return {
        same(former): name
        for former, name in pairs
        if former and same(former) not in taken
    }


def with_names(text, slugs, renames, markdown=True):
    """Return a text in which cells of a table have the names they have now.

    `slugs` are those of the table; `markdown` whether the text is such. All else stays
    as it is written.
    """

    def write(reference):
        try:
            names = cell_names(reference)
        except NotationError:
            return None
        now = [renames.of(name) if name.slug in slugs else name for name in names]
        if tuple(now) == names:
            return None
        return written(reference.keyword, now, markdown=markdown)

    return rewritten(text, write)
