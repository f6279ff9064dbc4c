"""Name the files of a stored picture: every name says what the file holds.

``images/<sha256 of the upload>-<width>x<height>.webp`` is the picture, and ``.w480`` or
``.w960`` before the extension one of its smaller renditions. A name never changes what
it stands for, so browsers may keep the file for ever, and a page finds the sizes of a
picture without asking the database.
"""

import re

FOLDER = "images"
RENDITION_WIDTHS = (480, 960)

_WIDTHS = "|".join(map(str, RENDITION_WIDTHS))
_NAME = re.compile(
    rf"({FOLDER}/[0-9a-f]{{64}}-([1-9][0-9]{{0,4}})x[1-9][0-9]{{0,4}})"
    rf"(?:\.w(?:{_WIDTHS}))?\.webp"
)


def main_name(sha256, width, height):
    return f"{FOLDER}/{sha256}-{width}x{height}.webp"


def is_ours(name):
    return _NAME.fullmatch(name) is not None


def renditions(name):
    """The smaller files beside a picture's main file, as {width in pixels: name}."""
    match = _NAME.fullmatch(name)
    if not match:
        return {}
    stem, width = match[1], int(match[2])
    return {w: f"{stem}.w{w}.webp" for w in RENDITION_WIDTHS if w < width}
