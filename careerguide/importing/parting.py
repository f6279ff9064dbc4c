"""Part the spans of a paragraph: at a character, or where its lines end."""

from dataclasses import replace

from .tree import changed


def parted_at(spans, at):
    """The spans before and after a character, without the spaces where they part."""
    first, second, count = [], [], 0
    for span in spans:
        length = 1 if span.end else 0 if span.picture or span.note else len(span.text)
        if count + length <= at:
            first.append(span)
        elif count >= at:
            second.append(span)
        else:
            first.append(replace(span, text=span.text[: at - count].rstrip()))
            second.append(replace(span, text=span.text[at - count :].lstrip()))
        count += length
    return _filled(first), _filled(second)


def _filled(spans):
    """The spans, or none where they show nothing."""
    shown = [s for s in spans if s.picture or s.note or s.text.strip()]
    return tuple(spans) if shown else ()


def lines_of(spans):
    """The spans of each line; from the second on the end of the one before is first."""
    lines = [[]]
    for span in spans:
        if span.end:
            lines.append([])
        lines[-1].append(span)
    return [line for line in lines if line]


def line_text(line):
    """The text of a line, without the end of the one before."""
    return "".join(span.text for span in line if not span.picture)


def parted_lines(block, lines, starts):
    """The paragraphs of one: those from its first line, and from each in `starts`."""
    parts = [[]]
    for number, line in enumerate(lines):
        if parts[-1] and number in starts:
            parts.append([])
        parts[-1] += line if parts[-1] or not line[0].end else line[1:]
    return [changed(block, spans=tuple(part)) for part in parts if part]
