"""Load fixtures as Django does, and announce the change to running servers."""

from django.core.management.commands import loaddata
from django.db.models import Q

from careerguide.publishing.signals import Change, announce
from statistics.editions.recording import record_all
from statistics.models import StatTable


class Command(loaddata.Command):
    """Load as Django does, and announce it to the servers that run."""

    def loaddata(self, fixture_labels):
        self.loaded = []
        super().loaddata(fixture_labels)
        # In the transaction that `handle` begins.
        announce(Change.LOADED, *self.loaded)
        # Of tables that were there before: what is new has its edition by now.
        tables = [item.pk for item in self.loaded if isinstance(item, StatTable)]
        record_all(Q(pk__in=tables))

    def save_obj(self, obj):
        is_saved = super().save_obj(obj)
        if is_saved:
            self.loaded.append(obj.object)
        return is_saved
