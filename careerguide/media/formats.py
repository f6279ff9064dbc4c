"""Detect what an upload really is by its first bytes, never by its name.

Only what passes here reaches a decoder, and nothing is decoded before its size in
pixels is known: a picture of 15 kB can claim to be 121 megapixels.
"""

import re
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

MEGABYTE = 1024 * 1024


class ImageError(ValueError):
    """Refuse a picture, in a sentence for the person who chose it."""


@dataclass(frozen=True)
class Format:
    name: str  # as Pillow calls it
    max_bytes: int
    max_pixels: int


# JPEG decodes small ("draft"), so photographs may be larger. Pillow needs 16 bytes a
# pixel for a WebP, and 16 megapixels of it keep us under 300 MB.
JPEG = Format("JPEG", 15 * MEGABYTE, 50_000_000)
PNG = Format("PNG", 5 * MEGABYTE, 24_000_000)
WEBP = Format("WEBP", 5 * MEGABYTE, 16_000_000)

# A JPEG in several scans is held whole, as coefficients, before anything is seen of it.
MAX_COEFFICIENT_BYTES = 220_000_000
MAX_SCANNED_PIXELS = 1_500_000_000  # of all scans together

HEIC_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")
_ONLY = _("Choose a PNG, JPEG or WebP picture.")
_MARKER = re.compile(rb"\xff+([^\x00\xff\xd0-\xd7])")
_SCAN, _END = 0xDA, 0xD9
_FRAMES = {0xC0, 0xC1, 0xC2}


def detect(data):
    """Return the format of an upload, or an ImageError that says what it is instead."""
    if not data:
        raise ImageError(_("This file is empty."))
    if data.startswith(b"\xff\xd8\xff"):
        return JPEG
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return WEBP
    raise ImageError(_what_it_is(data[:4096]))


def _what_it_is(start):
    if start[4:8] == b"ftyp" and start[8:12] in HEIC_BRANDS:
        return _(
            "This is a HEIC photo, which browsers cannot show. Export it as JPEG: on "
            "an iPhone, Settings, Camera, Formats, Most Compatible; on a Mac, open it "
            "in Preview and choose File, Export."
        )
    if start[4:12] == b"ftypavif":
        return _("This is an AVIF picture. Save it as PNG, JPEG or WebP.")
    if start[:6] in (b"GIF87a", b"GIF89a"):
        return _("This is a GIF. Save it as PNG, or as JPEG if it is a photograph.")
    if b"%PDF-" in start[:1024]:
        return _("This is a PDF. Save its page as a PNG picture and choose that.")
    if b"<svg" in start.lower():
        return _("This is an SVG drawing, which can hold programs. Export it as PNG.")
    return _("This is not a picture we can read.") + " " + _ONLY


def check_bytes(format, size):
    if size > format.max_bytes:
        raise ImageError(
            _("This %(format)s is %(size).1f MB; the limit is %(limit)d MB.")
            % {
                "format": format.name,
                "size": size / MEGABYTE,
                "limit": format.max_bytes // MEGABYTE,
            }
        )


def check_pixels(format, width, height):
    if width * height > format.max_pixels:
        raise ImageError(
            _(
                "This %(format)s is %(width)d by %(height)d pixels, more than the "
                "%(limit)d megapixels we take. Make it smaller: 1600 pixels wide is "
                "all that the site shows."
            )
            % {
                "format": format.name,
                "width": width,
                "height": height,
                "limit": format.max_pixels // 1_000_000,
            }
        )


def check_scans(data):
    """Refuse a JPEG whose scans need more memory or time than a photograph does."""
    scans, pixels, coefficients = 0, 0, 0
    at = 2
    while (marker := _MARKER.search(data, at)) and marker[1][0] != _END:
        code, at = marker[1][0], marker.end()
        segment = data[at : at + int.from_bytes(data[at : at + 2], "big")]
        if code in _FRAMES and len(segment) > 8 and not pixels:
            pixels, coefficients = _frame(segment)
        scans += code == _SCAN
        at += len(segment)
    if scans > 1 and (
        coefficients > MAX_COEFFICIENT_BYTES or scans * pixels > MAX_SCANNED_PIXELS
    ):
        raise ImageError(
            _(
                "This progressive JPEG needs too much memory to open. Save it without "
                "“progressive”, or make it smaller."
            )
        )


def _frame(segment):
    """Pixels, and bytes of coefficients, from a JPEG's frame header."""
    height = int.from_bytes(segment[3:5], "big")
    width = int.from_bytes(segment[5:7], "big")
    samplings = [(b >> 4, b & 15) for b in segment[9::3]] or [(1, 1)]
    largest = max(h for h, _v in samplings) * max(v for _h, v in samplings) or 1
    blocks = sum(h * v for h, v in samplings) / largest
    return width * height, width * height * blocks * 2
