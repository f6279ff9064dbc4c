"""Find where code stands in the source of a Markdown text, a line at a time.

For what looks at the source: cmark alone decides what a reader sees. It knows fences,
also in quotes and lists, code by indent, and HTML's `<pre>`.
"""

import re
from collections import defaultdict, deque

_CONTAINERS = re.compile(r"(?:[ \t]*(?:>|(?:[-+*]|[0-9]{1,9}[.)])(?:[ \t]|$)))*[ \t]*")
_OPENING = re.compile(r"(`{3,})[^`]*$|(~{3,})")
_ITEM = re.compile(r"[ \t]*(?:[-+*]|[0-9]{1,9}[.)])(?:[ \t]|$)")
_TICKS = re.compile(r"(?<!\\)`+")
_PRE = re.compile(r" {0,3}<pre[\s>]", re.I)


class CodeLines:
    """Ask `holds` of a line whether it is code, then `read` it; in order."""

    def __init__(self):
        self.fence = ""  # what opened the block that is open
        self.is_pre = self.is_list = False
        self.is_after_blank = True

    def holds(self, line: str) -> bool:
        return bool(self.fence) or self.is_pre or self._is_indented(line)

    def ends_with(self, line: str) -> bool:
        """Return whether the fenced block that is open ends with this line."""
        mark = without_containers(line).rstrip(" \t") if self.fence else ""
        return len(mark) >= len(self.fence) > 0 and mark.count(self.fence[0]) == len(
            mark
        )

    def read(self, line: str) -> None:
        if self.fence:
            if self.ends_with(line):
                self.fence = ""
        elif self.is_pre:
            self.is_pre = "</pre>" not in line.lower()
        elif not self._is_indented(line):
            if opened := _OPENING.match(without_containers(line)):
                self.fence = opened[1] or opened[2]
            elif _PRE.match(line):
                self.is_pre = "</pre>" not in line.lower()
        if line.strip(" \t"):
            self.is_list = bool(_ITEM.match(line)) or (
                self.is_list and (line[0] in " \t" or not self.is_after_blank)
            )
        self.is_after_blank = not line.strip(" \t") or (
            self.is_after_blank and self._is_indented(line)
        )

    def _is_indented(self, line: str) -> bool:
        """Four columns after a blank line, where no list goes on."""
        if not self.is_after_blank or self.is_list or not line.strip(" \t"):
            return False
        start = line[: len(line) - len(line.lstrip(" \t"))]
        return len(start.expandtabs(4)) >= 4


def without_containers(line: str) -> str:
    """Return a line without the marks of the quotes and lists that it stands in."""
    return line[_CONTAINERS.match(line).end() :]


def between_code(line: str) -> list[str]:
    """The line in pieces: every other one, from the second, is a span of code."""
    pieces, end = [], 0
    for start, stop in _code_spans(line):
        pieces += [line[end:start], line[start:stop]]
        end = stop
    return [*pieces, line[end:]]


def _code_spans(line: str) -> list[tuple[int, int]]:
    """Where each span of code of a line starts and ends; in linear time, as cmark."""
    runs = [match.span() for match in _TICKS.finditer(line)]
    places = defaultdict(deque)
    for number, (start, end) in enumerate(runs):
        places[end - start].append(number)
    found, at = [], 0
    while at < len(runs):
        start, end = runs[at]
        same = places[end - start]
        while same and same[0] <= at:
            same.popleft()
        if same:
            at = same.popleft()
            found.append((start, runs[at][1]))
        at += 1
    return found
