"""Test that damaged pictures are refused, wherever the damage is, and no others."""

import io
import random
import struct
import zlib

import pytest
from PIL import Image

from careerguide.library import images
from careerguide.media.formats import ImageError
from careerguide.media.png import chunk
from tests.each import each
from tests.library import files, odd_files


def stored(data):
    picture = images.process(data)
    return Image.open(io.BytesIO(picture.files[picture.name])).tobytes()


def flipped(data, at, by=0x10):
    return data[:at] + bytes([data[at] ^ by]) + data[at + 1 :]


def refusal(data):
    with pytest.raises(ImageError) as error:
        images.process(data)
    return str(error.value)


PNGS = {
    "grey": files.encoded(odd_files.photo_like().convert("L")),
    "colours": files.encoded(odd_files.photo_like()),
    "alpha": files.encoded(odd_files.photo_like().convert("RGBA")),
    "palette": files.encoded(odd_files.photo_like().convert("P")),
    "interlaced": odd_files.INTERLACED,
    "16 bits": odd_files.ODD["grey of 16 bits, keyed"],
    "profile": odd_files.ODD["png, profile"],
    "exif": odd_files.ODD["png, exif 6"],
}


class TestPng:
    @each("data", PNGS.values(), ids=PNGS)
    def test_flipped_anywhere_it_is_refused(self, data):
        """Every byte up to 300, as headers are there, and 200 of the rest."""
        choose = random.Random(5)
        rest = range(300, len(data))
        places = [*range(min(300, len(data)))]
        places += choose.sample(rest, min(200, len(rest)))
        taken = []
        for at in places:
            try:
                images.process(flipped(data, at, choose.randrange(1, 256)))
            except ImageError:
                continue
            taken.append(at)
        assert not taken

    @each("data", PNGS.values(), ids=PNGS)
    def test_cut_anywhere_it_is_refused(self, data):
        for at in (8, 20, 33, len(data) // 2, len(data) - 12, len(data) - 1):
            assert "damaged" in refusal(data[:at])

    @pytest.mark.parametrize("interlaced", [False, True])
    def test_with_fewer_rows_than_it_says_it_is_refused(self, interlaced):
        """All its sums are right: Pillow stores black where the rows are missing."""
        row = b"\0" + bytes([200, 60, 70]) * 64
        header = struct.pack(">IIBBBBB", 64, 48, 8, 2, 0, 0, interlaced)
        data = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header)
        data += chunk(b"IDAT", zlib.compress(row * 24)) + chunk(b"IEND", b"")
        assert "damaged" in refusal(data)

    def test_a_chunk_that_no_decoder_knows_is_refused(self):
        """As Apple's own kind of PNG has, whose pixels are not what they seem."""
        data = odd_files.with_chunks(files.GOOD["png"], (b"CgBI", b"\x50\0\x20\x06"))
        assert "damaged" in refusal(data)

    def test_damaged_words_about_it_do_no_harm(self):
        plain = files.encoded(odd_files.photo_like())
        data = odd_files.with_chunks(plain, (b"tEXt", b"Comment\0made by hand"))
        data = flipped(data, data.index(b"made"))
        assert stored(data) == stored(plain)


JPEGS = {
    "baseline": {},
    "progressive": {"progressive": True},
    "restarts": {"restart_marker_rows": 1},
    "all colours": {"subsampling": 0},
}


class TestJpeg:
    """A JPEG has no sums. What a decoder cannot read shows that it is damaged; a byte
    that still can be read is another colour, which nobody can tell."""

    @pytest.mark.parametrize("options", JPEGS.values(), ids=JPEGS)
    def test_flips_that_a_decoder_notices_are_refused(self, options):
        data = files.encoded(odd_files.photo_like((320, 200)), "JPEG", **options)
        choose = random.Random(5)
        start = data.index(b"\xff\xda") + 14
        refused = 0
        for at in choose.sample(range(start, len(data) - 2), 60):
            try:
                images.process(flipped(data, at, choose.randrange(1, 256)))
            except ImageError:
                refused += 1
        assert refused >= 6  # Pillow alone refuses none of 60, or one

    @pytest.mark.parametrize("options", JPEGS.values(), ids=JPEGS)
    def test_data_that_end_early_are_refused(self, options):
        """Its last marker is there: Pillow stores grey where the data are missing."""
        data = files.encoded(odd_files.photo_like((320, 200)), "JPEG", **options)
        assert "damaged" in refusal(data[: len(data) * 2 // 3] + b"\xff\xd9")

    @pytest.mark.parametrize("options", JPEGS.values(), ids=JPEGS)
    def test_cut_anywhere_it_is_refused(self, options):
        data = files.encoded(odd_files.photo_like((320, 200)), "JPEG", **options)
        for at in (4, 200, len(data) // 3, len(data) * 9 // 10, len(data) - 1):
            assert "damaged" in refusal(data[:at])


class TestWebp:
    """A WebP has no sums either; it knows its length."""

    @pytest.mark.parametrize("lossless", [True, False])
    def test_cut_anywhere_it_is_refused(self, lossless):
        data = files.encoded(odd_files.photo_like(), "WEBP", lossless=lossless)
        for at in (14, 25, len(data) // 3, len(data) * 9 // 10, len(data) - 2):
            assert "damaged" in refusal(data[:at])
