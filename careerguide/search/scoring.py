"""Say how well a section fits a query, from where the words of the query stand.

Many sections have their heading, their career or their title in common: what was found
of each of these is remembered for as long as one query is answered.
"""

from itertools import pairwise

from .neighbours import neighbours
from .tokens import names_of_context, tokens_of_piece, words_of_context

# How much a word counts by where it stands.
HEADING, CONTEXT, TITLE, KEY, TEXT = 1.0, 1.0, 0.8, 0.65, 0.4
WHOLE_HEADING = 0.35  # for a heading of which every word was asked for
IN_ORDER = 0.2  # for one that has the words of the query in their order
FIRST_SECTION = 0.06  # for the begin of a page
AGAIN_IN_KEY = 0.05  # for each time that a word stands there again, up to
MOST_AGAIN = 3
NAMED = 0.35  # for what belongs to a career whose name was asked for
OF_SITE = 0.35  # for what belongs to no career, where the site itself was asked for
OTHER_NAME = 0.6  # of a word less, where it is of the name of a career and missing
MOST_OF_KEY = KEY + AGAIN_IN_KEY * MOST_AGAIN
SAID = 0.8  # of the quality of a word that says what was asked
NOWHERE = frozenset()


class Scorer:
    """Score hits that have the `asked` groups of a plan; see `ranking.rank`."""

    def __init__(self, plan, asked, language, content_weights):
        self.language = language
        asked = {*map(id, asked)}
        # Of each group its weight, whether it was asked for, how much less where it is
        # missing, and the qualities of its words and of words that stand together.
        self.groups = [
            (
                group.weight,
                id(group) in asked,
                OTHER_NAME if group.is_name and group.is_known else 0,
                *_qualities(group),
            )
            for group in plan.groups
        ]
        self.is_stop_word = [group.is_stop_word for group in plan.groups]
        # Only a name asks for a career: a question asks for an answer.
        is_name = not any(group.is_stop_word for group in plan.groups)
        self.content_weights = content_weights if is_name else {}
        self.typed = {
            token for group in plan.groups for token in group.alternatives[0].tokens
        }
        self.total = sum(group.weight for group in plan.groups if group.is_known) or 1
        self.qualities = {
            token: alternative.quality
            for group in plan.groups
            for alternative in reversed(group.alternatives)
            for token in alternative.tokens
        }
        self.wanted = frozenset(self.qualities)
        self.said = {
            token
            for group in plan.groups
            for alternative in group.alternatives
            if alternative.quality >= SAID
            for token in alternative.tokens
        }
        self.answers = self.wanted - self.said
        self.named, self.is_of_site = {}, plan.is_of_site
        self.neighbours = neighbours(plan.groups)
        self.of_neighbours = sum(self.neighbours.values())
        # What many hits have in common.
        self.there, self.of_places, self.rows, self.pieces = {}, {}, {}, {}
        self.of_tokens = {NOWHERE: [0] * len(self.groups)}

    def score(self, hit):
        """Return how well a hit fits, without its `of_texts`, and its order."""
        places = self._places(hit)
        in_heading, in_context, in_title, _in_sum = places
        score, of_heading, of_title, _weak = self._of_places(places)
        if hit.place:
            score += self._of_row(hit.heading_words, of_heading) if in_heading else 0
        elif in_title:
            # The first section has the title of the page, and what its address says.
            score += self._of_row(hit.heading_words, of_title, hit.title_words)
        if self.content_weights and self.typed <= in_heading | in_context:
            score += self.content_weights.get(hit.content_type, 0)
        if not hit.context:
            score += OF_SITE if self.is_of_site else 0
        elif self._is_named(hit.context, hit.language):
            score += NAMED
        return score if hit.place else score + FIRST_SECTION

    def _is_named(self, context, language):
        """Whether a career is asked for by one of its names, or by what it is about."""
        found = self.named.get(context)
        if found is None:
            names = names_of_context(context, language)
            found = any(map(self.said.issuperset, names))
            self.named[context] = found
        return found

    def of_texts(self, hit, key, text):
        """Return how much better a hit fits by what sums it up, and by its text."""
        *_, weak = self._of_places(self._places(hit))
        if not weak:
            return 0
        in_key = self._in_key(key) if key else {}
        # The database has found what was asked for: it need not be looked for.
        is_open = not all(self.groups[at][1] for at, _value in weak)
        in_text = self._in_key(text) if is_open and text else {}
        if not in_key and not in_text:
            return 0
        more = 0
        for at, value in weak:
            weight, is_asked, _missing, singles, rows = self.groups[at]
            there = _value_in_key(singles, rows, in_key) if in_key else 0
            if in_text and not is_asked and value < TEXT:
                there = max(there, _value_in_text(singles, rows, in_text))
            more += weight * max(0, there - value)
        return more / self.total

    def _places(self, hit):
        """What was asked for in the heading, the career and the title of a hit."""
        there, heading, title = self.there, hit.heading_words, hit.title_words
        if (in_heading := there.get(heading)) is None:
            in_heading = self._there(heading, heading)
        if (in_context := there.get(hit.context)) is None:
            words = words_of_context(hit.context, hit.language)
            in_context = self._there(hit.context, words)
        if (in_title := there.get(title)) is None:
            in_title = self._there(title, title)
        return in_heading, in_context, in_title, hit.in_sum

    def _of_places(self, places):
        found = self.of_places.get(places)
        if found is None:
            found = self.of_places[places] = self._of_groups(*places)
        return found

    def _in_key(self, key):
        """{wanted token: how often it stands in a text}"""
        found = {}
        for piece in key.split():
            for token in self._of_piece(piece):
                found[token] = found.get(token, 0) + 1
        return found

    def _of_piece(self, piece):
        """The wanted tokens of what stands between two spaces."""
        found = self.pieces.get(piece)
        if found is None:
            found = tokens_of_piece(piece, self.language) & self.wanted
            self.pieces[piece] = found
        return found

    def _there(self, key, words):
        """The tokens of words, apart by spaces, that were asked for; remembered."""
        found = self.there[key] = self.wanted.intersection(words.split())
        return found

    def _of_groups(self, heading, context, title, in_sum):
        """How much of the query stands there, in the heading, and in the title.

        And which groups might count for more elsewhere, with what they count here.
        """
        # What answers to a word says nothing where it is of the career's name.
        if answers := context & self.answers:
            heading, context = heading - answers, context - answers
            title = title - answers
        of_heading = self._of_tokens(heading)
        of_context, of_title = self._of_tokens(context), self._of_tokens(title)
        elsewhere = KEY if in_sum else TEXT
        score = in_heading = in_title = 0
        weak = []
        for at, (weight, is_asked, if_missing, *_) in enumerate(self.groups):
            value = of_heading[at] * HEADING
            value = max(value, of_context[at] * CONTEXT, of_title[at] * TITLE)
            if not value:  # or the database had not found it
                value = elsewhere if is_asked else -if_missing
            if value < MOST_OF_KEY and not self.is_stop_word[at]:
                weak.append((at, value))
            score += weight * value
            if of_heading[at]:
                in_heading += weight
            if of_title[at]:
                in_title += weight
        total = self.total
        return score / total, in_heading / total, in_title / total, weak

    def _of_tokens(self, tokens):
        """How well each group is said by tokens; remembered."""
        found = self.of_tokens.get(tokens)
        if found is None:
            found = self.of_tokens[tokens] = [
                max(
                    [singles[token] for token in tokens if token in singles]
                    + [quality for row, quality in rows if tokens.issuperset(row)],
                    default=0,
                )
                for _weight, _asked, _missing, singles, rows in self.groups
            ]
        return found

    def _of_row(self, heading, part_of_query, title=""):
        """How much of a heading, or of an address, was asked for, and in its order."""
        found = self.rows.get((heading, title))
        if found is None:
            words, more = heading.split(), title.split()
            rows = [row for row in (words, more[len(words) :]) if row]
            part = max(map(self._part_of, rows))
            order = max(self._order_of({*pairwise(row)}) for row in rows)
            found = self.rows[heading, title] = part, order
        part, order = found
        return WHOLE_HEADING * part * part_of_query**3 + IN_ORDER * order

    def _part_of(self, heading):
        """How much of a heading was asked for."""
        qualities = self.qualities
        return sum([qualities[w] for w in heading if w in qualities]) / len(heading)

    def _order_of(self, pairs):
        """How many neighbours of the query are among pairs of neighbours."""
        if not self.neighbours:
            return 0
        found = self.neighbours.keys() & pairs
        return sum(map(self.neighbours.get, found)) / self.of_neighbours


def _qualities(group):
    """{token: quality} of alternatives of a token, and (tokens, quality) of others."""
    singles, rows = {}, []
    for alternative in group.alternatives:
        tokens, quality = alternative.tokens, alternative.quality
        if len(tokens) == 1:
            singles[tokens[0]] = max(quality, singles.get(tokens[0], 0))
        else:
            rows.append((tokens, quality))
    return singles, rows


def _value_in_key(singles, rows, key):
    """How much a group counts by what sums a section up: {token: how often}."""
    best = 0
    for token, times in key.items():
        if token in singles:
            best = max(best, singles[token] * _of_times(times))
    for tokens, quality in rows:
        if key.keys() >= {*tokens}:
            times = min(key[token] for token in tokens)
            best = max(best, quality * _of_times(times))
    return best


def _value_in_text(singles, rows, text):
    """How much a group counts by a text: {token: how often}."""
    there = [singles[token] for token in singles.keys() & text.keys()]
    there += [quality for tokens, quality in rows if text.keys() >= {*tokens}]
    return TEXT * max(there, default=0)


def _of_times(times):
    return KEY + AGAIN_IN_KEY * min(MOST_AGAIN, times - 1)
