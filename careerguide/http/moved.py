"""Lead from an address to the one where the same now stands."""

from django.http import HttpResponsePermanentRedirect, HttpResponseRedirect

SHARED_BY = "Cross-Origin-Resource-Policy"
SHARED = {"Access-Control-Allow-Origin": "*", SHARED_BY: "cross-origin"}


def moved_to(address, is_shared=True, for_good=True):
    """Return the redirect to an address of ours.

    What `is_shared` may be shown or fetched by pages of other origins, so its former
    address may, too. That may mean something else one day: it is asked for each time.
    """
    redirect = HttpResponsePermanentRedirect if for_good else HttpResponseRedirect
    headers = {"Cache-Control": "no-cache"} | (SHARED if is_shared else {})
    return redirect(address, headers=headers)
