"""Find places in the text of spans, and put references there."""

import re
from dataclasses import replace

END = re.compile(r"[.!?…][\"”’)]*\s+")
MOST = 160  # characters of what stands around a number


def lengths(spans):
    """Yield (start, end, span) of spans in the line they show."""
    at = 0
    for span in spans:
        size = 1 if span.end else 0 if span.picture or span.note else len(span.text)
        yield at, at + size, span
        at += size


def reference_at(spans):
    """Return (start, span) of each that has a reference."""
    return [(start, span) for start, _end, span in lengths(spans) if span.reference]


def with_reference(spans, start, length, reference):
    """Return spans in which some characters have a reference, or none with ""."""
    out = []
    for first, last, span in lengths(spans):
        if first <= start and start + length <= last and not span.end:
            if "code" in span.marks:
                return None
            at = start - first
            pieces = (
                replace(span, text=span.text[:at], reference=""),
                replace(span, text=span.text[at : at + length], reference=reference),
                replace(span, text=span.text[at + length :], reference=""),
            )
            out += [piece for piece in pieces if piece.text]
            start = -1  # put
            length = 0
        else:
            out.append(span)
    return _joined(out) if start == -1 else None


def _joined(spans):
    """Spans whose neighbours are unlike: what a reference parted is one again."""
    out = []
    for span in spans:
        last = out[-1] if out else None
        is_plain = not (span.reference or span.end or span.picture or span.note)
        if last and is_plain and replace(last, text="") == replace(span, text=""):
            out[-1] = replace(last, text=last.text + span.text)
        else:
            out.append(span)
    return tuple(out)


def around(line, start):
    """Return the sentence that stands around a place, shortened."""
    ends = [m.end() for m in END.finditer(line)]
    first = max((end for end in ends if end <= start), default=0)
    last = min((end for end in ends if end > start), default=len(line))
    sentence = " ".join(line[first:last].split())
    return sentence if len(sentence) <= MOST else f"{sentence[: MOST - 1]}…"


def sentence_starts(line):
    """Return the places where a sentence begins, but for the first."""
    return [m.end() for m in END.finditer(line) if m.end() < len(line)]
