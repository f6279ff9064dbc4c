"""Combine all pairs of values of independent dimensions in few combinations."""

from itertools import combinations, product


def all_pairs(allowed=lambda **_combination: True, **dimensions):
    """Combinations (dicts) that hold each allowed pair of values of two dimensions.

    Greedy and deterministic: of all combinations, the one that covers most pairs that
    are still missing comes next.
    """
    everything = [
        combination
        for values in product(*dimensions.values())
        if allowed(**(combination := dict(zip(dimensions, values, strict=True))))
    ]
    pairs_of = [
        {*combinations([(k, str(v)) for k, v in each.items()], 2)}
        for each in everything
    ]
    missing = set().union(*pairs_of)
    while missing:
        best = max(range(len(everything)), key=lambda n: len(pairs_of[n] & missing))
        missing -= pairs_of[best]
        yield everything[best]
