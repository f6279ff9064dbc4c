"""Give pages their former date where a change left their bytes as they were."""

from collections import OrderedDict

MOST = 10_000  # pages


class FormerDates:
    """What dropped pages were, by their key: digest, date, and what they depend on.

    A date must not come back where other bytes were served in between: a text that was
    changed and changed back. So it is known for one change alone, of a page that was
    made before the process saw for the last time that there was none.
    """

    def __init__(self):
        self.known = OrderedDict()

    def note_change(self, dropped, is_concerned, seen_at):
        """Know pages that one change drops, and those no more that another drops, too.

        `seen_at` is when, by the monotonic clock, this process had seen all changes but
        this one; None where there may have been several.
        """
        for key, (*_, depends) in list(self.known.items()):
            if is_concerned(depends):
                del self.known[key]
        if seen_at is None:
            return
        for key, page in dropped.items():
            if page.made_at < seen_at:
                self.known[key] = page.digest, page.since, page.depends
        while len(self.known) > MOST:
            self.known.popitem(last=False)

    def bring_back(self, key, page):
        digest, since, _depends = self.known.pop(key, (None, 0, ()))
        if page is not None and page.digest == digest:
            page.date(since)
