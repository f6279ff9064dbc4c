"""Read stored pictures for files: of a size for pages, never larger."""

import io

from PIL import Image

from careerguide.caching.memory import digest, memory_cache
from careerguide.library import storage
from careerguide.markup.images import MEDIA
from careerguide.media import filenames

from .tree import parents_of, put_in_place, text_element

WIDEST = 960  # of the renditions: a file is carried, and read on small screens
QUALITY = 82
DROPPED = ("srcset", "sizes", "loading", "decoding")


def rendition(address):
    """Return the name of the file to show for a picture's address, or None."""
    name = address.removeprefix(MEDIA)
    if not (address.startswith(MEDIA) and filenames.is_ours(name)):
        return None
    return filenames.renditions(name).get(WIDEST, name)


def stored_bytes(name):
    """Return the stored WebP file; None where it is lost."""
    try:
        return storage.path(name).read_bytes()
    except OSError:
        return None


def jpeg_bytes(name):
    """Return the same picture as JPEG, which every reader of books knows, or None."""
    return memory_cache.get(digest("jpeg", name, QUALITY), lambda: _as_jpeg(name))


def _as_jpeg(name):
    if (content := stored_bytes(name)) is None:
        return None
    with Image.open(io.BytesIO(content)) as picture:
        shown = picture.convert("RGBA")
        ground = Image.new("RGB", shown.size, "white")
        ground.paste(shown, mask=shown.getchannel("A"))
    written = io.BytesIO()
    ground.save(written, "JPEG", quality=QUALITY, optimize=True)
    return written.getvalue()


def place_pictures(root, placed):
    """Have each picture below `root` lead to what `placed(name)` returns for its file.

    Where that is None there is no file, and its description stands in its place.
    """
    parents = parents_of(root)
    for image in list(root.iter("img")):
        name = rendition(image.get("src", ""))
        source = placed(name) if name else None
        if source is None:
            words = text_element("span", image.get("alt", ""))
            put_in_place(parents[image], image, words)
            continue
        image.set("src", source)
        for attribute in DROPPED:
            image.attrib.pop(attribute, None)
