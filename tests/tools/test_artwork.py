"""Test that what is rendered from the drawings is there, and up to date."""

import json

from PIL import Image

from tests.each import each
from tools.make import artwork
from tools.make.venv import ROOT

RENDERINGS = json.loads(artwork.RENDERINGS.read_text())


@each("path", RENDERINGS)
def test_rendering_is_there_and_of_its_drawing(path):
    entry = RENDERINGS[path]
    assert entry["sha256"] == artwork.sha256(entry["from"]), "run: make artwork"
    with Image.open(ROOT / path) as image:
        assert [*image.size] == entry["size"]


def test_every_drawing_is_rendered():
    drawings = {f"docs/artwork/{p.name}" for p in (ROOT / "docs/artwork").glob("*.svg")}
    assert drawings | {artwork.LOGO} == {entry["from"] for entry in RENDERINGS.values()}


def test_favicon_has_every_size():
    with Image.open(ROOT / artwork.STATIC / "favicon.ico") as icon:
        assert icon.info["sizes"] == {(16, 16), (32, 32), (48, 48)}


def test_icons_of_systems_are_opaque():
    for name in artwork.ICONS:
        with Image.open(ROOT / artwork.STATIC / name) as image:
            assert image.mode == "RGB"


def test_mark_in_pages_is_the_mark():
    page = (ROOT / "templates/_mark.html").read_text()
    assert all(part.get("d") in page for part in artwork.mark_parts())


def test_new_rendering_is_told_to_its_guide(tmp_path, monkeypatch):
    monkeypatch.setattr(artwork, "ROOT", tmp_path)
    (tmp_path / "fixtures").mkdir()
    fixture = tmp_path / "fixtures/bees.yaml"
    old, new = "a" * 64, "b" * 64
    fixture.write_text(f"    sha256: {old}\n    width: 9\n    size: 5\n    - {old}\n")
    picture = artwork.images.Picture(new, 9, 9, {f"images/{new}-9x9.webp": b"1234567"})
    artwork.tell_fixture("bees", [f"fixtures/pictures/{old}-9x9.webp"], picture)
    told = f"    sha256: {new}\n    width: 9\n    size: 7\n    - {new}\n"
    assert fixture.read_text() == told
