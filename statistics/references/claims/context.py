"""Cut out what stands around a number of a text."""

import re

from .amounts import NEAR

LAST_WORD = re.compile(r"([\w.+#)’'-]+)[\s(]*$")
NEXT_WORD = re.compile(r"\s*([^\W\d_]+)")
_SENTENCE_END = re.compile(r"[.!?…]\s|\n")
CLOSE = 50  # characters before a number that hold a few words


class Context:
    """What stands around a `Number` in its block."""

    def __init__(self, shown, number):
        self.number = number
        self.before = shown[max(0, number.start - NEAR) : number.start]
        self.close = self.before[-CLOSE:]
        self.after = shown[number.end : number.end + NEAR]
        self.rest = shown[number.digits_end : number.digits_end + NEAR]
        start = number.start - 300
        ended = _SENTENCE_END.finditer(shown, max(0, start), number.start)
        ends = [match.end() for match in ended]
        stop = _SENTENCE_END.search(shown, number.end, number.end + 300)
        first = ends[-1] if ends else max(0, start)
        self.sentence = shown[first : stop.start() if stop else number.end + 300]
