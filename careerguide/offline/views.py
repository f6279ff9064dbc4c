"""Serve a whole guide as a file."""

from django.views.decorators.http import require_safe

from careerguide.http.open_data import answer

from .epub import epub_bytes
from .guide import find_guide
from .single_file import html_bytes, policy

SHARED = {"Cache-Control": "public, max-age=0, must-revalidate"}


@require_safe
def epub(request, slug):
    guide = find_guide(slug)
    headers = _headers(guide, "epub", "application/epub+zip")
    return answer(request, epub_bytes(guide), headers)


@require_safe
def single_file(request, slug):
    guide = find_guide(slug)
    headers = _headers(guide, "html", "text/html; charset=utf-8")
    headers["Content-Security-Policy"] = f"sandbox; {policy()}; frame-ancestors 'none'"
    return answer(request, html_bytes(guide), headers)


def _headers(guide, suffix, content_type):
    """Return the headers of a file that is kept, not shown."""
    return SHARED | {
        "Content-Type": content_type,
        "Content-Disposition": f'attachment; filename="{guide.file_name(suffix)}"',
        "Link": f'<{guide.address}>; rel="canonical"',
        # A copy of what search engines find on its own pages.
        "X-Robots-Tag": "noindex",
    }
