"""Find wanted tokens in texts, by what stands between spaces.

A page of results reads the texts of twenty sections. What stands between two spaces is
looked at once for a query, and sets of it are compared at once.
"""

from .plain_text import PIECE, piece_pattern, tokens_of_piece


class Pieces:
    """`tokens` are {piece: its wanted tokens} of those seen so far that have any.

    `read` are texts, each divided once: it is scored, and a line is cut out of it.
    """

    def __init__(self, wanted, language):
        self.wanted, self.language = frozenset(wanted), language
        # Only numbers have a space within, and to look for them takes a while.
        self.has_numbers = any(token[0].isdigit() for token in self.wanted)
        self.tokens, self.hits, self.seen = {}, set(), set()
        self.read = {}

    def among(self, pieces):
        """Return those of an iterable of pieces that have a wanted token, as a set."""
        pieces = {*pieces}
        if new := pieces - self.seen:
            self.seen |= new
            wanted, language = self.wanted, self.language
            has_none = wanted.isdisjoint
            found = {
                piece: tokens & wanted
                for piece in new
                if not has_none(tokens := tokens_of_piece(piece, language))
            }
            self.tokens |= found
            self.hits.update(found)
        return pieces & self.hits

    def divided(self, text):
        """Return the pieces of a text, in their order."""
        return self.pattern(text).findall(text) if self.has_numbers else text.split()

    def pattern(self, text):
        """Return the pattern of the pieces of a text."""
        return piece_pattern(text) if self.has_numbers else PIECE

    def of(self, text):
        """The pieces of a text, and the set of those that have a wanted token."""
        found = self.read.get(text)
        if found is None:
            pieces = self.divided(text)
            found = self.read[text] = pieces, self.among(pieces)
        return found

    def counted(self, text):
        """{wanted token: how often it stands in a text}"""
        found, (pieces, hits) = {}, self.of(text)
        if not hits:
            return found
        for piece in filter(hits.__contains__, pieces):
            for token in self.tokens[piece]:
                found[token] = found.get(token, 0) + 1
        return found

    def there(self, text):
        """The set of wanted tokens that stand in a text."""
        _pieces, hits = self.of(text)
        return frozenset().union(*map(self.tokens.__getitem__, hits))
