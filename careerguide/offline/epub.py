"""Write a whole guide as a book: EPUB 3, the same bytes for the same guide."""

import uuid
from pathlib import Path

from django.template.loader import render_to_string
from django.utils.translation import get_language, get_language_bidi
from django.utils.translation import gettext as _

from careerguide.publishing.public.lasting_ids import item_id
from careerguide.site.context_processors import site

from . import pages, pictures
from .archive import zipped
from .chapters import chapters_of
from .cover import cover

MEDIA_TYPE = "application/epub+zip"
SHEET = Path(__file__).with_name("book.css").read_bytes()


def epub_bytes(guide):
    """Return the book of a `Guide`."""
    chapters, shown = chapters_of(guide), {}
    pages.make_contents(chapters[1], chapters)
    for chapter in chapters:
        pictures.place_pictures(chapter.body, lambda name: _placed(shown, name))
    kind, suffix, drawn = cover(guide)
    cover_file = f"cover.{suffix}"
    context = site(request=None) | {
        "guide": guide,
        "title": _("%s: the whole guide") % guide.career.name,
        "identifier": uuid.uuid5(uuid.NAMESPACE_URL, item_id(guide.career)).urn,
        "modified": f"{guide.changed_at:%Y-%m-%dT%H:%M:%SZ}",
        "language": get_language(),
        "is_rtl": get_language_bidi(),
        "chapters": chapters,
        "cover": {"file": cover_file, "type": kind},
        "pictures": sorted(shown),
        "has_drawings": any(chapter.has_drawing for chapter in chapters),
    }
    texts = {chapter.file: pages.page(chapter) for chapter in chapters}
    texts["cover.xhtml"] = pages.cover_page(guide, cover_file)
    for name in ("container.xml", "package.opf"):
        texts[name] = render_to_string(f"offline/{name}", context)
    container = texts.pop("container.xml")
    files = {f"book/{name}": text.encode() for name, text in texts.items()}
    files |= {f"book/{name}": content for name, content in shown.items()}
    files |= {
        "META-INF/container.xml": container.encode(),
        "book/book.css": SHEET,
        f"book/{cover_file}": drawn,
    }
    return zipped(MEDIA_TYPE, files)


def _placed(shown, name):
    """The place of a picture in the book, where it is put; None if it is lost."""
    if (content := pictures.jpeg_bytes(name)) is None:
        return None
    place = f"pictures/{Path(name).stem}.jpg"
    shown[place] = content
    return place
