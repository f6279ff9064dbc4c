"""Load fixtures as Django does, and announce the change to running servers."""

from django.core.management.commands import loaddata

from careerguide.publishing.signals import Change, announce


class Command(loaddata.Command):
    """Load as Django does, and announce it to the servers that run."""

    def loaddata(self, fixture_labels):
        super().loaddata(fixture_labels)
        announce(Change.LOADED)  # in the transaction that `handle` begins
