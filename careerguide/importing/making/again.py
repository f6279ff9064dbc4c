"""Carry what was decided of a document over to a newer version of it.

Blocks that are there still, also with other words, stay where somebody put them; items
keep their keys, by which their drafts are found. What is new is where recognition puts
it, beside what it stands beside.
"""

from collections import Counter
from dataclasses import replace

from django.utils.translation import gettext as _

from careerguide.importing.plan import DATA, LEFT_OUT, TITLE, Decision, Plan
from careerguide.importing.review.places import places_in, with_spans
from careerguide.importing.review.span_text import reference_at, with_reference
from careerguide.importing.tree import pictures_in
from careerguide.importing.words import text_of_block

from .matching import matched
from .pictured import carried_descriptions, identities, said_by


def carried_over(previous, document, plan):
    """Return the newer document and the plan it gets, by the import before it."""
    old, before = previous.guide, previous.tree
    numbers = dict(previous.pictures.values_list("number", "sha256"))
    pictures = identities(before, numbers), identities(document)
    pairs, same = matched(before.blocks, document.blocks, *pictures)
    document = _with_references(document, pairs, same)
    keys, items = _keys(old, plan, pairs)
    placements = [
        _placement(block, plan.placement_of[block.id], old, pairs, same, keys)
        for block in document.blocks
    ]
    kept = {other.id for other in pairs.values()}
    said = {block.id: said_by(block, before, old) for block in before.blocks}
    gone = tuple(
        said[block.id]
        for block in before.blocks
        if block.id not in kept and old.placement_of[block.id].role != LEFT_OUT
    )
    descriptions = carried_descriptions(old, *pictures)
    decisions = [
        *_decisions(old, plan, pairs, same, keys, descriptions),
        *_lost_grids(document, old, pairs, same),
    ]
    made = Plan(
        items,
        tuple(_in_order(placements, old, before, pairs)),
        tuple(decisions),
        descriptions,
        old.career,
        changes=_changes(document, pairs, same, said),
        gone=tuple(filter(None, gone)),
    )
    return document, made.tidied()


def _keys(old, plan, pairs):
    """({key of the newer plan: key that it gets}, items): old ones, and new ones."""
    votes = {}
    for placement in plan.placements:
        if (other := pairs.get(placement.block)) and placement.item:
            key = old.placement_of[other.id].item
            votes.setdefault(placement.item, Counter())[key] += 1
    kinds = {item.key: item.kind for item in old.items}
    keys, grown = {}, old
    for item in plan.items:
        named = [
            key
            for key, _count in votes.get(item.key, Counter()).most_common()
            if kinds.get(key) == item.kind
        ]
        if named and named[0] not in keys.values():
            keys[item.key] = named[0]
        elif item.kind == "career" and old.items_of("career"):
            keys[item.key] = old.items_of("career")[0].key
        else:
            grown = grown.with_item(item.kind, item.title)
            keys[item.key] = grown.items[-1].key
    return keys, grown.items


def _placement(block, found, old, pairs, same, keys):
    """Where a block was, or where recognition puts what is new."""
    other = pairs.get(block.id)
    if other is None:
        item, shown_in = keys.get(found.item, ""), keys.get(found.shown_in, "")
        return replace(found, item=item, shown_in=shown_in)
    was = replace(old.placement_of[other.id], block=block.id)
    if block.id in same:
        return was
    prefix = found.prefix if was.role in (TITLE, found.role) else ""
    if was.role == DATA:  # its cells are others: they are read anew
        return replace(was, table={}, lines=found.lines, choices=found.choices)
    return replace(was, prefix=prefix, lines=found.lines if was.lines else ())


def _in_order(placements, old, before, pairs):
    """Placements in the document's order, or in the one that somebody made."""
    old_order = [p.block for p in old.placements]
    if old_order == [block.id for block in before.blocks]:
        return placements
    rank = {block: number for number, block in enumerate(old_order)}
    ranked, last = [], -1
    for number, placement in enumerate(placements):
        if other := pairs.get(placement.block):
            last = rank[other.id]
        ranked.append((last, number, placement))
    return [placement for _rank, _number, placement in sorted(ranked, key=_two)]


def _two(ranked):
    return ranked[:2]


def _decisions(old, plan, pairs, same, keys, descriptions):
    """What is open still, and what the newer document asks of what is new in it."""
    new_ids = {other.id: block for block, other in pairs.items() if block in same}
    for decision in old.decisions:
        if decision.block in new_ids and decision.kind != "picture":
            others = (new_ids[o] for o in decision.others if o in new_ids)
            yield replace(decision, block=new_ids[decision.block], others=tuple(others))
    known = {item.key for item in old.items}
    for decision in plan.decisions:
        about = keys.get(decision.about, decision.about)
        if decision.kind == "picture" and about in descriptions:
            continue
        if decision.block not in same and about not in known:
            others = tuple(o for o in decision.others if o not in same)
            yield replace(decision, about=about, others=others)


def _lost_grids(document, old, pairs, same):
    """A decision for each table that somebody edited, and whose cells are others."""
    for block in document.blocks:
        other = pairs.get(block.id)
        if other and block.id not in same and old.placement_of[other.id].table:
            sentence = _(
                "Somebody edited this table in the grid, and its cells are others in "
                "this version: it is read anew, as the document has it."
            )
            yield Decision("table", block.id, sentence)


def _changes(document, pairs, same, said):
    return {
        block.id: {"change": "changed", "was": said[pairs[block.id].id]}
        if block.id in pairs
        else {"change": "new", "was": ""}
        for block in document.blocks
        if block.id not in same and (text_of_block(block) or pictures_in(block))
    }


def _with_references(document, pairs, same):
    """The document with the numbers that were tied in blocks that are the same."""
    blocks = tuple(
        _tied(block, pairs[block.id]) if block.id in same else block
        for block in document.blocks
    )
    return replace(document, blocks=blocks)


def _tied(block, other):
    for place, old in zip(places_in(block), places_in(other), strict=False):
        spans = place.spans
        for start, span in reference_at(old.spans):
            size = len(span.text)
            spans = with_reference(spans, start, size, span.reference) or spans
        if spans != place.spans:
            block = with_spans(block, place.id, spans)
    return block
