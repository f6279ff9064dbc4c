"""Render pictures: ours with their sizes, those of other sites as links."""

import re
from html import escape, unescape

from careerguide.media.filenames import is_ours, renditions

from .links import is_external, to_other_site
from .tokens import tag

MEDIA = "/media/"  # our pages load pictures from nowhere else
IMAGE_SIZES = "(min-width: 45rem) 42rem, 100vw"
LAZY = {"loading": "lazy", "decoding": "async"}
OUR_SRC = re.compile(rf"{MEDIA}(?!.*\.\.)[\w./-]+", re.A)
SIZE = re.compile(r"-(\d+)x(\d+)\.webp", re.A)


def image(attributes: dict[str, str], shown: bool, linked: bool) -> str:
    """Return a picture as HTML; ``linked`` says that no link may begin here."""
    src, alt = unescape(attributes.get("src", "")), attributes.get("alt", "")
    if shown and OUR_SRC.fullmatch(src):
        return tag("img", {"src": src, "alt": alt} | attributes | _sizes(src) | LAZY)
    if is_external(src) and not linked:
        return f"{tag('a', to_other_site(escape(src)))}{alt.strip() or escape(src)}</a>"
    return alt


def _sizes(src: str) -> dict[str, str]:
    """The size and the smaller files of a picture, as the library's names tell them."""
    name = src.removeprefix(MEDIA)
    if not is_ours(name) or not (found := SIZE.search(name)):
        return {}
    width, height = found.groups()
    sizes = {"width": width, "height": height}
    sources = [f"{MEDIA}{file} {w}w" for w, file in renditions(name).items()]
    if not sources:
        return sizes
    srcset = ", ".join([*sources, f"{src} {width}w"])
    return sizes | {"srcset": srcset, "sizes": IMAGE_SIZES}
