"""Link to the files of a guide, with what a reader gets for following each."""

from django.urls import reverse

from careerguide.languages.writing import kilobytes_text

from .epub import epub_bytes
from .guide import Guide
from .single_file import html_bytes

FORMATS = {"career_epub": ("EPUB", epub_bytes), "career_file": ("HTML", html_bytes)}


def file_links(career, parts=None):
    """Return for each file its `label`, `url` and, where it is known, its `size`.

    It is told where the page has the whole guide, its `parts`: to know it takes as long
    as to make the file.
    """
    guide = parts is not None and Guide(career, parts)
    return [
        {
            "label": label,
            "url": reverse(route, args=[career.slug]),
            "size": guide and kilobytes_text(-(-len(make(guide)) // 1_000)),
        }
        for route, (label, make) in FORMATS.items()
    ]
