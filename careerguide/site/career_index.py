"""Order all published careers by name: what their index, page by page, is cut from.

Names are ordered by the alphabet of the site's language, which no database knows, so
all are read; but once for each change, and no more of them than a place in the order.
"""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import get_language

from careerguide.caching.dependencies import depends_on
from careerguide.languages.alphabet import collation_key, initial
from careerguide.models import Career, CareerGroup
from careerguide.publishing.public.until_change import until_change
from statistics.measures.facts import of_measures, sortable_measures

BYTES_OF_ENTRY = 250  # about
MOST_HEADINGS = 60  # more are no way to jump: of Chinese, each character is one


@dataclass(frozen=True, slots=True)
class Entry:
    """A career in the index: its key, the letter it stands under, its group's key."""

    pk: int
    letter: str
    group: int | None


class CareerIndex:
    """Entries in the order of their names."""

    def __init__(self, entries, measures=()):
        self.entries = entries
        self.measures = measures  # by which the whole index can be sorted

    @cached_property
    def places(self):
        return {entry.pk: place for place, entry in enumerate(self.entries)}

    @cached_property
    def group_sizes(self):
        """Number of careers by the key of their group."""
        return Counter(e.group for e in self.entries if e.group is not None)

    def among(self, keys):
        """Return the index of the careers with these keys."""
        places = sorted(self.places[key] for key in keys if key in self.places)
        return CareerIndex([self.entries[place] for place in places])

    def of_group(self, key):
        return CareerIndex([entry for entry in self.entries if entry.group == key])

    def by_group(self, groups):
        """Return the index group by group, in the order of `groups`; others last."""
        places = {group.pk: place for place, group in enumerate(groups)}
        last = len(places)
        return CareerIndex(
            sorted(self.entries, key=lambda entry: places.get(entry.group, last))
        )

    def jumps(self, heading_of, per_page):
        """Return (heading, page it begins on) of each heading; none of far too many."""
        found, last = [], object()
        for place, entry in enumerate(self.entries):
            if (heading := heading_of(entry)) != last:
                found.append((heading, place // per_page + 1))
                last = heading
        return found if len(found) <= MOST_HEADINGS else []


def career_index():
    """Return the CareerIndex of what readers see now."""
    depends_on(*of_measures())  # and so on which careers there are, and their names
    return until_change(
        ("careers", get_language()),
        _read,
        lambda index: BYTES_OF_ENTRY * len(index.entries),
        is_declared=True,
    )


def _read():
    rows = Career.objects.published().order_by().values_list("name", "pk", "group")
    rows = sorted(rows, key=lambda row: (collation_key(row[0]), row[1]))
    entries = [Entry(pk, initial(name), group) for name, pk, group in rows]
    return CareerIndex(entries, sortable_measures())


def groups_in_use(index):
    """Return the groups that have careers in the index, each with its `size`."""
    sizes = index.group_sizes
    groups = list(CareerGroup.objects.filter(pk__in=sizes)) if sizes else []
    for group in groups:
        group.size = sizes[group.pk]
    return groups
