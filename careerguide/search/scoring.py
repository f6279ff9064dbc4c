"""Say how well a section fits a query, from where the words of the query stand."""

from .belonging import Belonging
from .group_values import KEY, MOST_OF_KEY, TEXT, among, in_key

# How much a word counts by where it stands; see `group_values` for the others.
HEADING, CONTEXT, TITLE = 1.0, 1.0, 0.8
FIRST_SECTION = 0.06  # for the begin of a page
OTHER_NAME = 0.6  # of a word less, where it is of the name of a career and missing


class Scorer:
    """Score hits that have the `asked` groups of what is `Wanted`."""

    def __init__(self, wanted, asked, content_weights):
        self.wanted, asked = wanted, {*map(id, asked)}
        self.belonging = Belonging(wanted, asked, content_weights)
        # Of each group its weight, whether the database was asked for it, and has found
        # it, how much it counts where it stands nowhere, and whether it may stand in
        # what sums up.
        self.groups = [
            (
                group.weight,
                id(group) in asked,
                -OTHER_NAME if group.is_name and group.is_known else 0,
                not group.is_stop_word,
            )
            for group in wanted.groups
        ]
        self.of_places = {}

    def score(self, hit):
        """Return how well a hit fits, without its `of_texts`."""
        wanted = self.wanted
        places = self._places(hit)
        in_heading, in_context, in_title, _in_sum = places
        score, of_heading, of_title, _weak = self._of_places(places)
        score += self.belonging.of(hit, in_heading, in_context)
        if hit.place:
            if in_heading:
                score += wanted.headings.fit(hit.heading_words, of_heading)
            return score
        if in_title:
            # The first section has the title of the page, and what its address says.
            score += wanted.headings.fit(hit.heading_words, of_title, hit.title_words)
        return score + FIRST_SECTION

    def of_texts(self, hit, key, text):
        """Return how much better a hit fits by what sums it up, and by its text."""
        *_, weak = self._of_places(self._places(hit))
        if not weak:
            return 0
        pieces, groups = self.wanted.pieces, self.groups
        in_keys = pieces.counted(key) if key else {}
        # The database has found what was asked for: it need not be looked for.
        is_open = any(not groups[at][1] for at, _value in weak)
        in_texts = pieces.there(text) if is_open and text else ()
        more = 0
        for at, value in weak:
            weight, is_asked, *_ = groups[at]
            words = self.wanted.words[at]
            there = in_key(in_keys, *words) if in_keys else 0
            if in_texts and not is_asked and value < TEXT:
                there = max(there, TEXT * among(in_texts, *words))
            if there > value:
                more += weight * (there - value)
        return more / self.wanted.total

    def _places(self, hit):
        """What was asked for in the heading, the career and the title of a hit."""
        wanted = self.wanted
        in_heading = wanted.in_words(hit.heading_words)
        in_title = wanted.in_words(hit.title_words)
        return in_heading, wanted.in_context(hit), in_title, hit.in_sum

    def _of_places(self, places):
        found = self.of_places.get(places)
        if found is None:
            found = self.of_places[places] = self._of_groups(*places)
        return found

    def _of_groups(self, heading, context, title, in_sum):
        """How much of the query stands there, in the heading, and in the title.

        And which groups might count for more elsewhere, with what they count here.
        """
        if answers := context & self.wanted.answers:
            heading, context = heading - answers, context - answers
            title = title - answers
        by_group = self.wanted.by_group
        of_heading, of_title = by_group(heading), by_group(title)
        elsewhere = KEY if in_sum else TEXT
        score = in_heading = in_title = 0
        weak = []
        for at, (group, here, around, above) in enumerate(
            zip(self.groups, of_heading, by_group(context), of_title, strict=True)
        ):
            weight, is_asked, if_missing, is_open = group
            value = max(here * HEADING, around * CONTEXT, above * TITLE)
            if not value:  # or the database had not found it
                value = elsewhere if is_asked else if_missing
            if is_open and value < MOST_OF_KEY:
                weak.append((at, value))
            score += weight * value
            if here:
                in_heading += weight
            if above:
                in_title += weight
        total = self.wanted.total
        return score / total, in_heading / total, in_title / total, weak
