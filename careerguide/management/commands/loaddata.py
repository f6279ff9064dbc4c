from django.core.management.commands import loaddata

from careerguide.publishing.models.related import Stamp


class Command(loaddata.Command):
    """Django's own; what it loaded is seen by the servers that run."""

    def loaddata(self, fixture_labels):
        super().loaddata(fixture_labels)
        Stamp.bump()  # in the same transaction, which `handle` begins
