"""Test colours made plain: 8 bits, sRGB, and a ground on which lines can be seen."""

import pytest
from PIL import Image

from careerguide.media import colours, png
from tests.each import each
from tests.library import odd_files
from tests.library.odd_files import GREY, RGB, words


def pixel(value, mode="L"):
    return Image.new(mode, (2, 1), value)


class TestGround:
    @each(
        ("lines", "ground"),
        [
            (206, colours.WHITE),
            (207, colours.DARK),  # hardly to be seen on white
            (0, colours.WHITE),
            (255, colours.DARK),
        ],
    )
    def test_is_one_on_which_lines_can_be_seen(self, lines, ground):
        image = Image.new("RGBA", (2, 1), (lines, lines, lines, 255))
        image.putpixel((1, 0), (9, 9, 9, 0))
        laid = colours.on_a_ground(image)
        assert laid.mode == "RGB"
        assert laid.getpixel((0, 0)) == (lines,) * 3
        assert laid.getpixel((1, 0)) == ground

    def test_is_seen_through_what_is_half_there(self):
        image = Image.new("RGBA", (1, 1), (0, 0, 0, 128))
        assert colours.on_a_ground(image).getpixel((0, 0)) == (127, 127, 127)

    def test_picture_that_covers_it_needs_none(self):
        image = Image.new("RGBA", (1, 1), (250, 250, 250, 255))
        assert colours.on_a_ground(image).getpixel((0, 0)) == (250, 250, 250)
        plain = pixel((1, 2, 3), "RGB")
        assert colours.on_a_ground(plain) is plain


class TestBits:
    @each(
        ("mode", "value", "shown_mode", "shown"),
        [
            ("I;16", 0xC0FF, "L", 0xC0),
            ("I", 0x0100, "L", 1),
            ("1", 1, "L", 255),
            ("L", 7, "L", 7),
            ("RGB", (1, 2, 3), "RGB", (1, 2, 3)),
        ],
    )
    def test_are_eight(self, mode, value, shown_mode, shown):
        image = colours.of_8_bits(pixel(value, mode))
        assert (image.mode, image.getpixel((0, 0))) == (shown_mode, shown)

    def test_palette_becomes_its_colours(self):
        image = pixel((255, 0, 0), "RGB").convert("P")
        assert colours.of_8_bits(image).mode == "RGB"
        image.info["transparency"] = image.getpixel((0, 0))
        assert colours.of_8_bits(image).mode == "RGBA"


class TestPalette:
    def loaded(self, data):
        source = png.read(data)
        image = odd_files.opened(source.data)
        image.load()
        return colours.within_palette(image, source), source

    def test_index_beyond_it_is_the_last(self):
        image, _source = self.loaded(odd_files.ODD["palette that is short"])
        assert image.getextrema() == (0, 1)
        assert image.info["transparency"] == bytes([255, 90])

    def test_transparency_of_colours_that_are_not_there_is_left_out(self):
        rows = bytes([0, 1] * 32)
        palette, keys = (b"PLTE", bytes(6)), (b"tRNS", bytes([1, 2, 3]))
        image, _source = self.loaded(
            odd_files.png(8, odd_files.PALETTE, rows, palette, keys)
        )
        assert image.info["transparency"] == bytes([1, 2])

    def test_without_transparency_gets_none(self):
        rows = bytes([0, 1] * 32)
        image, _source = self.loaded(
            odd_files.png(8, odd_files.PALETTE, rows, (b"PLTE", bytes(6)))
        )
        assert "transparency" not in image.info


class TestGamma:
    @each(
        ("gamma", "value", "shown"),
        [
            (1.0, 0, 0),
            (1.0, 255, 255),
            (1.0, 128, 188),  # half the light
            (1.0, 1, 13),
            (0.45455, 128, 129),
            (0.45455, 1, 0),
            (0.3, 200, 178),
        ],
    )
    def test_gives_the_samples_of_srgb(self, gamma, value, shown):
        image = colours.with_gamma(pixel(value), gamma)
        assert image.getpixel((0, 0)) == pytest.approx(shown, abs=1)

    def test_leaves_alpha_as_it_is(self):
        image = pixel((128, 0, 255, 128), "RGBA")
        assert colours.with_gamma(image, 1.0).getpixel((0, 0)) == (188, 0, 255, 128)


class TestKey:
    """One colour of a PNG stands for "nothing here"."""

    def alpha(self, data):
        source = png.read(data)
        image = odd_files.opened(source.data)
        image.load()
        alpha = colours.keyed_alpha(image, source)
        return alpha and [alpha.getpixel((x, 0)) for x in (0, 32, 63)]

    @each(
        ("name", "alpha"),
        [
            ("grey, keyed", [0, 255, 255]),
            ("rgb, keyed", [0, 255, 255]),
            ("grey of 16 bits, keyed", [0, 255, 255]),
            ("grey of 16 bits, near key", [0, 255, 255]),
            ("rgb of 16 bits, near key", [0, 255, 255]),
            *((f"grey of {n} bits, low key", [0, 255, 255]) for n in (1, 2, 4)),
            *((f"grey of {n} bits, high key", [255, 0, 0]) for n in (1, 2, 4)),
            *((f"grey of {n} bits, wide key", [255, 0, 0]) for n in (1, 2, 4)),
            ("palette, keyed", None),
            ("rgba of 16 bits", None),
            ("grey of 16 bits", None),
        ],
    )
    def test_is_the_only_one_that_is_seen_through(self, name, alpha):
        assert self.alpha(odd_files.ODD[name]) == alpha

    def test_has_to_be_whole(self):
        row = bytes([50] * 64)
        assert self.alpha(odd_files.png(8, GREY, row, (b"tRNS", b"\0"))) is None
        row = bytes([50, 60, 70] * 64)
        assert self.alpha(odd_files.png(8, RGB, row, (b"tRNS", words(50, 60)))) is None


class TestProfile:
    def test_changes_colours_and_keeps_alpha(self):
        image = pixel((200, 40, 30, 90), "RGBA")
        shown = colours.in_srgb(image, odd_files.SWAPPED).getpixel((0, 0))
        assert shown[3] == 90
        assert shown[:3] == pytest.approx((30, 40, 200), abs=3)

    @each("profile", [None, b"", b"none" * 40, odd_files.LAB])
    def test_that_cannot_be_followed_changes_nothing(self, profile):
        image = pixel((200, 40, 30), "RGB")
        assert colours.in_srgb(image, profile).getpixel((0, 0)) == (200, 40, 30)

    def test_grey_becomes_colours(self):
        assert colours.in_srgb(pixel(9), None).getpixel((0, 0)) == (9, 9, 9)

    def test_that_is_too_long_is_passed_over(self):
        long = odd_files.SWAPPED.ljust(png.MAX_PROFILE_BYTES, b"\0")
        image = pixel((200, 40, 30), "RGB")
        assert colours.in_srgb(image, long).getpixel((0, 0)) == (200, 40, 30)
        shown = colours.in_srgb(image, long[:-1]).getpixel((0, 0))
        assert shown == pytest.approx((30, 40, 200), abs=3)
