"""Tell whether text from an address or a form can be a primary key."""

LARGEST_KEY = 2**63 - 1


def is_key(text):
    """Return whether `text` can be a primary key of ours."""
    text = str(text)
    return (
        text.isascii()
        and text.isdigit()
        and len(text) < 20
        and int(text) <= LARGEST_KEY
    )
