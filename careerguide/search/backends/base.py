"""Share the fields, the shape of a query and how it is asked between the back ends.

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
    title: str
    title_words: str
    context: str
    url: str
    language: str


class Filters(NamedTuple):
    """`now` is the moment of asking: what is not yet visible then is not found.

    With None all is, whenever readers see it.
    """

    now: object
    content_types: tuple[int, ...] = ()
    careers: tuple[int, ...] = ()


class BaseBackend:
    """Index sections and find them.

    A query is groups, of which all have to match; a group is alternatives, of which one
    has to; an alternative is phrases, which all have to stand in the section; a phrase
    is tokens in a row of one field. Tokens hold letters, digits and marks only, as
    `tokens` makes them, so nothing that a reader types reaches the database as an
    operator.
    """

    # The database's table of words, its column of entries, and what matches a query
    # that is the one parameter.
    TABLE = ENTRY = MATCHES = ""
    AND = OR = ""
    ARE_GIVEN = ""  # what is true of values that `given` makes a parameter of
    COLUMNS = (
        "e.entry, s.id, s.document_id, s.place, s.anchor, "
        "s.heading, s.heading_words, d.content_type_id, d.career_id, d.title, "
        "d.title_words, d.context, d.url, d.language"
    )
    HAS_PAGE = "d.url IS NOT NULL"
    HIDDEN = "(d.visible_from > %s OR d.visible_until <= %s)"
    OF_HIDDEN = (
        "FROM search_document d JOIN search_section s ON s.document_id = d.id "
        f"WHERE {HIDDEN}"
    )

    def __init__(self, connection):
        self.connection = connection

    def add(self, rows):
        """Index `Words`."""
        raise NotImplementedError

    def remove(self, rows):
        """Forget sections, given as the `Words` that they were added as."""
        raise NotImplementedError

    def clear(self):
        """Forget all sections."""
        raise NotImplementedError

    def count(self):
        """How many sections are indexed."""
        raise NotImplementedError

    def tidy(self):
        """Do what makes searches quicker after much was indexed."""
        raise NotImplementedError

    def given(self, values):
        """Return numbers or texts as one parameter."""
        raise NotImplementedError

    def phrase(self, tokens):
        """Return tokens in a row as a query has them."""
        raise NotImplementedError

    def find(self, groups, filters, limit):
        """Return at most `limit` `Hit`s, of more the nearest, in no order."""
        hidden = self._hidden(filters.now)
        every = self._first(groups, FIELDS, filters, hidden, limit)
        if len(every) < limit:
            return [*every.values()]
        nearer = self._nearest(groups, NEARER, filters, hidden, limit)
        return [*(nearer | every).values()][:limit]

    def find_headings(self, groups, now, limit):
        """Return at most `limit` `Hit`s that match by their heading, or with context.

        In no order, those by their heading before others.
        """
        filters, hidden = Filters(now), self._hidden(now)
        found = self._nearest(groups, NEARER[:2], filters, hidden, limit)
        return [*found.values()][:limit]

    def items(self, groups, filters, limit):
        """The keys of items, of the one content type in `filters`, that match."""
        if not groups:
            return []
        parameters = [self.query(groups, FIELDS, filters)]
        sql = (
            f"SELECT DISTINCT d.object_id FROM {self.TABLE} JOIN search_section s "
            f"ON s.id = {self.ENTRY} & {SECTION} JOIN search_document d "
            f"ON d.id = s.document_id WHERE {self.MATCHES}"
        )
        if filters.now is not None:
            sql += f" AND {self.HIDDEN} IS NOT TRUE"
            parameters += self._moment(filters.now)
        return [key for (key,) in self.rows(f"{sql} LIMIT %s", [*parameters, limit])]

    def query(self, groups, fields, filters=None):
        """The query as the database reads it."""
        parts = [
            self._any(
                self.AND.join(
                    self._any(
                        self.phrase([token + field for token in phrase])
                        for field in fields
                    )
                    for phrase in alternative
                )
                for alternative in group
            )
            for group in groups
        ]
        if filters:
            for ending, keys in (
                (KIND, filters.content_types),
                (CAREER, filters.careers),
            ):
                if keys:
                    parts.append(self._any(self.phrase([f"{k}{ending}"]) for k in keys))
        return self.AND.join(parts)

    def _any(self, parts):
        return f"({self.OR.join(parts)})"

    def _nearest(self, groups, nearer, filters, hidden, limit):
        found = {}
        for fields in nearer:
            if len(found) < limit:
                found |= self._first(groups, fields, filters, hidden, limit)
        return found

    def _first(self, groups, fields, filters, hidden, limit):
        """{section: `Hit`} of the first entries with all groups in these fields."""
        if not groups:
            return {}
        # The limit is within, so that no more is joined; what is hidden comes on top.
        sql = (
            f"SELECT {self.COLUMNS} FROM (SELECT {self.ENTRY} AS entry "
            f"FROM {self.TABLE} WHERE {self.MATCHES} ORDER BY {self.ENTRY} LIMIT %s) e "
            f"CROSS JOIN search_section s JOIN search_document d "
            f"ON d.id = s.document_id WHERE s.id = e.entry & {SECTION} "
            f"AND {self.HAS_PAGE} ORDER BY e.entry"
        )
        query = self.query(groups, fields, filters)
        hits = map(Hit._make, self.rows(sql, [query, limit + len(hidden)]))
        return {hit.section: hit for hit in hits if hit.section not in hidden}

    def _hidden(self, now):
        """The sections that the clock hides: few, as what is hidden is not indexed."""
        if now is None:
            return ()
        rows = self.rows(f"SELECT s.id {self.OF_HIDDEN}", self._moment(now))
        return {section for (section,) in rows}

    def _moment(self, now):
        return [self.connection.ops.adapt_datetimefield_value(now)] * 2

    def rows(self, sql, parameters=()):
        """Return the rows of a query, past Django's, which take longer to be written
        than to be answered."""
        with self.connection.cursor() as cursor:
            cursor.execute(sql, parameters)
            return cursor.fetchall()
