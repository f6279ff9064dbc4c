"""Find the tables of some careers that may be set side by side, in two queries."""

from collections import defaultdict

from careerguide.languages.folding import fold
from statistics.models import StatTable
from statistics.table.vocabulary import folded, total_words

ALL = "*"  # what no name of a row is folded to, being all of them


def tables_of(careers):
    """Return the tables that have a measure, or a topic that two careers have."""
    published = StatTable.objects.published().filter(career__in=careers)
    of_topic, kept = defaultdict(set), []
    rows = published.order_by("order", "pk")
    rows = list(rows.values_list("pk", "career_id", "topic", "measure_id"))
    for _key, career, topic, _measure in rows:
        of_topic[topic_key(topic)].add(career)
    for key, _career, topic, measure in rows:
        name = topic_key(topic)
        if measure or (name and len(of_topic[name]) > 1):
            kept.append(key)
    if not kept:
        return []
    by_key = {career.pk: career for career in careers}
    tables = StatTable.objects.select_related("measure").defer("note").in_bulk(kept)
    found = [tables[key] for key in kept if key in tables]
    for table in found:
        table.career = by_key[table.career_id]
    return [table for table in found if table.table.columns and table.table.rows]


def topic_key(topic):
    return " ".join(fold(topic).split())


def clusters(tables, careers):
    """Yield the tables whose rows can be set side by side: {career's key: table}.

    Those of one measure first, then of one topic: each with the table of another career
    that shares most names of rows with it.
    """
    used = set()
    for table in tables:
        if table.measure_id is None or table.pk in used:
            continue
        found = {}
        for other in tables:
            if other.measure_id == table.measure_id:
                found.setdefault(other.career_id, other)
        if _shared(found.values()):
            used |= {other.pk for other in found.values()}
            yield found
    for career in careers:
        for table in tables:
            if table.career_id == career.pk and table.pk not in used:
                found = _of_topic(table, tables, used)
                if len(found) > 1:
                    used |= {other.pk for other in found.values()}
                    yield found


def _shared(tables):
    """Whether two tables at least have several rows, and names of them in common."""
    tables = [table for table in tables if len(table.table.rows) > 1]
    names = [row_names(table) for table in tables]
    return any(
        names[first] & names[second]
        for first in range(len(names))
        for second in range(first)
    )


def _of_topic(table, tables, used):
    topic, names = topic_key(table.topic), row_names(table)
    found = {table.career_id: table}
    if not topic or len(names) < 2:
        return found
    best = {}
    for other in tables:
        if other.pk in used or other.career_id == table.career_id:
            continue
        if topic_key(other.topic) == topic:
            shared = len(names & row_names(other))
            if shared:
                best.setdefault(other.career_id, []).append((shared, other))
    for career, others in best.items():
        found[career] = max(others, key=lambda pair: pair[0])[1]
    return found


def row_names(table):
    """Return the names of a table's rows, as they are compared."""
    return {row_key(table, row) for row in table.table.rows} - {""}


def row_key(table, row):
    """Return a row's name as it is compared; the career's own name stands for all."""
    name = folded(table.table.label(row))
    own = (table.career.name, *table.career.other_name_list)
    if name in total_words() or name in map(folded, own):
        return ALL
    return " ".join(fold(name).split())
