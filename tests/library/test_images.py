"""Test what uploads are turned into, and which are refused."""

import io
import subprocess
import sys
import time

import pytest
from PIL import Image, ImageOps

from careerguide.library import images
from careerguide.media.filenames import is_ours
from careerguide.media.formats import ImageError
from tests.each import each

from . import files, odd_files


def opened(picture, name=None):
    return Image.open(io.BytesIO(picture.files[name or picture.name]))


class TestRealPictures:
    @each("data", files.GOOD.values(), ids=files.GOOD)
    def test_is_taken_and_encoded_anew(self, data):
        picture = images.process(data)
        assert all(is_ours(name) for name in picture.files)
        for name, content in picture.files.items():
            image = opened(picture, name)
            image.load()
            assert image.format == "WEBP"
            assert not image.getexif()
            assert "icc_profile" not in image.info
            assert b"<script" not in content
            assert b"<?php" not in content

    def test_renditions_only_where_smaller(self):
        names = {
            width: sorted(
                name.partition("x")[2]
                for name in images.process(
                    files.encoded(files.picture((width, 100)))
                ).files
            )
            for width in (480, 960, 961)
        }
        assert names == {
            480: ["100.webp"],
            960: ["100.w480.webp", "100.webp"],
            961: ["100.w480.webp", "100.w960.webp", "100.webp"],
        }

    def test_wide_picture_is_shrunk(self):
        picture = images.process(files.encoded(files.picture((4000, 2000)), "JPEG"))
        assert (picture.width, picture.height) == (1600, 800)
        assert opened(picture).size == (1600, 800)

    def test_tall_picture_is_shrunk(self):
        picture = images.process(files.encoded(files.picture((500, 6400))))
        assert (picture.width, picture.height) == (250, 3200)

    @each("orientation", range(1, 9))
    def test_stands_upright_as_pillow_would_turn_it(self, orientation):
        data = files.photo(orientation, size=(80, 60))
        expected = ImageOps.exif_transpose(Image.open(io.BytesIO(data)))
        ours = opened(images.process(data)).convert("RGB")
        assert ours.size == expected.size
        middle_top = (expected.width // 2, expected.height // 8)
        middle_left = (expected.width // 8, expected.height // 2 + 4)
        for point in (middle_top, middle_left):
            assert brightest(ours, point) == brightest(expected, point)

    def test_place_of_a_photo_is_gone(self):
        data = files.photo()
        assert files.GPS in Image.open(io.BytesIO(data)).getexif()  # the control
        assert not opened(images.process(data)).getexif()

    def test_what_is_transparent_stands_on_white(self):
        picture = opened(images.process(files.palette_with_transparency()))
        assert "A" not in picture.getbands()
        assert picture.getpixel((5, 5)) == pytest.approx((255, 255, 255), abs=3)
        assert picture.getpixel((5, 700)) == pytest.approx((0, 0, 255), abs=9)

    @pytest.mark.parametrize(
        ("lines", "ground"), [("black", 255), ("#888", 255), ("white", 20)]
    )
    def test_lines_can_be_seen_on_their_ground(self, lines, ground):
        drawing = Image.new("RGBA", (80, 60))
        drawing.paste(lines, (20, 20, 60, 40))
        picture = opened(images.process(files.encoded(drawing)))
        around, line = (picture.getpixel(at) for at in ((5, 5), (40, 30)))
        assert around[0] == pytest.approx(ground, abs=5)
        assert abs(line[0] - around[0]) > 100

    @pytest.mark.parametrize("name", ["apng", "animated webp"])
    def test_of_one_that_moves_the_first_picture_is_stored(self, name):
        picture = images.process(files.GOOD[name])
        assert picture.moves
        assert opened(picture).getpixel((20, 15))[0] > 200
        assert not images.process(files.GOOD["phone pair"]).moves

    def test_16_bits_keep_their_brightness(self):
        grey = opened(images.process(files.sixteen_bits())).convert("L")
        assert grey.getpixel((9, 9)) == pytest.approx(192, abs=4)

    def test_picture_for_hdr_screens_is_refused_with_the_way_out(self):
        data = odd_files.png(
            8, odd_files.RGB, odd_files.MIDDLE, (b"cICP", bytes([9, 16, 0, 1]))
        )
        with pytest.raises(ImageError, match="ordinary colours"):
            images.process(data)

    def test_cmyk_keeps_its_colours(self):
        picture = opened(images.process(files.GOOD["jpeg cmyk"])).convert("RGB")
        red, _green, blue = picture.getpixel((600, 100))
        assert red > 200 > 100 > blue

    def test_name_is_the_hash_of_what_was_uploaded(self):
        first = images.process(files.GOOD["png"])
        second = images.process(files.GOOD["script after a png"])
        assert first.name.startswith(f"images/{images.fingerprint(files.GOOD['png'])}")
        assert first.name != second.name


class TestBadFiles:
    @pytest.mark.parametrize("name", files.BAD)
    def test_is_refused_with_a_sentence(self, name):
        data, word = files.BAD[name]
        start = time.monotonic()
        with pytest.raises(ImageError) as refusal:
            images.process(data)
        assert word in str(refusal.value)
        assert time.monotonic() - start < 3

    def test_control_pillow_alone_takes_what_we_refuse(self):
        """Or the suite above would prove nothing about the checks."""
        taken = []
        for name in ("gif", "bmp", "tiff", "png over 5 MB"):
            Image.open(io.BytesIO(files.BAD[name][0])).load()
            taken.append(name)
        assert len(taken) == 4

    def test_control_the_bomb_is_a_valid_picture(self, recwarn):
        data = files.bomb()
        assert len(data) < 20_000
        with pytest.warns(Image.DecompressionBombWarning):
            image = Image.open(io.BytesIO(data))
        image.load()
        assert image.size == (11_000, 11_000)


# The largest of each kind, and what makes each expensive; all are made quickly.
LARGEST = {
    "jpeg": ((8660, 5770), "RGB", "JPEG", {"quality": 60, "subsampling": 0}),
    "jpeg progressive": ((8660, 5770), "RGB", "JPEG", {"progressive": True}),
    "jpeg cmyk": ((8660, 5770), "CMYK", "JPEG", {}),
    "png with transparency": ((6000, 4000), "RGBA", "PNG", {"compress_level": 1}),
    "png palette": ((6000, 4000), "P", "PNG", {"compress_level": 1}),
    "webp": ((4600, 3400), "RGB", "WEBP", {"method": 0}),
}
MEASURE = """
import resource, sys, time
from django.conf import settings
settings.configure(USE_I18N=False)
from careerguide.library import images
size = int(sys.argv[1])
small, data = sys.stdin.buffer.read(size), sys.stdin.buffer.read()
images.process(small)
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
start = time.process_time()
images.process(data)
after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print((after - before) / 1024, time.process_time() - start)
"""


class TestCost:
    @pytest.mark.parametrize("made", LARGEST.values(), ids=LARGEST)
    def test_largest_picture_is_cheap_enough(self, made):
        """In a process of its own, as memory once taken is not given back.

        Seconds of the processor: other tests share it.
        """
        size, mode, kind, options = made
        small = files.encoded(files.picture((9, 9)), "WEBP")
        data = files.encoded(files.picture(size, mode), kind, **options)
        command = [sys.executable, "-c", MEASURE, str(len(small))]
        run = subprocess.run(command, input=small + data, capture_output=True)
        assert run.returncode == 0, run.stderr
        megabytes, seconds = map(float, run.stdout.split())
        assert megabytes < 300
        assert seconds < 3


def brightest(image, point):
    pixel = image.getpixel(point)
    return pixel.index(max(pixel))
