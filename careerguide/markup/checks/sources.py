"""Split a text into its lines as they were written, with code blanked out."""

import re

from careerguide.markup.code_marks import CodeLines, between_code, without_containers

from .outline import CODE

_DEFINITION = re.compile(r"\[((?:[^\[\]\\]|\\.){1,500})\]:[ \t]*(.*)")


class Source:
    """The lines of `text`: code is blanked out, `fences` are the openings of blocks.

    Its own `text` is these lines; `written` are those of `text` as they stand.
    """

    def __init__(self, text: str):
        self.lines, self.fences, code = [], [], CodeLines()
        self.written = text.split("\n")
        for number, line in enumerate(self.written, 1):
            was_open, was_pre = code.fence, code.is_pre
            is_code = code.holds(line)
            code.read(line)
            if code.fence and not was_open:
                self.fences.append((number, line))
            is_fence = bool(code.fence) != bool(was_open)
            if was_pre and not code.is_pre:
                line = line[line.lower().index("</pre>") :]
                is_code = False
            self.lines.append("" if is_code or is_fence else _without_spans(line))
        self.text = "\n".join(self.lines)
        self.is_fence_open = bool(code.fence)

    def definitions(self):
        """(line, label, rest) of what looks like the definition of a link or a note."""
        for number, line in enumerate(self.lines, 1):
            if "]:" in line and (found := _DEFINITION.match(without_containers(line))):
                yield number, found[1], found[2]


def _without_spans(line: str) -> str:
    if "`" not in line:
        return line
    pieces = between_code(line)
    pieces[1::2] = [CODE] * (len(pieces) // 2)
    return "".join(pieces)
