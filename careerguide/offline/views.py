"""Serve a whole guide as a file."""

from django.views.decorators.http import require_safe

from careerguide.http.open_data import answer
from careerguide.languages.speaking import speaking
from careerguide.publishing.models.languages import language_of

from .epub import epub_bytes
from .guide import find_guide
from .single_file import html_bytes, policy

SHARED = {"Cache-Control": "public, max-age=0, must-revalidate"}


@require_safe
def epub(request, slug):
    guide = find_guide(slug)
    with speaking(language_of(guide.career)):
        content = epub_bytes(guide)
    return answer(request, content, _headers(guide, "epub", "application/epub+zip"))


@require_safe
def single_file(request, slug):
    guide = find_guide(slug)
    headers = _headers(guide, "html", "text/html; charset=utf-8")
    headers["Content-Security-Policy"] = f"sandbox; {policy()}; frame-ancestors 'none'"
    with speaking(language_of(guide.career)):
        content = html_bytes(guide)
    return answer(request, content, headers)


def _headers(guide, suffix, content_type):
    """Return the headers of a file that is kept, not shown."""
    return SHARED | {
        "Content-Type": content_type,
        "Content-Disposition": f'attachment; filename="{guide.file_name(suffix)}"',
        "Link": f'<{guide.address}>; rel="canonical"',
        # A copy of what search engines find on its own pages.
        "X-Robots-Tag": "noindex",
    }
