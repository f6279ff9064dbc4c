"""Lead the links of a whole guide: within it, and out of it."""

from urllib.parse import urljoin

from django.conf import settings

WHOLE = ("mailto:", "tel:")


class LinkNotes:
    """Leads links between parts of the guide to their place on the page.

    Any other link gets a number, and its address stands in `addresses` at the end, so
    that paper tells it, too; without `numbered`, as in a file, it is only made whole.
    """

    do_not_call_in_templates = True

    def __init__(self, places, numbered=True):
        self.places = places
        self.is_numbered = numbered
        self.numbers = {}

    def __call__(self, address):
        """The address to lead to instead, and the number of its note or 0."""
        path, _, _ = address.partition("#")
        if place := self.places.get(path):
            return f"#{place}", 0
        whole = absolute(address)
        if not self.is_numbered:
            return whole, 0
        return whole, self.numbers.setdefault(whole, len(self.numbers) + 1)

    @property
    def addresses(self):
        return list(self.numbers)


def absolute(address):
    """Return an address as it is followed from anywhere."""
    if address.startswith(WHOLE):
        return address
    return urljoin(f"{settings.SITE_URL}/", address)


def link_notes(career, parts, numbered=True):
    """Return the notes of a whole guide's links; they know which pages it holds."""
    items = [item for part in parts for item in part.items]
    places = {item.get_absolute_url(): item.print_id for item in items}
    return LinkNotes(places | {career.get_absolute_url(): "content"}, numbered)
