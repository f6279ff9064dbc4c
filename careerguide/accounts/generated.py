"""Generate secrets that people copy by hand: passwords and recovery codes."""

import secrets

# No letter or digit that is easily taken for another.
ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"


def generate_password():
    """Sixteen characters in four groups: 79 bits, easy to copy by hand."""
    return "-".join(
        "".join(secrets.choice(ALPHABET) for _ in range(4)) for _ in range(4)
    )
