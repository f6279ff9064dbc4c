"""Methods that no page of ours has: 405, and which ones the page does have."""

from django.http import HttpResponseNotAllowed

KNOWN = {"GET", "HEAD", "OPTIONS", "POST"}
READ = ["GET", "HEAD"]
ANY = ["GET", "HEAD", "POST", "OPTIONS"]


class KnownMethods:
    """Django middleware: before the check of tokens, which answers 403 to all others.

    Where there is no page at all, it is still 404.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        # Who is exempt from that check looks at the method, and answers in its own way.
        if request.method in KNOWN or getattr(view, "csrf_exempt", False):
            return None
        return HttpResponseNotAllowed(allowed_methods(request, view, args, kwargs))


def allowed_methods(request, view, args, kwargs):
    """What the page at this address can be asked for, as it says itself."""
    if hasattr(view, "public"):
        return [*READ, "OPTIONS"] if hasattr(view, "view_class") else READ
    if request.path_info.startswith("/admin/"):
        return ANY  # of Django's, which look at nothing but whether it is a POST
    request.method = "OPTIONS"
    allow = view(request, *args, **kwargs).headers.get("Allow", "")
    return [name.strip() for name in allow.split(",")] if allow else ANY
