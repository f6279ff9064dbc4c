"""Negotiate the content encoding by Accept-Encoding (RFC 9110, section 12.5.3).

An encoding is a name of ours, "br" or "gzip", and "" for the bytes as they are.
"""

import re
from functools import lru_cache

_WEIGHT = re.compile(r"\s*q\s*=\s*(0(?:\.[0-9]{0,3})?|1(?:\.0{0,3})?)\s*", re.ASCII)
LONGEST_KEPT = 300  # characters of a header whose meaning is remembered


def acceptable(header, encodings):
    """Return those of `encodings` that the header takes, and "", the best one first.

    `encodings`, a tuple, are in the order that we like them. One that is not named is
    not taken, except where `*` stands for it and the bytes as they are will not do.
    """
    read = _read_and_kept if len(header) <= LONGEST_KEPT else _read
    return read(header, encodings)


def _read(header, encodings):
    weights = {}
    for part in header.lower().split(","):
        coding, _, parameter = part.partition(";")
        found = _WEIGHT.fullmatch(parameter)
        # A weight that is none counts as if it were not there.
        weights[coding.strip()] = float(found[1]) if found else 1.0
    others = weights.get("*")
    plain = weights.get("identity", others if others == 0 else None)
    taken = {name: weights[name] for name in encodings if weights.get(name)}
    if plain == 0 and others:
        taken |= {n: others for n in encodings if n not in weights}
    order = sorted(taken, key=lambda name: -taken[name])
    if plain == 0:
        return tuple(order)
    # Bytes as they are come last, unless they are asked for more than another.
    before = [name for name in order if plain is None or taken[name] >= plain]
    return (*before, "", *(name for name in order if name not in before))


_read_and_kept = lru_cache(maxsize=256)(_read)
