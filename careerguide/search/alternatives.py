"""Make alternatives: phrases, and how well they say what was asked."""

from dataclasses import replace

from .groups import Alternative

EXACT, SYNONYM, JOINED, BEGUN, DIGITS, RELATED = 1.0, 0.9, 0.9, 0.8, 0.6, 0.55
STEP = 0.02  # less for each answer after the best


def all_of(tokens, quality=EXACT):
    return Alternative(tuple((token,) for token in tokens), quality)


def synonym(name):
    """What says the same, its words in a row: parted they may say anything."""
    return Alternative((name,), SYNONYM)


def answers_to(names, typed=()):
    """What answers to a name, the best first; words of the name itself say it."""
    return [
        Alternative((name,), SYNONYM if {*name} <= {*typed} else RELATED - place * STEP)
        for place, name in enumerate(names)
    ]


def hinted(names):
    """What an answer to a question would say."""
    return [Alternative((name,), RELATED) for name in names]


def without_answers(groups, asked):
    """The groups without what answers to one and was asked for in another."""
    said = {
        one.phrases
        for group in asked
        for one in group.alternatives
        if one.quality > RELATED
    }
    return [_without(group, said) for group in groups]


def _without(group, said):
    left = tuple(
        one
        for one in group.alternatives
        if one.quality > RELATED or one.phrases not in said
    )
    is_all = len(left) == len(group.alternatives)
    return group if is_all else replace(group, alternatives=left)
