"""Find which rows and columns were renamed, and write texts anew that name them."""

import re
from collections import defaultdict
from difflib import SequenceMatcher
from typing import NamedTuple

from careerguide.markup.references.notation import rewritten

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

    A column is known by its key. A row is the same one where its numbers stayed, or
    where it alone was changed between rows that stayed; but not if its name has other
    numbers, as 2024 in place of 2023 is another row.
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
    gone, come = _places_without(old, new), _places_without(new, old)
    if not (gone and come):
        return {}
    pairs = _pairs_of_numbers(before, after, gone, come)
    come = come.difference(pairs.values())
    for place, new_place in _changed_alone(old, new):
        is_left = place in gone and place not in pairs and new_place in come
        if is_left and _digits(old[place]) == _digits(new[new_place]):
            pairs[place] = new_place
    return _renamed([(old[one], new[other]) for one, other in pairs.items()], new)


def _places_without(names, others):
    """The places of names that none of the others is read like."""
    known = {same(name) for name in others}
    return {place for place, name in enumerate(names) if same(name) not in known}


def _pairs_of_numbers(before, after, gone, come):
    """Rows that have the same numbers, where only one of each table has these."""
    keys = {column.key for column in before.columns}
    keys &= {column.key for column in after.columns}
    keys -= {table.columns[table.label_index].key for table in (before, after)}
    if not keys:
        return {}
    old, new = _by_numbers(before, gone, keys), _by_numbers(after, come, keys)
    return {
        old[numbers][0]: new[numbers][0]
        for numbers in old.keys() & new.keys()
        if len(old[numbers]) == len(new[numbers]) == 1
    }


def _by_numbers(table, places, keys):
    columns = [i for i, column in enumerate(table.columns) if column.key in keys]
    columns.sort(key=lambda place: table.columns[place].key)
    found = defaultdict(list)
    for place in sorted(places):
        cells = table.rows[place].cells
        found[tuple(cells[column] for column in columns)].append(place)
    return found


def _changed_alone(old, new):
    """Yield the places of single names that changed between names that stayed."""
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for kind, start, end, new_start, new_end in matcher.get_opcodes():
        if kind == "replace" and end - start == new_end - new_start == 1:
            yield start, new_start


def _digits(name):
    return re.findall(r"\d+", name)


def _renamed(pairs, names):
    """Of pairs of names those that differ, where no other has the former one now.

    What two rows of one name are called now is no name's to lead to.
    """
    taken = {same(name) for name in names}
    led = defaultdict(set)
    for former, name in pairs:
        led[same(former)].add(name)
    return {
        former: names.pop()
        for former, names in led.items()
        if former and former not in taken and len(names) == 1
    }


def with_names(text, slugs, renames, markdown=True, own_slug=""):
    """Return a text in which cells of a table have the names they have now.

    `slugs` are those of the table; `markdown` whether the text is such; `own_slug` is
    of the table whose own text it is. All else stays as it is written.
    """

    def write(reference):
        try:
            names = cell_names(reference, own_slug)
        except NotationError:
            return None
        now = [renames.of(name) if name.slug in slugs else name for name in names]
        if tuple(now) == names:
            return None
        return written(reference.keyword, now, own_slug, markdown)

    return rewritten(text, write)
