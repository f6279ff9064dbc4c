"""Write and ask the index, in what the two back ends have in common."""

from .shapes import CAREER, FIELDS, KIND, NEARER, SECTION, SECTIONS, Filters, Hit


class BaseBackend:
    """Index sections and find them.

    A query is groups, of which all have to match; a group is alternatives, of which one
    has to; an alternative is phrases, which all have to stand in the section; a phrase
    is tokens in a row of one field. Tokens hold letters, digits and marks only, as
    `tokens` makes them, so nothing that a reader types reaches the database as an
    operator.
    """

    TABLE = ENTRY = ""  # the database's table of words, and its column of entries
    ARE_GIVEN = ""  # what is true of values that `given` makes a parameter of
    JOINED_LINES = ""  # the `words` of all rows, a line for each: quicker than rows
    COLUMNS = (
        f"s.static_rank * {SECTIONS} + s.id, s.id, s.document_id, s.place, s.anchor, "
        "s.heading, s.heading_words, d.content_type_id, d.career_id, d.career_name, "
        "d.title, d.title_words, d.context, d.url, d.language"
    )
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

    def one_of(self, tokens):
        """Return the query for any of these tokens."""
        raise NotImplementedError

    def in_a_row(self, tokens):
        """Return the query for tokens, two or more, that follow each other."""
        raise NotImplementedError

    def where(self, query):
        """Return the SQL of what matches a query, and its parameters."""
        raise NotImplementedError

    def find(self, groups, filters, limit):
        """Return at most `limit` `Hit`s, of more the nearest, in no order."""
        return self._visible(self._find, groups, filters, limit)

    def find_headings(self, groups, now, limit):
        """Return at most `limit` `Hit`s that match by their heading, or with context.

        In no order, those by their heading before others.
        """
        return self._visible(self._find_headings, groups, Filters(now), limit)

    def _visible(self, find, groups, filters, limit):
        """What is found, and not hidden by the clock.

        Little is: only where some of it is found is all asked for that is hidden.
        """
        if not groups and not filters.content_types:
            return []
        found = find(groups, filters, limit, frozenset())
        if any(is_hidden for _hit, is_hidden in found):
            found = find(groups, filters, limit, self._hidden(filters.now))
        return [hit for hit, _is_hidden in found]

    def _find(self, groups, filters, limit, hidden):
        def entries(fields):
            sql, parameters = self._first(groups, fields, filters)
            rows = self.rows(sql, [*parameters, limit + len(hidden)])
            return {entry: entry for (entry,) in rows if entry & SECTION not in hidden}

        every = entries(FIELDS)
        found = self._nearest(entries, NEARER, limit) if len(every) >= limit else {}
        sections = [entry & SECTION for entry in [*(found | every)][:limit]]
        if not sections:
            return []
        sql = self._hits("search_section s", f"s.id {self.ARE_GIVEN}")
        near = {entry & SECTION for entry in found}
        rows = self.rows(sql, [*self._moment(filters.now), self.given(sections)])
        return [(Hit(*row, in_sum=row[1] in near), hide) for hide, *row in rows]

    def _find_headings(self, groups, filters, limit, hidden):
        moment = self._moment(filters.now)

        def hits(fields):
            # One query: the limit is within, so that no more is joined than is wanted.
            first, parameters = self._first(groups, fields)
            source = f"({first}) e CROSS JOIN search_section s"
            sql = self._hits(source, f"s.id = e.entry & {SECTION}")
            rows = self.rows(sql, [*moment, *parameters, limit + len(hidden)])
            found = ((Hit(*row), hide) for hide, *row in rows)
            return {
                hit.section: (hit, h) for hit, h in found if hit.section not in hidden
            }

        return [*self._nearest(hits, NEARER[:2], limit).values()][:limit]

    def items(self, groups, filters, limit):
        """The keys of items, of the one content type in `filters`, that match."""
        if not groups:
            return []
        condition, parameters = self.where(self.query(groups, FIELDS, filters))
        sql = (
            f"SELECT DISTINCT d.object_id FROM {self.TABLE} JOIN search_section s "
            f"ON s.id = {self.ENTRY} & {SECTION} JOIN search_document d "
            f"ON d.id = s.document_id WHERE {condition}"
        )
        if filters.now is not None:
            sql += f" AND {self.HIDDEN} IS NOT TRUE"
            parameters = [*parameters, *self._moment(filters.now)]
        return [key for (key,) in self.rows(f"{sql} LIMIT %s", [*parameters, limit])]

    def query(self, groups, fields, filters=None):
        """The query as the database reads it."""
        parts = [self._group(group, fields) for group in groups]
        if filters:
            for ending, keys in (
                (KIND, filters.content_types),
                (CAREER, filters.careers),
            ):
                if keys:
                    parts.append(self.one_of([f"{key}{ending}" for key in keys]))
        return " AND ".join(parts)

    def _group(self, group, fields):
        """The query for any of the alternatives of a group: its words first, as one."""
        words = [one[0][0] for one in group if _is_word(one)]
        parts = [self._in_fields([[word] for word in words], fields)] if words else []
        parts += [
            self._all(self._in_fields([phrase], fields) for phrase in alternative)
            for alternative in group
            if not _is_word(alternative)
        ]
        return self._any(parts)

    def _in_fields(self, phrases, fields):
        """The query for any of these phrases, all as long, in any of the fields."""
        found = [[token + f for token in phrase] for phrase in phrases for f in fields]
        if len(phrases[0]) == 1:
            return self.one_of([token for (token,) in found])
        return self._any(map(self.in_a_row, found))

    def _all(self, parts):
        return f"({' AND '.join(parts)})"

    def _any(self, parts):
        return f"({' OR '.join(parts)})"

    def _nearest(self, first, nearer, limit):
        """What `first` gives for each of the fields in turn, until it is enough."""
        found = {}
        for fields in nearer:
            if len(found) < limit:
                found |= first(fields)
        return found

    def _first(self, groups, fields, filters=None):
        """SQL of the first entries that match, and its parameters but their number."""
        condition, parameters = self.where(self.query(groups, fields, filters))
        sql = (
            f"SELECT {self.ENTRY} AS entry FROM {self.TABLE} WHERE {condition} "
            f"ORDER BY {self.ENTRY} LIMIT %s"
        )
        return sql, parameters

    def _hits(self, source, condition):
        """SQL of whether they are hidden and of `Hit`s, of a source of sections."""
        return (
            f"SELECT {self.HIDDEN}, {self.COLUMNS} FROM {source} "
            "JOIN search_document d ON d.id = s.document_id "
            f"WHERE {condition} AND d.url IS NOT NULL"
        )

    def _hidden(self, now):
        """The sections that the clock hides: few, as what is hidden is not indexed."""
        rows = self.rows(f"SELECT s.id {self.OF_HIDDEN}", self._moment(now))
        return {section for (section,) in rows}

    def _moment(self, now):
        """The parameters of `HIDDEN`; of no moment nothing is hidden."""
        if now is None:
            return [None, None]
        return [self.connection.ops.adapt_datetimefield_value(now)] * 2

    def rows(self, sql, parameters=()):
        """Return the rows of a query, past Django's, which take longer to be written
        than to be answered."""
        with self.connection.cursor() as cursor:
            cursor.execute(sql, parameters)
            return cursor.fetchall()


def _is_word(alternative):
    return len(alternative) == len(alternative[0]) == 1
