"""Number formats that write codes: 000-00-0000."""

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
    if not between.strip(" '\u00a0\u202f") or number != number.to_integral_value():
        return ""
    places = sum(len(text) for kind, text in tokens if kind == "digits")
    digits = list(f"{abs(number):f}".partition(".")[0].zfill(min(places, MOST_ZEROS)))
    extra = "".join(digits[: max(0, len(digits) - places)])
    digits = digits[len(extra) :]
    parts = []
    for place, (kind, text) in enumerate(tokens):
        if kind == "digits":
            taken, digits = digits[: len(text)], digits[len(text) :]
            parts.append((extra if place == first else "") + "".join(taken))
        elif kind == "literal":
            parts.append(text)
    return ("-" if number < 0 else "") + "".join(parts).strip()
