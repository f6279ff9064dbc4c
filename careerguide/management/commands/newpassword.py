"""Set a new password for the admin, or for ACCOUNT=someone: `make password`."""

import sys

from django.contrib.auth import get_user_model
from django.core.management import BaseCommand
from django.db import Error, transaction

from careerguide.accounts import passwords, second_factor
from careerguide.accounts.login_limit import end_all_waits
from careerguide.accounts.printed_passwords import create_first_admin, generate_password
from careerguide.accounts.sessions import end_sessions
from careerguide.server.diagnose import sentence_for


class Command(BaseCommand):
    help = (
        "Set a generated password for an account and print it, once. Its second step, "
        "which may be lost, is removed. Nobody who tried too many passwords has to "
        "wait any longer."
    )

    def add_arguments(self, parser):
        parser.add_argument("username", nargs="?", default="admin")

    def handle(self, *, username, **options):
        try:
            with transaction.atomic():
                message = self.set_password(username)
                end_all_waits()
        except (OSError, Error) as error:
            if sentence := sentence_for(error):
                sys.exit(sentence)
            raise
        self.stdout.write(message)

    def set_password(self, username):
        users = get_user_model()
        try:
            user = users.objects.get_by_natural_key(username)
        except users.DoesNotExist:
            return self.make_admin(username)
        password = generate_password()
        user.set_password(password)
        passwords.store(user)
        end_sessions(user)
        note = "" if user.is_active else " (the account is switched off)"
        message = f"The new password of {username}{note}: {password}"
        if second_factor.remove(user):
            message += (
                "\nIts second step is removed: the password is enough to sign in."
            )
        return message

    def make_admin(self, username):
        password = create_first_admin() if username == "admin" else None
        if password is None:
            sys.exit(
                f"There is no account {username}: give the name of one, "
                "as in make password ACCOUNT=maria."
            )
        return f"There was no admin yet; it is made, with the password: {password}"
