"""Read the runs of a rich text: raised marks, lowered digits, struck-out text."""

import re

from .cells import StruckCell

RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
TEN = re.compile(r"(?<![0-9.,])10\s*$")
ON = ("1", "true", "on")


def text_of(element):
    """Return a string's text or runs of text, without what says how to pronounce it.

    A raised 1 is ¹, which marks a number and is no digit of it. Struck-out text is
    left out, and the cell says so by its class.
    """
    text, is_struck = "", False
    for child in element:
        name = local_name(child)
        if name == "t":
            text += child.text or ""
        elif name == "r":
            run = "".join(t.text or "" for t in child if local_name(t) == "t")
            styles = {
                local_name(style): style.get("val", "1")
                for part in child
                if local_name(part) == "rPr"
                for style in part
            }
            if styles.get("strike") in ON and run.strip():
                is_struck = True
            else:
                text += _placed(run, styles.get("vertAlign"), text)
    return StruckCell(text) if is_struck else text


def _placed(run, place, before):
    if place == "subscript":
        return run.translate(LOWERED)
    if place != "superscript" or not run.strip():
        return run
    mark = run.strip()
    power = mark.removeprefix("-").removeprefix("−")
    if power.isdecimal() and TEN.search(before):
        return f"^{mark}"  # a power, or a mark: not for us to tell
    if mark.isdecimal() and len(mark) < 4:
        return mark.translate(RAISED)
    # Letters and lists of marks have no such characters: 3200[a], 3200[1,2].
    is_mark = before.rstrip()[-1:].isdecimal() and mark[0] not in "[(*"
    return f"[{mark}]" if is_mark else run


def is_struck(font):
    """Return whether a font strikes its text out."""
    return any(
        local_name(style) == "strike" and style.get("val", "1") in ON for style in font
    )


def local_name(element):
    return element.tag.rpartition("}")[2]
