"""Reduce the ends of lines that programs write to one."""

import re

# Next line, separators of lines, paragraphs and records, vertical tab, form feed.
OTHERS = re.compile("[\x85\u2028\u2029\x1e\v\f]")
PAGE = re.compile("(?<=\n)\f|\f(?=\n)")


def one_kind_of_line_end(text):
    """Return the text with \\n after each line.

    Other characters end lines only where nothing else does: within lines they break
    the text of a cell.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\n" not in text.strip("\n"):
        return OTHERS.sub("\n", text)
    return PAGE.sub("", text)
