"""Apply number formats with characters between digits: codes, thousands."""

from careerguide.languages.signs import SPACES

from .cells import CodeCell

MOST_ZEROS = 15
GROUP_MARKS = (".", ",", "’")


def without_group_marks(tokens):
    """Tokens without the quoted marks of thousands: #"."##0 is a number of any size.

    Before them stand no zeros, which a code would have.
    """
    kinds = [kind for kind, _text in tokens]
    end = kinds.index("point") if "point" in kinds else len(kinds)
    digits = [place for place in range(end) if kinds[place] == "digits"]
    marks = [
        place
        for place, following in zip(digits, digits[1:], strict=False)
        if following == place + 2
        and tokens[place + 1] in [("literal", mark) for mark in GROUP_MARKS]
        and "0" not in tokens[place][1]
        and len(tokens[following][1]) == 3
    ]
    between = {tokens[place + 1] for place in marks}
    if len(marks) != len(digits) - 1 or len(between) != 1:
        return tokens
    return tuple(t for n, t in enumerate(tokens) if n - 1 not in marks)


def template(number, tokens):
    """Digits with other characters between them are no amount: 000-00-0000.

    Spaces and apostrophes between them end thousands.
    """
    kinds = [kind for kind, _text in tokens]
    if kinds.count("digits") < 2 or {"point", "slash", "exponent"} & set(kinds):
        return ""
    first, last = kinds.index("digits"), len(kinds) - 1 - kinds[::-1].index("digits")
    between = "".join(text for kind, text in tokens[first:last] if kind == "literal")
    if not between.strip(" '" + SPACES) or number != number.to_integral_value():
        return ""
    pattern = "".join(text for kind, text in tokens if kind == "digits")
    digits = list(f"{abs(number):f}".partition(".")[0])
    extra = "".join(digits[: max(0, len(digits) - len(pattern))])
    digits = _filling(pattern, digits[len(extra) :])
    parts = []
    for place, (kind, text) in enumerate(tokens):
        if kind == "digits":
            taken, digits = digits[: len(text)], digits[len(text) :]
            parts.append((extra if place == first else "") + "".join(taken))
        elif kind == "literal":
            parts.append(text)
    text = ("-" if number < 0 else "") + "".join(parts).strip()
    return text if set(between) == {","} else CodeCell(text)


def _filling(pattern, digits):
    """A digit for each place: zeros from the first 0 on, as # fills none."""
    missing = len(pattern) - len(digits)
    first = max((pattern + "0").find("0"), len(pattern) - MOST_ZEROS)
    return ["0" if place >= first else "" for place in range(missing)] + digits
