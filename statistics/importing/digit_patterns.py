"""Number formats that write codes: 000-00-0000."""

from careerguide.languages.signs import SPACES

MOST_ZEROS = 15


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
    is_code = set(between) != {","}
    digits = _filling(pattern, digits[len(extra) :], is_code)
    parts = []
    for place, (kind, text) in enumerate(tokens):
        if kind == "digits":
            taken, digits = digits[: len(text)], digits[len(text) :]
            parts.append((extra if place == first else "") + "".join(taken))
        elif kind == "literal":
            parts.append(text)
    return ("-" if number < 0 else "") + "".join(parts).strip()


def _filling(pattern, digits, is_code):
    """A digit for each place: a code is filled with zeros, lakhs are where 0 stands."""
    missing = len(pattern) - len(digits)
    zero = 0 if is_code else (pattern + "0").find("0")
    first = max(zero, len(pattern) - MOST_ZEROS)
    return ["0" if place >= first else "" for place in range(missing)] + digits
