"""Find the sentences that say another number once a table is published."""

import copy
import re

from careerguide.markup import plain_text
from careerguide.markup.references.notation import plain_references_in
from careerguide.markup.references.sources import slugs_of
from careerguide.publishing.models.texts import is_markdown
from statistics.models import StatTable
from statistics.own_numbers import ShownText

from .claims.marks import CLAIM, LoadedClaims
from .embeds import tables_by_slug
from .rewriting import names_after
from .source import LoadedTables
from .texts import all_slugs_of, texts_with

_OPEN, _CLOSE = "\ue000", "\ue001"  # around the place of a number: no text has them
_NUMBERED = re.compile(f"{_OPEN}(\\d+){_CLOSE}")
_SENTENCE = re.compile(r"(?<=[.!?…。])\s+")
_BLOCK = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*+>|]|\d+[.)])\s)")


def changed_sentences(row, item):
    """Yield (page, sentence before, sentence after) of texts that readers see.

    `row` is what readers have now, `item` what they would have. Texts follow a row or
    a column that is renamed, so that changes no sentence by itself.
    """
    if not isinstance(item, StatTable) or row is None or row.data == item.data:
        return
    yield from _own_texts(row, item)
    slugs = all_slugs_of(row) | {item.slug}
    item = copy.copy(item)
    item.renames = names_after(item, row.data)
    pages = texts_with(slugs, lambda items: items.published())
    # Of its own texts readers get the new ones.
    pages = [*(page for page in pages if page != row), item]
    references = {_bare(r) for page in pages for r in page.referred_to()}
    published = StatTable.objects.published()
    tables = tables_by_slug(sorted(slugs_of(references) - slugs), published)
    before, after = (
        LoadedTables(tables | dict.fromkeys(slugs, table)) for table in (row, item)
    )
    changed = {
        r
        for r in references
        if r.keyword not in before.lines and before.text(r) != after.text(r)
    }
    for page in pages if changed else ():
        for name in page.reference_fields():
            for sentence in _sentences(page, name, changed):
                yield page, _filled(sentence, before), _filled(sentence, after)


def _own_texts(row, item):
    """The table's own texts that say another number without being another text."""
    for name in item.own_number_fields:
        before, after = getattr(row, name), getattr(item, name)
        if isinstance(after, ShownText) and before != after:
            yield item, before, after


def _bare(reference):
    return reference._replace(is_linked=False)


def _sentences(page, name, changed):
    """Sentences that change, each a list of words and references in turn."""
    text = getattr(page, name)
    if "[[" not in text:
        return
    markdown = is_markdown(page._meta.get_field(name))
    for block in _BLOCK.split(text) if markdown else [text]:
        if "[[" not in block:
            continue
        found = []

        def mark(reference, found=found):
            found.append(_bare(reference))
            return f"{_OPEN}{len(found) - 1}{_CLOSE}"

        if markdown:
            shown = plain_text(block, mark)
        else:
            shown = block
            for reference, match in reversed([*plain_references_in(block)]):
                shown = shown[: match.start()] + mark(reference) + shown[match.end() :]
        for sentence in _SENTENCE.split(shown):
            parts = _NUMBERED.split(sentence)
            parts[1::2] = [found[int(place)] for place in parts[1::2]]
            if changed.intersection(parts[1::2]):
                yield parts


def _filled(parts, tables):
    return "".join(
        _text(part, tables) if place % 2 else part for place, part in enumerate(parts)
    ).strip()


def _text(reference, tables):
    if reference.keyword == CLAIM:  # which no table changes
        return LoadedClaims().text(reference)
    return tables.text(reference)
