"""Create pictures that are rare and right, by what is special about each.

Chromium shows each of them; `tests/browser/test_pictures.py` compares what we store.
"""

import io
import struct
import zlib

from PIL import Image, ImageCms, ImageFilter

from careerguide.media.png import chunk

from .files import ORIENTATION, animated, encoded

WIDTH, HEIGHT = 64, 48
GREY, RGB, PALETTE, GREY_ALPHA, RGBA = 0, 2, 3, 4, 6
SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
LAB = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
XMP = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02'
    b'/22-rdf-syntax-ns#"><rdf:Description xmlns:tiff="http://ns.adobe.com/tiff/1.0/" '
    b'tiff:Orientation="6"/></rdf:RDF></x:xmpmeta>'
)


def photo_like(size=(96, 64)):
    """Soft shapes in all colours, the same every time."""
    noise = [
        Image.radial_gradient("L").resize(size),
        Image.linear_gradient("L").resize(size).rotate(40),
        Image.linear_gradient("L").rotate(90).resize(size),
    ]
    edges = Image.radial_gradient("L").resize((7, 5)).resize(size, 0)
    noise[1].paste(edges, (size[0] // 3, size[1] // 3))
    return Image.merge("RGB", noise).filter(ImageFilter.SHARPEN)


def corners(mode="RGB", size=(WIDTH, HEIGHT)):
    """A picture that shows how it was turned: three colours, and none twice."""
    width, height = size
    image = Image.new("RGB", size, (200, 40, 30))
    image.paste((30, 60, 200), (0, height // 2, width, height))
    image.paste((40, 180, 60), (0, 0, width // 4, height // 4))
    return image.convert(mode)


def png(depth, colour, row, *extra, interlaced=False):
    """A PNG of one row, repeated; `extra` are (name, body) of other chunks."""
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, depth, colour, 0, 0, interlaced)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + b"".join(chunk(*one) for one in extra)
        + chunk(b"IDAT", zlib.compress((b"\0" + row) * HEIGHT))
        + chunk(b"IEND", b"")
    )


def with_chunks(data, *extra, last=False):
    at = -12 if last else 33
    return data[:at] + b"".join(chunk(*one) for one in extra) + data[at:]


def words(*values):
    """Each as 16 bits."""
    return struct.pack(f">{len(values)}H", *values)


def packed(depth, values):
    """Samples of fewer than 8 bits, as a PNG has them in a row."""
    bits = "".join(f"{value:0{depth}b}" for value in values)
    return bytes(int(bits[at : at + 8], 2) for at in range(0, len(bits), 8))


def exif(orientation, kind=3, count=1, order="<", head=b"Exif\0\0"):
    """An EXIF block that holds nothing else."""
    value = struct.pack(order + {1: "B", 3: "H", 4: "I"}[kind], orientation)
    return (
        head
        + (b"II*\0" if order == "<" else b"MM\0*")
        + struct.pack(order + "IH", 8, 1)
        + struct.pack(order + "HHI", ORIENTATION, kind, count)
        + value.ljust(4, b"\0")
        + struct.pack(order + "I", 0)
    )


def turned_jpeg(block):
    return encoded(corners(), "JPEG", exif=block, quality=95)


def swapped_profile():
    """sRGB with red and blue exchanged: whoever follows it shows other colours."""
    profile, places = bytearray(SRGB), {}
    for number in range(int.from_bytes(SRGB[128:132], "big")):
        at = 132 + 12 * number
        places[SRGB[at : at + 4]] = at
    red, blue = places[b"rXYZ"], places[b"bXYZ"]
    profile[red + 4 : red + 12] = SRGB[blue + 4 : blue + 12]
    profile[blue + 4 : blue + 12] = SRGB[red + 4 : red + 12]
    return bytes(profile)


SWAPPED = swapped_profile()
HALVES = [0x1234] * 32 + [0xC000] * 32
NEAR = [0x1234] * 21 + [0x1235] * 21 + [0xC000] * 22
NEAR_RGB = [0x1234, 0x8000, 0x4000] * 21 + [0x1235, 0x8000, 0x4000] * 21
NEAR_RGB += [0xC000, 0, 0xFFFF] * 22
RAW_EXIF = b"\nexif\n%8d\n" % len(exif(6)) + exif(6).hex().encode() + b"\n"
MIDDLE = bytes([128, 60, 70] * 64)
SRGB_PRIMARIES = (31270, 32900, 64000, 33000, 30000, 60000, 15000, 6000)


def gamma(value):
    """The chunk that says how samples stand for light, times 100,000."""
    return b"gAMA", struct.pack(">I", value)


def interlaced():
    """Adam7 by hand, as Pillow writes none."""
    image, rows = photo_like((WIDTH, HEIGHT)), b""
    for left, top, right, down in (
        *((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4)),
        *((0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)),
    ):
        for y in range(top, HEIGHT, down):
            pixels = [image.getpixel((x, y)) for x in range(left, WIDTH, right)]
            rows += b"\0" + bytes(sample for pixel in pixels for sample in pixel)
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, RGB, 0, 0, 1)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


INTERLACED = interlaced()


def _without_adobe(data):
    at = data.index(b"Adobe") - 4
    return data[:at] + data[at + 2 + int.from_bytes(data[at + 2 : at + 4], "big") :]


CMYK = Image.new("CMYK", (WIDTH, HEIGHT), (128, 0, 64, 32))
CMYK.paste((0, 0, 0, 128), (WIDTH // 2, 0, WIDTH, HEIGHT))

ODD = {
    "grey of 16 bits": png(16, GREY, words(*HALVES)),
    "grey of 16 bits, keyed": png(16, GREY, words(*HALVES), (b"tRNS", words(0x1234))),
    "grey of 16 bits, near key": png(16, GREY, words(*NEAR), (b"tRNS", words(0x1234))),
    "rgb of 16 bits": png(16, RGB, words(*[0x12FF, 0x80FF, 0x40FF] * 64)),
    "rgb of 16 bits, near key": png(
        16, RGB, words(*NEAR_RGB), (b"tRNS", words(0x1234, 0x8000, 0x4000))
    ),
    "grey and alpha of 16 bits": png(
        16, GREY_ALPHA, words(*[0x8000, 0x4000] * 32 + [0xC000, 0xFFFF] * 32)
    ),
    "rgba of 16 bits": png(
        16,
        RGBA,
        words(*[0x8000, 0x4000, 0x2000, 0x8000] * 32 + [0xC000, 0, 0, 0xFFFF] * 32),
    ),
    "grey, keyed": png(8, GREY, bytes([50] * 32 + [200] * 32), (b"tRNS", words(50))),
    "rgb, keyed": png(
        8,
        RGB,
        bytes([50, 60, 70] * 32 + [200, 60, 70] * 32),
        (b"tRNS", words(50, 60, 70)),
    ),
    **{
        f"grey of {depth} bits, {name} key": png(
            depth,
            GREY,
            packed(depth, [low] * 32 + [high] * 32),
            (b"tRNS", words(key)),
        )
        for depth, low, high in ((1, 0, 1), (2, 0, 2), (4, 3, 14))
        for name, key in (("low", low), ("high", high), ("wide", high | 0x100))
    },
    "palette, keyed": png(
        8,
        PALETTE,
        bytes([0] * 32 + [1] * 32),
        (b"PLTE", bytes([255, 0, 0, 0, 0, 255])),
        (b"tRNS", bytes([255, 90])),
    ),
    "palette of 2 bits, keyed": png(
        2,
        PALETTE,
        packed(2, [1] * 32 + [2] * 32),
        (b"PLTE", bytes([1, 2, 3, 255, 0, 0, 0, 255, 0])),
        (b"tRNS", bytes([255, 128])),
    ),
    "palette that is short": png(
        8,
        PALETTE,
        bytes([0] * 32 + [1] * 16 + [9] * 16),
        (b"PLTE", bytes([255, 0, 0, 0, 0, 255])),
        (b"tRNS", bytes([255, 90])),
    ),
    **{
        f"gamma of {value}": png(8, RGB, MIDDLE, gamma(value))
        for value in (100_000, 55_556, 45_455, 30_000)
    },
    "gamma and primaries of srgb": png(
        8,
        RGB,
        MIDDLE,
        gamma(100_000),
        (b"cHRM", struct.pack(">8I", *SRGB_PRIMARIES)),
    ),
    "gamma of grey": png(8, GREY, bytes([128] * 64), gamma(100_000)),
    "gamma of 16 bits": png(
        16, RGB, words(*[0x8000, 0x4000, 0x2000] * 64), gamma(100_000)
    ),
    "gamma and alpha": png(8, RGBA, bytes([128, 60, 70, 128] * 64), gamma(100_000)),
    "gamma and srgb": png(8, RGB, MIDDLE, (b"sRGB", b"\0"), gamma(100_000)),
    "gamma and profile": with_chunks(
        encoded(corners(), icc_profile=SWAPPED), gamma(100_000)
    ),
    "interlaced": INTERLACED,
    **{f"jpeg, exif {n}": turned_jpeg(exif(n)) for n in range(10)},
    **{f"png, exif {n}": encoded(corners(), exif=exif(n)) for n in (3, 6, 8)},
    **{
        f"webp, exif {n}": encoded(corners(), "WEBP", exif=exif(n), lossless=True)
        for n in (3, 6, 8)
    },
    "png, exif behind the pixels": with_chunks(
        encoded(corners()), (b"eXIf", exif(6, head=b"")), last=True
    ),
    "png, exif as text": with_chunks(
        encoded(corners()),
        (b"zTXt", b"Raw profile type exif\0\0" + zlib.compress(RAW_EXIF)),
    ),
    "jpeg, exif from high to low": turned_jpeg(exif(6, order=">")),
    "jpeg, exif of long numbers": turned_jpeg(exif(6, kind=4)),
    "jpeg, exif of bytes": turned_jpeg(exif(6, kind=1)),
    "jpeg, exif of two": turned_jpeg(exif(6, count=2)),
    "jpeg, damaged exif": turned_jpeg(b"Exif\0\0II*\0\xff\xff\xff\xff"),
    "jpeg, turned by xmp alone": encoded(corners(), "JPEG", xmp=XMP, quality=95),
    "webp, turned by xmp alone": encoded(corners(), "WEBP", xmp=XMP, lossless=True),
    "png, turned by xmp alone": with_chunks(
        encoded(corners()), (b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + XMP)
    ),
    "cmyk, inverted by adobe": encoded(CMYK, "JPEG", quality=95),
    "cmyk, without adobe": _without_adobe(encoded(CMYK, "JPEG", quality=95)),
    "cmyk, corners": encoded(corners("CMYK"), "JPEG", quality=95),
    "jpeg stored as rgb": encoded(corners(), "JPEG", keep_rgb=True, quality=95),
    "jpeg, grey": encoded(corners("L"), "JPEG", quality=95),
    "jpeg, profile": encoded(corners(), "JPEG", icc_profile=SWAPPED, quality=95),
    "png, profile": encoded(corners(), icc_profile=SWAPPED),
    "webp, profile": encoded(corners(), "WEBP", icc_profile=SWAPPED, lossless=True),
    "png with alpha, profile": encoded(corners("RGBA"), icc_profile=SWAPPED),
    "palette, profile": encoded(corners().quantize(8, dither=0), icc_profile=SWAPPED),
    "grey png, profile of colours": encoded(corners("L"), icc_profile=SWAPPED),
    "grey jpeg, profile of colours": encoded(
        corners("L"), "JPEG", icc_profile=SWAPPED, quality=95
    ),
    "cmyk, profile of rgb": encoded(
        corners("CMYK"), "JPEG", icc_profile=SWAPPED, quality=95
    ),
    "jpeg, profile of lab": encoded(corners(), "JPEG", icc_profile=LAB, quality=95),
    "png, damaged profile": encoded(corners(), icc_profile=b"none" * 40),
    "png, profile and srgb": with_chunks(
        encoded(corners(), icc_profile=SWAPPED), (b"sRGB", b"\0")
    ),
    "apng": animated("PNG"),
    "moving webp": animated("WEBP"),
    "pair of a phone": encoded(
        corners(), "MPO", save_all=True, append_images=[corners(size=(32, 24))]
    ),
}


def opened(data):
    return Image.open(io.BytesIO(data))
