"""Track texts beside an item that change at once, such as those of a picture.

Content that shows them has such a change in its history, and pages of decisions notice
it. A form that is about to show them for the first time asks here instead.
"""

from django.contrib.admin.models import LogEntry

_finders = []


def register(finder):
    """A function from a model, two snapshots and a number to sentences.

    They say what was changed after the entry of the admin's log with that number, of
    all that the second values show and the first do not.
    """
    _finders.append(finder)


def newest_change():
    """Return the number of the newest entry of the admin's log; 0 without any."""
    return LogEntry.objects.order_by("-pk").values_list("pk", flat=True).first() or 0


def changes_since(model, before, after, number):
    return [line for find in _finders for line in find(model, before, after, number)]
