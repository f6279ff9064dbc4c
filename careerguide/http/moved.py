"""Lead from an address to the one where the same now stands."""

from django.http import HttpResponsePermanentRedirect

# What may be shown or fetched elsewhere may be so by way of its former address, and
# that may mean something else again one day: it is asked for each time.
HEADERS = {
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Cache-Control": "no-cache",
}


def moved_to(address):
    """Return the redirect to an address of ours, for whichever origin asks."""
    return HttpResponsePermanentRedirect(address, headers=HEADERS)
