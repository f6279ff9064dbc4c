"""Test how a PNG is read: its chunks, what they say, and how many bytes it needs."""

import struct
import zlib

import pytest

from careerguide.media import png
from careerguide.media.png import DamagedPng, chunk
from tests.each import each

GREY, RGB, PALETTE, GREY_ALPHA, RGBA = 0, 2, 3, 4, 6


def made(*extra, data=b"", behind=(), **header):
    """A PNG of these chunks; `data` are its pixels before they are packed."""
    return (
        png.SIGNATURE
        + chunk(b"IHDR", fields(**header))
        + b"".join(chunk(*one) for one in extra)
        + chunk(b"IDAT", zlib.compress(data))
        + b"".join(chunk(*one) for one in behind)
        + chunk(b"IEND", b"")
    )


def fields(width=1, height=1, depth=8, colour=GREY, interlaced=0):
    return struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, interlaced)


def changed(name, body):
    """A chunk whose sum is wrong."""
    whole = chunk(name, body)
    return whole[:-1] + bytes([whole[-1] ^ 1])


class TestRead:
    def test_knows_the_header(self):
        read = png.read(made(width=3, height=2, depth=16, colour=RGB, interlaced=1))
        assert (read.width, read.height, read.depth, read.colour) == (3, 2, 16, RGB)
        assert read.interlaced is True
        assert png.read(made()).interlaced is False

    def test_hands_on_what_makes_its_pixels_and_no_more(self):
        palette = (b"PLTE", b"\1\2\3")
        data = made(palette, (b"tEXt", b"a\0b"), (b"gAMA", b"\0\0\0\1"))
        assert png.read(data + b"<script>").data == made(palette)

    def test_keeps_the_first_of_each_that_decides_how_it_looks(self):
        read = png.read(made((b"tRNS", b"\0\1"), (b"tRNS", b"\0\2"), (b"tEXt", b"a")))
        assert read.chunks[b"tRNS"] == b"\0\1"
        assert b"tEXt" not in read.chunks

    def test_joins_its_pixels(self):
        packed = zlib.compress(b"\0\7")
        data = png.SIGNATURE + chunk(b"IHDR", fields())
        data += chunk(b"IDAT", packed[:3]) + chunk(b"IDAT", packed[3:])
        assert png.read(data + chunk(b"IEND", b"")).chunks[b"IDAT"] == packed

    def test_passes_over_exif_behind_the_pixels(self):
        assert png.read(made((b"eXIf", b"II"))).chunks[b"eXIf"] == b"II"
        assert b"eXIf" not in png.read(made(behind=[(b"eXIf", b"II")])).chunks

    def test_says_whether_it_moves(self):
        assert png.read(made((b"acTL", bytes(8)))).moves is True
        assert png.read(made((b"acTL", bytes(8)), (b"zzZz", b""))).moves is True
        assert png.read(made()).moves is False

    @each("name", [b"tEXt", b"zTXt", b"iTXt", b"tIME", b"pHYs", b"bKGD", b"hIST"])
    def test_passes_over_damage_in_what_is_only_said_about_it(self, name):
        data = made()
        png.read(data[:33] + changed(name, b"x") + data[33:])

    @each("name", [b"gAMA", b"PLTE", b"eXIf", b"zzZz"])
    def test_refuses_other_damage(self, name):
        data = made()
        with pytest.raises(DamagedPng, match="was changed"):
            png.read(data[:33] + changed(name, b"x") + data[33:])

    def test_refuses_what_a_decoder_has_to_know_and_none_does(self):
        png.read(made((b"cgBI", b"")))
        with pytest.raises(DamagedPng, match="no decoder knows"):
            png.read(made((b"CgBI", b"")))

    def test_refuses_what_ends_early(self):
        for cut in (1, 4, 12, 13):
            with pytest.raises(DamagedPng, match="before its last chunk"):
                png.read(made()[:-cut])


class TestProfile:
    def test_is_unpacked(self):
        packed = b"name\0\0" + zlib.compress(b"colours")
        assert png.read(made((b"iCCP", packed))).profile == b"colours"

    @each("body", [b"name\0\0none", b"name", b""])
    def test_that_cannot_be_is_none(self, body):
        assert png.read(made((b"iCCP", body))).profile == b""


class TestGamma:
    def test_is_that_of_the_samples(self):
        gamma = (b"gAMA", struct.pack(">I", 45_455))
        assert png.read(made(gamma)).gamma == pytest.approx(0.45455)

    @each(
        "chunks",
        [
            [],
            [(b"gAMA", struct.pack(">I", 0))],
            [(b"gAMA", b"\0\0\1")],
            *(
                [(b"gAMA", struct.pack(">I", 45_455)), (name, b"\0")]
                for name in (b"iCCP", b"sRGB", b"cICP")
            ),
        ],
    )
    def test_is_none_where_nothing_or_more_is_said(self, chunks):
        assert png.read(made(*chunks)).gamma is None


@each(
    ("body", "is_hdr"),
    [(b"\1\x10", True), (b"\1\x12\0\1", True), (b"\1\x0d", False), (b"\x10", False)],
)
def test_light_beyond_a_plain_screen_is_told_by_its_transfer(body, is_hdr):
    assert png.read(made((b"cICP", body))).is_hdr is is_hdr
    assert not png.read(made()).is_hdr


class TestRows:
    """How many bytes of pixels there have to be: a byte before each row."""

    @each(
        ("header", "size"),
        [
            ({"width": 3, "height": 2}, 2 * (1 + 3)),
            ({"width": 9, "depth": 1}, 1 + 2),
            ({"width": 8, "depth": 1}, 1 + 1),
            ({"width": 3, "depth": 2, "colour": PALETTE}, 1 + 1),
            ({"width": 5, "depth": 4, "colour": PALETTE}, 1 + 3),
            ({"width": 2, "colour": RGB}, 1 + 6),
            ({"width": 2, "depth": 16, "colour": RGB}, 1 + 12),
            ({"width": 2, "colour": GREY_ALPHA}, 1 + 4),
            ({"width": 2, "colour": RGBA}, 1 + 8),
            # Interlaced, a pass without columns or rows has none.
            ({"interlaced": 1}, 1 + 1),
            ({"height": 5, "interlaced": 1}, 2 * 5),
            ({"width": 5, "interlaced": 1}, 2 + 2 + 2 + 3),
            (
                {"width": 8, "height": 8, "interlaced": 1},
                2 + 2 + 3 + 2 * 3 + 2 * 5 + 4 * 5 + 4 * 9,
            ),
            (
                {"width": 9, "height": 9, "interlaced": 1, "depth": 1},
                2 * 2 + 2 * 2 + 2 + 3 * 2 + 2 * 2 + 5 * 2 + 4 * 3,
            ),
        ],
    )
    def test_are_counted(self, header, size):
        png.read(made(data=bytes(size), **header)).check_rows()
        sentence = f"{size - 1} bytes of pixels, where {size} belong"
        with pytest.raises(DamagedPng, match=sentence):
            png.read(made(data=bytes(size - 1), **header)).check_rows()

    def test_of_a_large_picture_are_counted_piece_by_piece(self):
        size = 3_000 * (1 + 3_000)
        header = {"width": 3_000, "height": 3_000}
        png.read(made(data=bytes(size), **header)).check_rows()
        with pytest.raises(DamagedPng):
            png.read(made(data=bytes(size - 1), **header)).check_rows()
