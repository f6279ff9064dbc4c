"""Serve range requests: the part of a file that is asked for (RFC 9110, section 14)."""

import re

_ONE = re.compile(r"bytes\s*=\s*(?:([0-9]{1,18})-([0-9]{0,18})|-([0-9]{1,18}))\s*")
UNSATISFIABLE = (0, -1)


def asked_range(header, size):
    """Return the first and the last byte that a Range header wants of `size` bytes.

    None where it is to be ignored, as a header with several ranges or of no meaning
    is; `UNSATISFIABLE` where the file has no such part.
    """
    found = _ONE.fullmatch(header.strip().lower())
    if not found:
        return None
    first, last, suffix = found.groups()
    if suffix is not None:
        start = max(0, size - int(suffix))
        return (start, size - 1) if int(suffix) and size else UNSATISFIABLE
    if last and int(last) < int(first):
        return None
    if int(first) >= size:
        return UNSATISFIABLE
    return int(first), min(int(last), size - 1) if last else size - 1
