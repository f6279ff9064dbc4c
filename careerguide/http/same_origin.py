"""Tell whether a form without a CSRF token was sent by one of our own pages."""

from urllib.parse import urlsplit

from django.conf import settings


def is_our_own(request):
    """Return whether the browser says that a page of this site sent the request.

    A page that every cache keeps can hold no token. What a browser says of a request
    cannot be set by the page that makes it, and says the same: `Sec-Fetch-Site` where
    the browser trusts the connection (all of them since 2023), `Origin` with every POST
    (since 2020), and `Referer`, as our Referrer-Policy has it sent to ourselves. Each
    that is there has to be ours, and one has to be: OWASP advises to refuse a request
    that says nothing. No browser sends such a form without a trace; scripts do.
    """
    site = request.headers.get("Sec-Fetch-Site")
    origin = request.headers.get("Origin")
    referer = request.headers.get("Referer")
    if site is not None and site != "same-origin":
        return False
    if origin is not None:
        return origin in _our_origins(request)
    if site is not None:
        return True
    return referer is not None and _origin_of(referer) in _our_origins(request)


def _our_origins(request):
    """Also the whole address of the site: a proxy may hide that it speaks https."""
    return (f"{request.scheme}://{request.get_host()}", settings.SITE_URL)


def _origin_of(address):
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return f"{parts.scheme}://{parts.netloc}"
