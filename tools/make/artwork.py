"""Render the site's pictures from the drawings they are kept as: `make artwork`.

What is committed beside a drawing is its rendering, so that nobody needs to draw to run
the site. `docs/artwork/renderings.json` says which drawing each came from, by its hash;
a test compares, and fails where a drawing was changed and not rendered again.
"""

import hashlib
import io
import json
import re
from xml.etree import ElementTree

import resvg_py
from PIL import Image

from careerguide.library import images

from .venv import ROOT

RENDERINGS = ROOT / "docs/artwork/renderings.json"
STATIC = "careerguide/static/careerguide/img"
LOGO = f"{STATIC}/mark.svg"
GRID = 24  # what the mark is drawn on
FAVICON_SIZES = (16, 32, 48)
# The icons of systems, by file: (pixels, how much of the mark's size its pages have).
# Systems cut maskable icons to a circle of four fifths, and round the touch icon.
ICONS = {
    "apple-touch-icon.png": (180, 0.8),
    "icon-192.png": (192, 1),
    "icon-512.png": (512, 1),
    "icon-maskable-512.png": (512, 0.7),
}
# The drawings that a guide shows: (its drawing, the width it is uploaded at).
GUIDES = {"machine-learning-engineer": 1600}


def main():
    old = json.loads(RENDERINGS.read_text()) if RENDERINGS.exists() else {}
    new = {}
    for render in (favicon, icons, guide_pictures):
        for path, content, source, size in render(old):
            target = ROOT / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
            new[path] = {"from": source, "sha256": sha256(source), "size": size}
            print(f"{path}: {len(content):,} bytes")
    for path in old.keys() - new.keys():
        (ROOT / path).unlink(missing_ok=True)
    RENDERINGS.write_text(json.dumps(new, indent=1, sort_keys=True) + "\n")


def favicon(_):
    """Yield one file of several sizes, which browsers fetch unasked."""
    *smaller, largest = [_mark(size, 1) for size in FAVICON_SIZES]
    sizes = [(size, size) for size in FAVICON_SIZES]
    content = encoded(largest, "ICO", append_images=smaller, sizes=sizes)
    yield f"{STATIC}/favicon.ico", content, LOGO, list(sizes[-1])


def icons(_):
    for name, (size, scale) in ICONS.items():
        content = encoded(_mark(size, scale), "PNG", optimize=True)
        yield f"{STATIC}/{name}", content, LOGO, [size, size]


def guide_pictures(old):
    """Yield what the library makes of an upload of the drawing; its fixture is told."""
    for name, width in GUIDES.items():
        source = f"docs/artwork/{name}.svg"
        drawing = render_svg((ROOT / source).read_text(encoding="utf-8"), width)
        picture = images.process(encoded(drawing, "PNG"))
        before = [path for path, entry in old.items() if entry["from"] == source]
        tell_fixture(name, before, picture)
        for file_name, content in picture.files.items():
            path = f"fixtures/pictures/{file_name.split('/')[-1]}"
            with Image.open(io.BytesIO(content)) as image:
                yield path, content, source, list(image.size)


def tell_fixture(name, before, picture):
    """Name the new files where the fixture names those of the last rendering."""
    path = ROOT / f"fixtures/{name}.yaml"
    text = path.read_text(encoding="utf-8")
    size = len(picture.files[picture.name])
    for sha256 in {re.search("[0-9a-f]{64}", file)[0] for file in before}:
        text = text.replace(sha256, picture.sha256)
        entry = rf"(    sha256: {picture.sha256}\n(?:    \w+: .*\n)*?    size: )\d+"
        text = re.sub(entry, rf"\g<1>{size}", text)
    path.write_text(text, encoding="utf-8")


def _mark(size, scale):
    """The mark in its light colours, opaque, its pages smaller in the same square."""
    ground, pages = mark_parts()
    edge = GRID * (1 - scale) / 2
    return render_svg(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {GRID} {GRID}">'
        f'<path fill="{ground.get("fill")}" d="{ground.get("d")}"/>'
        f'<path fill="{pages.get("fill")}" d="{pages.get("d")}"'
        f' transform="translate({edge} {edge}) scale({scale})"/></svg>',
        size,
    )


def mark_parts():
    """Return the two paths of the mark: its square, and the pages on it."""
    return ElementTree.parse(ROOT / LOGO).iter("{http://www.w3.org/2000/svg}path")


def render_svg(text, width):
    png = bytes(resvg_py.svg_to_bytes(svg_string=text, width=width))
    return Image.open(io.BytesIO(png)).convert("RGB")


def encoded(image, format, **options):
    out = io.BytesIO()
    image.save(out, format, **options)
    return out.getvalue()


def sha256(source):
    return hashlib.sha256((ROOT / source).read_bytes()).hexdigest()


if __name__ == "__main__":
    main()
