"""Define what goes into the database's own table of words, and what comes out.

The database's own table of words has one entry for each section. A word is another
token in each field (`FIELDS`), so that a database finds the words of headings without
looking at those of texts. Entries are numbered by how much a section says before
anybody asks (`Words.entry`), and are given in that order. Neither database is asked to
rank: that takes time for each match, and a frequent word has a hundred thousand.
"""

from typing import NamedTuple

# What a word in each field ends in, after a sign that no token has: the part's own
# heading, what it belongs to (the title of its page, the career), what sums it up, and
# its text.
HEADING, CONTEXT, KEY, TEXT = FIELDS = (".h", ".c", ".k", "")
KIND, CAREER = ".kind", ".career"  # what tokens of filters end in
# In which fields all words have to stand, where there are more matches than are wanted.
NEARER = ((HEADING,), (HEADING, CONTEXT), (HEADING, CONTEXT, KEY))
SECTIONS = 1 << 32  # an entry's number is a rank times this, and the section's number
SECTION = SECTIONS - 1  # of an entry's number, the bits that are the section's


class Words(NamedTuple):
    """A section to be indexed: plain tokens of each field, apart by spaces.

    Sections of the least `rank` are looked at first.
    """

    section: int
    rank: int
    content_type: int
    career: int | None
    heading: str
    context: str
    key: str
    text: str

    @property
    def entry(self):
        return self.rank * SECTIONS + self.section

    def tokens(self):
        """Return the tokens of its entry; those of a field follow each other."""
        texts = (self.heading, self.context, self.key, self.text)
        found = [f"{self.content_type}{KIND}"]
        found += [f"{self.career}{CAREER}"] if self.career else []
        for field, words in zip(FIELDS, texts, strict=True):
            found += [word + field for word in words.split()]
        return found


class Hit(NamedTuple):
    """A section that a query found."""

    entry: int
    section: int
    document: int
    place: int
    anchor: str
    heading: str
    heading_words: str
    content_type: int
    career: int | None
    career_name: str
    title: str
    title_words: str
    context: str
    url: str
    language: str
    in_sum: bool = False  # all words stand in its heading, its context or its key


class Filters(NamedTuple):
    """`now` is the moment of asking: what is not yet visible then is not found.

    With None all is, whenever readers see it.
    """

    now: object
    content_types: tuple[int, ...] = ()
    careers: tuple[int, ...] = ()
