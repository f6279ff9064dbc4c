"""Redirect former addresses of items to their present ones, for good."""

from careerguide.http.moved import moved_to
from careerguide.publishing.models.related import OldSlug
from careerguide.publishing.models.snapshots import apply_snapshot


def old_addresses(get_response):
    """Redirect where there is no page but was one: its forms and query, too."""

    def middleware(request):
        response = get_response(request)
        if response.status_code != 404 or request.method not in ("GET", "HEAD"):
            return response
        match = request.resolver_match
        slug = match.kwargs.get("slug") if match else None
        address = slug and current_address(request.path_info, slug)
        if not address:
            return response
        query = request.META.get("QUERY_STRING")
        return moved_to(f"{address}?{query}" if query else address)

    return middleware


def current_address(path, slug):
    """Return where the item that once had `slug`, and this `path`, is public now.

    Or "".
    """
    for old in OldSlug.objects.filter(slug=slug).prefetch_related("item"):
        if old.item is None or not old.item.is_published:
            continue
        before = apply_snapshot(old.item, {"slug": slug}).get_absolute_url().rstrip("/")
        rest = path.removeprefix(before)
        if rest != path and rest[:1] in ("/", "."):
            return old.item.get_absolute_url().rstrip("/") + rest
    return ""
