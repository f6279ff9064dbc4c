"""Match the blocks of a newer document with those of the one before."""

from difflib import SequenceMatcher

from careerguide.importing.words import block_words, text_of_block

ALIKE = 0.5  # of the words of two blocks
MOST_PAIRS = 4_000  # that one changed stretch is searched for


def matched(old, new):
    """Return ({id of a new block: old block}, ids of those that are the same)."""
    first, second = [[*map(_signature, blocks)] for blocks in (old, new)]
    pairs, same = {}, set()
    for tag, a, b, c, d in SequenceMatcher(None, first, second, False).get_opcodes():
        if tag == "equal":
            pairs |= {
                block.id: other for block, other in zip(new[c:d], old[a:b], strict=True)
            }
            same |= {block.id for block in new[c:d]}
        elif tag == "replace":
            pairs |= _changed(old[a:b], new[c:d])
    return pairs, same


def _signature(block):
    return block.kind, block.role, text_of_block(block)


def _changed(old, new):
    """Pairs of blocks that have most words in common, or stand in place of another."""
    if len(old) * len(new) > MOST_PAIRS:
        return {}
    words = {id(block): block_words(block) for block in (*old, *new)}
    ratios = []
    for place, block in enumerate(new):
        for number, other in enumerate(old):
            if block.kind == other.kind:
                ours, theirs = words[id(block)], words[id(other)]
                ratio = SequenceMatcher(None, theirs, ours, False).ratio()
                ratios.append((ratio, place, number))
    pairs, taken = {}, set()
    for ratio, place, number in sorted(ratios, key=lambda one: (-one[0], one[1:])):
        if ratio >= ALIKE and new[place].id not in pairs and number not in taken:
            pairs[new[place].id] = old[number]
            taken.add(number)
    if len(old) == len(new):  # each in place of one: other words, perhaps all of them
        for number, (block, other) in enumerate(zip(new, old, strict=True)):
            is_free = block.id not in pairs and number not in taken
            if is_free and block.kind == other.kind:
                pairs[block.id] = other
    return pairs
