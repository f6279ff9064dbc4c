"""Run the daily housekeeping."""

import sys

from django.core.management.base import BaseCommand

from careerguide.operations.housekeeping import STEPS, housekeeping


class Command(BaseCommand):
    help = (
        "Publish what is due, empty the trash, prune history and feedback, and delete "
        "expired sessions, preview links, presences, tries to sign in and old views. "
        "Read texts for the desk, mail its list to who asked for it, and check links "
        "to other sites once a day, where CHECK_LINKS allows it. Each step is "
        "done whatever became of the others; the exit status is 1 where one failed. "
        "Run it from a timer, once a day or more often."
    )

    def handle(self, **options):
        outcomes = housekeeping(self.stdout, self.stderr)
        failed = [outcome for outcome in outcomes if outcome.error]
        for name, error in failed:
            self.stderr.write(f"{name} failed: {error}")
        if failed:
            self.stderr.write(f"{len(failed)} of {len(STEPS)} steps failed.")
            sys.exit(1)
