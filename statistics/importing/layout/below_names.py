"""Find lines between names and rows that are neither: counts, units and types."""

from dataclasses import dataclass, field

from . import column_numbers, console, unit_lines


@dataclass
class BelowNames:
    """`counts` number the columns, `units` and `types` say theirs; none is a row."""

    counts: list = field(default_factory=list)
    units: list = field(default_factory=list)
    types: list = field(default_factory=list)

    @property
    def lines(self):
        return [*self.units, *self.counts, *self.types]

    def take(self, line, body):
        """Return whether a line is one of these, and not a row like those of `body`."""
        if column_numbers.numbers_columns(line, body):
            self.counts.append(line)
        elif not self.units and unit_lines.says_units(line, body):
            self.units.append(line)
        elif not self.types and console.says_types(line, body):
            self.types.append(line)
        else:
            return False
        return True

    def names(self, names):
        """Return the names with the units below them."""
        for line in self.units:
            names = unit_lines.names_with_units(names, line)
        return names

    def sentences(self):
        yield from unit_lines.sentences_on(self.units)
        yield from column_numbers.sentences_on(self.counts)
        yield from console.sentences_on(self.types)


def parted(header, rest):
    """(names, `BelowNames`, rows): lines of names may hold counts, and so may rows."""
    below = BelowNames()
    header = header[:1] + [line for line in header[1:] if not below.take(line, rest)]
    while len(rest) > 1 and _is_next(rest[0], [*header, *below.lines]):
        if not below.take(rest[0], rest[1:]):
            break
        rest = rest[1:]
    return header, below, rest


def _is_next(line, above):
    """Whether a line stands right below these, or below a rule below them."""
    return line.number - max(other.end for other in above) <= 2
