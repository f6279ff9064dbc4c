"""Test what an upload is by its first bytes, and how large each format may be."""

import struct

import pytest

from careerguide.media import formats
from careerguide.media.formats import (
    HEIC_BRANDS,
    JPEG,
    MEGABYTE,
    PNG,
    WEBP,
    ImageError,
    check_bytes,
    check_pixels,
    check_scans,
    detect,
)
from tests.each import each


def refusal(check, *arguments):
    with pytest.raises(ImageError) as caught:
        check(*arguments)
    return str(caught.value)


class TestDetect:
    @each(
        ("start", "format"),
        [
            (b"\xff\xd8\xff", JPEG),
            (b"\x89PNG\r\n\x1a\n", PNG),
            (b"RIFF\0\0\0\0WEBP", WEBP),
        ],
    )
    def test_knows_a_format_by_its_beginning(self, start, format):
        assert detect(start) is format
        refusal(detect, start[:-1])

    @each(
        ("data", "words"),
        [
            (b"", "This file is empty."),
            *((b"\0\0\0\x18ftyp" + brand, "HEIC photo") for brand in HEIC_BRANDS),
            (b"\0\0\0\x18ftypavif", "an AVIF picture"),
            (b"GIF87a", "a GIF"),
            (b"GIF89a", "a GIF"),
            (b"\n%PDF-1.7", "a PDF"),
            (b"x" * 1019 + b"%PDF-", "a PDF"),
            (b"<?xml?><SVG>", "an SVG drawing"),
            (b" " * 4092 + b"<svg", "an SVG drawing"),
            (b"RIFF\0\0\0\0WAVE", "not a picture we can read. Choose a PNG, JPEG or"),
            (b"XXXX\0\0\0\0WEBP", "not a picture"),
            (b"x" * 1020 + b"%PDF-", "not a picture"),
            (b" " * 4093 + b"<svg", "not a picture"),
            (b"\0\0\0\x18ftypmp42", "not a picture"),
        ],
    )
    def test_says_what_others_are(self, data, words):
        assert words in refusal(detect, data)


class TestSize:
    @each(
        ("format", "megabytes", "megapixels"),
        [(JPEG, 15, 50), (PNG, 5, 24), (WEBP, 5, 16)],
    )
    def test_of_each_format_has_a_limit(self, format, megabytes, megapixels):
        check_bytes(format, megabytes * MEGABYTE)
        assert refusal(check_bytes, format, megabytes * MEGABYTE + 1) == (
            f"This {format.name} is {megabytes}.0 MB; the limit is {megabytes} MB."
        )
        check_pixels(format, 1000, megapixels * 1000)
        assert refusal(check_pixels, format, 1000, megapixels * 1000 + 1) == (
            f"This {format.name} is 1000 by {megapixels}001 pixels, more than the "
            f"{megapixels} megapixels we take. Make it smaller: 1600 pixels wide is "
            "all that the site shows."
        )


def segment(code, body):
    return bytes([0xFF, code]) + struct.pack(">H", len(body) + 2) + body


def frame(width, height, samplings=(0x11,), code=0xC2):
    parts = b"".join(bytes([n, sampling, 0]) for n, sampling in enumerate(samplings, 1))
    size = struct.pack(">BHHB", 8, height, width, len(samplings))
    return segment(code, size + parts)


SCAN = segment(0xDA, b"\x01\x01\x00\x00\x3f\x00") + b"\x12\xff\x00\xff\xd0\x34"
END = b"\xff\xd9"


def jpeg(*segments):
    return b"\xff\xd8" + b"".join(segments) + END


GREY, SUBSAMPLED, FULL = (0x11,), (0x22, 0x11, 0x11), (0x11, 0x11, 0x11)


class TestScans:
    @each(
        ("width", "height", "samplings", "scans"),
        [
            (10_000, 11_000, GREY, 2),  # 220 MB of coefficients
            (10_000, 7_333, SUBSAMPLED, 2),
            (10_000, 3_666, FULL, 2),
            (10_000, 5_000, GREY, 30),  # 1,500 megapixels in all scans
            (60_000, 60_000, FULL, 1),  # in one scan nothing is held
        ],
    )
    @each("code", [0xC0, 0xC1, 0xC2])
    def test_of_a_photo_are_few_enough(self, width, height, samplings, scans, code):
        check_scans(jpeg(frame(width, height, samplings, code), *[SCAN] * scans))

    @each(
        ("width", "height", "samplings", "scans"),
        [
            (10_000, 11_001, GREY, 2),
            (10_000, 7_334, SUBSAMPLED, 2),
            (10_000, 3_667, FULL, 2),
            (10_000, 5_000, GREY, 31),
        ],
    )
    def test_that_need_too_much_are_refused(self, width, height, samplings, scans):
        data = jpeg(frame(width, height, samplings), *[SCAN] * scans)
        assert "needs too much memory" in refusal(check_scans, data)

    def test_are_those_of_the_picture_and_not_behind_it(self):
        large = frame(60_000, 60_000)
        check_scans(jpeg(large, SCAN) + SCAN + END)
        check_scans(jpeg(segment(0xE1, large + SCAN * 2), frame(10, 10), SCAN, SCAN))
        check_scans(jpeg(frame(10, 10), SCAN, large, SCAN))

    def test_are_found_behind_bytes_that_fill_up(self):
        data = jpeg(b"\xff\xff" + frame(60_000, 60_000), SCAN, SCAN)
        assert refusal(check_scans, data)

    @each(
        "data", [b"", b"\xff\xd8", jpeg(), jpeg(SCAN, SCAN), jpeg(segment(0xC2, b""))]
    )
    def test_of_what_says_no_size_are_left_to_the_decoder(self, data):
        check_scans(data)

    def test_frame_without_samplings_counts_as_grey(self):
        body = struct.pack(">BHHB", 8, 3, 2, 0) + b"\0"
        assert formats._frame(struct.pack(">H", 10) + body) == (6, 12)
