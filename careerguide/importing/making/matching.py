"""Match the blocks of a newer document with those of the one before.

First in their order; then what is left of both, wherever it stands: it was moved.
"""

from difflib import SequenceMatcher

from careerguide.importing.tree import HEADING, pictures_in
from careerguide.importing.words import block_words, text_of_block

ALIKE = 0.5  # of the words of two blocks
OWN = 4  # words by which a block is known wherever it stands
MOST_PAIRS = 4_000  # that one changed stretch is searched for


def matched(old, new, old_pictures, new_pictures):
    """Return ({id of a new block: old block}, ids of those that are the same).

    `old_pictures` and `new_pictures` say by their numbers which pictures are which.
    """
    signatures = {
        id(block): _signature(block, pictures)
        for blocks, pictures in ((old, old_pictures), (new, new_pictures))
        for block in blocks
    }
    first, second = [[signatures[id(b)] for b in blocks] for blocks in (old, new)]
    pairs, same = {}, set()
    for tag, a, b, c, d in SequenceMatcher(None, first, second, False).get_opcodes():
        if tag == "equal":
            pairs |= {
                block.id: other for block, other in zip(new[c:d], old[a:b], strict=True)
            }
            same |= {block.id for block in new[c:d]}
        elif tag == "replace":
            pairs |= _changed(old[a:b], new[c:d])
    beside = _Beside(old, new, pairs)
    same |= _find_moved(*_left(old, new, pairs), beside, signatures)
    for place, other in _alike(*_left(old, new, pairs)).items():
        if beside.is_paired(place, other):
            pairs[place] = other
    return pairs, same


class _Beside:
    """Tell whether two blocks stand beside others that are a pair.

    “Yes.” of one question is not that of another one.
    """

    def __init__(self, old, new, pairs):
        self.old, self.new, self.pairs = old, new, pairs
        self.at_old = {block.id: place for place, block in enumerate(old)}
        self.at_new = {block.id: place for place, block in enumerate(new)}

    def is_paired(self, block_id, other):
        for step in (-1, 1):
            here, there = self.at_new[block_id] + step, self.at_old[other.id] + step
            if 0 <= here < len(self.new) and 0 <= there < len(self.old):
                found = self.pairs.get(self.new[here].id)
                if found is self.old[there]:
                    return True
        return False


def _left(old, new, pairs):
    """The blocks of both that have no counterpart yet."""
    taken = {block.id for block in pairs.values()}
    return [b for b in old if b.id not in taken], [b for b in new if b.id not in pairs]


def _find_moved(old, new, beside, signatures):
    """Pair blocks of the same words, which stand elsewhere now; return their ids."""
    places, found = {}, set()
    for block in old:
        if text_of_block(block) or pictures_in(block):
            places.setdefault(signatures[id(block)], []).append(block)
    for block in new:
        there = places.get(signatures[id(block)], [])
        for other in there:
            is_own = block.kind == HEADING or bool(pictures_in(block))
            is_own = is_own or len(block_words(block)) >= OWN
            if is_own or beside.is_paired(block.id, other):
                beside.pairs[block.id] = other
                found.add(block.id)
                there.remove(other)
                break
    return found


def _signature(block, pictures):
    shown = tuple(pictures.get(number) for number in pictures_in(block))
    return block.kind, block.role, text_of_block(block), shown


def _changed(old, new):
    """Pairs of blocks that have most words in common, or stand in place of another."""
    pairs = _alike(old, new)
    taken = {block.id for block in pairs.values()}
    if len(old) == len(new):  # each in place of one: other words, perhaps all of them
        for block, other in zip(new, old, strict=True):
            is_free = block.id not in pairs and other.id not in taken
            if is_free and block.kind == other.kind:
                pairs[block.id] = other
    return pairs


def _alike(old, new):
    """Pairs of blocks of one kind that have most words in common, the likest first."""
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
    return pairs
