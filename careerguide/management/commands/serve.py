"""Prepare and start the site: `make run` and `make dev`, inside the environment.

Safe to repeat: it adds what is missing and never changes what someone wrote.
"""

import os
import sys
from io import StringIO

from django.conf import settings
from django.core.management import BaseCommand, call_command
from django.db import Error, connection

from careerguide.accounts.printed_passwords import create_first_admin
from careerguide.db.migrated import HalfMigrated, missing_migrations
from careerguide.identity.current import current
from careerguide.publishing.declarations import TAG as CONTENT
from careerguide.server import address
from careerguide.server.collectstatic import collect_if_changed
from careerguide.server.diagnose import sentence_for
from careerguide.server.granian import become_server, processes

SITE_FORM = "/admin/careerguide/site/"


class Command(BaseCommand):
    help = "Prepare the database, the guide and the files, then serve the site."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument(
            "--dev",
            action="store_true",
            help="Serve with Django's own server, which restarts when code changes.",
        )

    def handle(self, *, dev, **options):
        try:
            host, port = address.read_address()
            address.check_free(host, port)
            processes()  # ends here if it is no number
            password = self.prepare(collect=not dev)
            self.announce(host, port, password)
            self.hand_over(host, port, dev)
        except (address.AddressError, HalfMigrated) as error:
            sys.exit(str(error))
        except (OSError, Error) as error:
            if sentence := sentence_for(error):
                sys.exit(sentence)
            raise
        except KeyboardInterrupt:
            sys.exit(130)

    def prepare(self, collect):
        """Everything a first visit needs; the new admin's password, if it is new."""
        self.check(tags=[CONTENT])
        if missing_migrations(connection):
            self.tell("Preparing the database ...")
            call_command("migrate", interactive=False, verbosity=0)
        call_command("seed", stdout=StringIO())
        if collect and collect_if_changed():
            self.tell("Collected the static files.")
        password = create_first_admin()
        current()  # read while there is a connection
        connection.close()
        return password

    def announce(self, host, port, password):
        local = address.http_url(host, port)
        self.tell("")
        self.tell(f"  Read   {settings.SITE_URL}/")
        self.tell(f"  Edit   {settings.SITE_URL}/admin/")
        if password:
            self.tell(f"         sign in as  admin  with the password  {password}")
            self.tell("         (shown this once; `make password` sets a new one)")
        if local != settings.SITE_URL:
            self.tell(f"  Served here at {local}/")
        if not current().licence:
            self.tell("  No licence of the content is stated yet. State it at")
            self.tell(f"         {settings.SITE_URL}{SITE_FORM}")
        self.tell("  Ctrl-C stops it.\n")

    def hand_over(self, host, port, dev):
        os.chdir(settings.BASE_DIR)
        if not dev:
            become_server(host, port)
        place = f"{address.bracketed(address.resolve(host, port)[1])}:{port}"
        os.execv(sys.executable, [sys.executable, "manage.py", "runserver", place])

    def tell(self, line):
        self.stdout.write(line)
        self.stdout.flush()
