"""Passwords for people who hold the machine: generated, shown once, never stored."""

import secrets

from django.contrib.auth import get_user_model

# No letter or digit that is easily taken for another.
ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"


def generate_password():
    """Sixteen characters in four groups: 79 bits, easy to copy by hand."""
    return "-".join(
        "".join(secrets.choice(ALPHABET) for _ in range(4)) for _ in range(4)
    )


def create_first_admin():
    """Make the account ``admin`` where no superuser exists; its password, or None."""
    users = get_user_model()
    if users.objects.filter(is_superuser=True).exists():
        return None
    if users.objects.filter(username="admin").exists():
        return None
    password = generate_password()
    users.objects.create_superuser("admin", password=password)
    return password
