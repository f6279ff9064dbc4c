"""Read arrows beside numbers as their signs: ▲5.2% has risen, ▼3.1% has fallen."""

UP, DOWN = "▲△↑⬆", "▼▽↓⬇"
TRIANGLES = "▲△"  # a minus in Japanese accounts, where no ▼ stands beside them
FALLING = "▼▽"
VARIATION = "\ufe0f"  # shows an arrow as a picture


def with_sign(text):
    """Return the text with a plus or minus in place of an arrow at either of its ends.

    An arrow that contradicts a sign stays.
    """
    text = text.replace(VARIATION, "")
    arrow = text[:1] if text[:1] in (*UP, *DOWN) else text[-1:]
    if not arrow or arrow not in UP + DOWN:
        return text
    rest = text.replace(arrow, "", 1).strip() if text[0] == arrow else text[:-1].strip()
    sign, other = "+-" if arrow in UP else "-+"
    if other in rest or any(c in UP + DOWN for c in rest):
        return text
    return rest if sign in rest else f"{sign}{rest}"


def has_arrow(text):
    return any(arrow in text for arrow in UP + DOWN)


def are_doubtful(texts):
    """Return whether triangles that point up may be minus signs: none points down."""
    return any(text.strip()[:1] in (*TRIANGLES,) for text in texts) and not any(
        c in text for c in FALLING for text in texts
    )
