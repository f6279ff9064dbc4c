"""Remove from a table what only its sheet needs: empty columns."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from statistics.importing.values.amounts import take_apart
from statistics.table.vocabulary import folded

# Of a column that only counts the rows: what programs call it, and from which number.
STARTS = {"": (0, 1), "unnamed: 0": (0, 1), "#": (0,), "index": (0,)}


def tidy(layout, source):
    """Return (names, body, sentences) of a `Layout`.

    The source learns which columns go.
    """
    width = max(
        [len(layout.names), *(len(line.cells) for line in layout.body)], default=0
    )
    names = [layout.names[p] if p < len(layout.names) else "" for p in range(width)]
    used = [
        place
        for place in range(width)
        if names[place] or any(line.cell(place) for line in layout.body)
    ]
    used, beside = _first_table(layout, names, used)
    sentences = list(_sentences(beside, layout))
    columns = source.columns or list(range(1, width + 1))
    source.columns[:] = [columns[place] for place in used if place < len(columns)]
    body = [_trimmed([line.cell(place) for place in used]) for line in layout.body]
    names = [names[place] for place in used]
    if layout.header_row:
        names, body, counted = without_index(names, body)
        del source.columns[: len(counted)]
        sentences += counted
        names, unnamed = with_first_name(names)
        sentences += unnamed
    if names and not layout.header_row:
        sentences.append(_("No line holds names of columns, so they are numbered."))
    return names, body, sentences


def without_index(names, body):
    """(names, body, sentences) without a first column that only counts the rows."""
    if sentence := _index(names, body):
        return names[1:], [line[1:] for line in body], [sentence]
    return names, body, []


def _index(names, body):
    """The sentence on a first column of 0, 1, 2, as programs write it, or ""."""
    if len(names) < 3 or not all(names[1:]) or len(body) < 2:
        return ""
    starts = STARTS.get(folded(names[0]), ())
    first = [line[0] if line else "" for line in body]
    counts = [[str(n + start) for n in range(len(body))] for start in starts]
    if first not in counts:
        return ""
    sentence = (
        _(
            "The first column, “%(name)s”, counts the rows (%(some)s, …): it was left "
            "out."
        )
        if names[0]
        else _(
            "The first column has no name and counts the rows (%(some)s, …): it was "
            "left out."
        )
    )
    return sentence % {"name": names[0], "some": ", ".join(first[:2])}


def with_first_name(names):
    """Return names with one for the first column, and the sentence on it."""
    if not names or names[0]:
        return names, []
    name = _("Column %d") % 1
    sentences = _("The first column has no name: it is called “%s”.") % name
    return [name, *names[1:]], [sentences]


def _first_table(layout, names, used):
    """The columns before an empty one after which another table stands."""
    for at, place in enumerate(used):
        if not at or place == used[at - 1] + 1:
            continue
        cells = [line.cell(place) for line in layout.body if line.cell(place)]
        words = sum(1 for cell in cells if not take_apart(cell))
        again = names[place] and names[place] == names[used[0]]
        if again or (at > 1 and words * 2 > len(cells) > 0):
            return used[:at], used[at:]
    return used, []


def _sentences(beside, layout):
    if beside:
        sentence = ngettext(
            "%(count)d column after an empty one was left out: %(names)s.",
            "%(count)d columns after an empty one were left out: %(names)s.",
            len(beside),
        )
        names = ", ".join(
            f"“{layout.names[p] if p < len(layout.names) else ''}”" for p in beside[:8]
        )
        yield sentence % {"count": len(beside), "names": names}


def _trimmed(cells):
    while cells and not cells[-1]:
        cells.pop()
    return cells
