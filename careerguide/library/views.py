"""Serve uploads as what we stored and nothing else, whoever asks."""

from pathlib import PurePosixPath

from django.conf import settings
from django.http import Http404, HttpResponseRedirect
from django.views.decorators.http import require_safe

from careerguide.http.conditions import answer
from careerguide.media import filenames

from . import storage
from .former import name_now

CONTENT_TYPES = {".webp": "image/webp"}
HEADERS = {
    # The name holds the content's hash, so what it stands for never changes.
    "Cache-Control": "public, max-age=31536000, immutable",
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "X-Content-Type-Options": "nosniff",
    # Readers' views of browsers, feed readers and translators show pages of ours under
    # origins of their own. There is nothing to guard: a picture is one address that
    # nobody can guess, and it is the same for whoever asks.
    "Cross-Origin-Resource-Policy": "cross-origin",
}


@require_safe
def serve(request, path):
    if not filenames.is_ours(path):
        raise Http404
    file = storage.path(path)
    if not file.is_file():
        return _to_the_new_file(path)
    name = PurePosixPath(path)
    headers = {
        **HEADERS,
        "ETag": f'"{name.stem}"',
        "Content-Type": CONTENT_TYPES[name.suffix],
    }
    # At once, and not piece by piece: a slow reader would hold a thread meanwhile. It
    # is 4 MB at most, and mostly a tenth of that.
    return answer(request, file.read_bytes(), headers)


def _to_the_new_file(path):
    """Lead on from a file that was replaced and is gone; once more, it may be again."""
    if (name := name_now(path)) is None:
        raise Http404
    headers = HEADERS | {"Cache-Control": "public, max-age=300"}
    return HttpResponseRedirect(f"{settings.MEDIA_URL}{name}", headers=headers)
