"""Join the names of columns that stand in several lines, one above the other."""

from django.utils.translation import gettext as _


def names_of(width):
    """Return names for columns that have none."""
    return [_("Column %d") % number for number in range(1, width + 1)]


def join(lines, merges=()):
    """Return one name for each column: “Men” above “Median” and “Mean” goes with both.

    A single line is taken as it stands.
    """
    if not lines:
        return []
    width = max(len(line.cells) for line in lines)
    texts = []
    for line in reversed(lines):  # a name spans what the names below it span
        texts.insert(0, _spread(line, texts, width, merges))
    joined = []
    for place in range(width):
        parts = dict.fromkeys(" ".join(row[place].split()) for row in texts)
        joined.append(" ".join(part for part in parts if part))
    return joined


def _spread(line, below, width, merges):
    """The texts of a line, those of joined cells in each column that they span."""
    texts = [str(line.cell(place)) for place in range(width)]
    mine = [m for m in merges if m[0] == line.number and m[3] > m[1]]
    for _top, left, _bottom, right in mine:
        texts[left - 1 : right] = [texts[left - 1]] * len(texts[left - 1 : right])
    if mine or not below:
        return texts
    for place in range(1, width):
        if not texts[place] and below[0][place] and _may_reach(line, below[0], place):
            texts[place] = texts[place - 1]
    return texts


def _may_reach(line, below, place):
    """Whether a name to the left spans this column, too: not that of the rows."""
    left = next((p for p in reversed(line.filled) if p < place), None)
    return left is not None and bool(below[left])
