"""Generate passwords on the command line: shown once, never stored."""

from django.contrib.auth import get_user_model

from careerguide.accounts.generated import generate_password


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
