"""Create files that people and attackers upload: pictures of all kinds, and others."""

import io
import struct
import zlib

from PIL import Image, ImageCms

ORIENTATION = 0x0112
GPS = 0x8825


def picture(size=(1200, 800), mode="RGB"):
    """Red above, blue below, so that a turn or a shrink can be seen."""
    image = Image.new("RGB", size, "red")
    image.paste("blue", (0, size[1] // 2, *size))
    return image.convert(mode)


def encoded(image, format="PNG", **options):
    out = io.BytesIO()
    image.save(out, format, **options)
    return out.getvalue()


def png(width, height, depth=8, colour=0, data=b""):
    """A PNG with whatever size it claims, and whatever data."""

    def chunk(name, body):
        return (
            struct.pack(">I", len(body))
            + name
            + body
            + struct.pack(">I", zlib.crc32(name + body))
        )

    header = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", data)
        + chunk(b"IEND", b"")
    )


def bomb(side=11_000):
    """121 megapixels of nothing, in 15 kB that are a valid PNG of one bit a pixel."""
    packer = zlib.compressobj(9)
    row = bytes(1 + (side + 7) // 8)
    data = b"".join(packer.compress(row) for _ in range(side)) + packer.flush()
    return png(side, side, depth=1, data=data)


def sixteen_bits(width=40, height=30):
    """Grey of 16 bits, at three quarters of full brightness."""
    row = b"\x00" + b"\xc0\x00" * width
    return png(width, height, depth=16, data=zlib.compress(row * height))


def animated(format):
    frames = [Image.new("RGB", (40, 30), colour) for colour in ("red", "blue")]
    return encoded(frames[0], format, save_all=True, append_images=frames[1:])


def photo(orientation=6, size=(1200, 800), **options):
    """As a phone takes it: lying on its side, with the place where it was."""
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    exif[GPS] = {1: "N", 2: (51.0, 30.0, 0.0)}
    return encoded(picture(size), "JPEG", exif=exif, **options)


def phone_pair():
    """MPO: two JPEGs in one file, as phones save a photo and its depth."""
    return encoded(picture(), "MPO", save_all=True, append_images=[picture((600, 400))])


def damaged_profile():
    return encoded(picture(), "JPEG", icc_profile=b"not a profile" * 9)


def srgb_profile():
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return encoded(picture(), "JPEG", icc_profile=profile)


def palette_with_transparency():
    image = picture(mode="P")
    return encoded(image, "PNG", transparency=image.getpixel((0, 0)))


def scans(count):
    """A JPEG of 49 megapixels and `count` more passes over it than it needs."""
    data = encoded(Image.new("L", (7000, 7000)), "JPEG", progressive=True)
    last = data[data.rindex(b"\xff\xda") : -2]
    return data[:-2] + last * count + b"\xff\xd9"


SCRIPT = b"<script>document.title = 'ran'</script>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"></svg>'

# Every real picture, by what is special about it.
GOOD = {
    "png": encoded(picture()),
    "jpeg": encoded(picture(), "JPEG"),
    "webp": encoded(picture(), "WEBP"),
    "webp lossless with transparency": encoded(
        picture(mode="RGBA"), "WEBP", lossless=True
    ),
    "jpeg progressive": encoded(picture(), "JPEG", progressive=True),
    "jpeg grey": encoded(picture(mode="L"), "JPEG"),
    "jpeg cmyk": encoded(picture(mode="CMYK"), "JPEG"),
    "jpeg with a profile": srgb_profile(),
    "jpeg with a damaged profile": damaged_profile(),
    "jpeg with damaged exif": encoded(picture(), "JPEG", exif=b"Exif\0\0II*\0\xff\xff"),
    "jpeg on its side": photo(),
    "phone pair": phone_pair(),
    "png grey and transparent": encoded(picture(mode="LA")),
    "png transparent": encoded(picture(mode="RGBA")),
    "png palette": encoded(picture(mode="P")),
    "png palette with transparency": palette_with_transparency(),
    "png of one bit": encoded(picture(mode="1")),
    "png of 16 bits": sixteen_bits(),
    "one pixel": encoded(picture((1, 1))),
    "a thread": encoded(picture((3000, 1))),
    "apng": animated("PNG"),
    "animated webp": animated("WEBP"),
    # Polyglots: real pictures that are something else as well. Only pixels are kept.
    "script after a png": encoded(picture()) + SCRIPT,
    "script in a jpeg's comment": encoded(picture(), "JPEG", comment=SCRIPT),
    "php in a jpeg's exif": encoded(
        picture(), "JPEG", exif=b"Exif\0\0<?php system($_GET['c']); ?>"
    ),
    "zip after a webp": encoded(picture(), "WEBP") + b"PK\x05\x06" + bytes(18),
}

_JPEG = GOOD["jpeg"]
_PNG = GOOD["png"]

# What has to be refused, each with a word its sentence must have.
BAD = {
    "nothing": (b"", "empty"),
    "html": (b"<!doctype html>" + SCRIPT, "not a picture"),
    "javascript": (b"alert(document.domain)", "not a picture"),
    "php": (b"<?php system($_GET['c']); ?>", "not a picture"),
    "svg": (SVG, "SVG"),
    "svg after a declaration": (b'<?xml version="1.0"?>\n<!-- x -->' + SVG, "SVG"),
    "gif": (encoded(picture(), "GIF"), "GIF"),
    "gif that is javascript": (b"GIF89a=1;alert(1)//", "GIF"),
    "pdf": (b"%PDF-1.7\n", "PDF"),
    "heic": (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(99), "HEIC"),
    "avif": (b"\0\0\0\x18ftypavif" + bytes(99), "AVIF"),
    "bmp": (encoded(picture(), "BMP"), "not a picture"),
    "tiff": (encoded(picture(), "TIFF"), "not a picture"),
    "zeros": (bytes(5000), "not a picture"),
    "text in utf-16": ("<script>".encode("utf-16"), "not a picture"),
    "html with a png's first bytes": (_PNG[:8] + SCRIPT, "damaged"),
    "html with a jpeg's first bytes": (_JPEG[:3] + SCRIPT, "damaged"),
    "html with a webp's first bytes": (b"RIFF\0\0\0\0WEBPVP8 " + SCRIPT, "damaged"),
    "half a jpeg": (_JPEG[: len(_JPEG) // 2], "damaged"),
    "half a png": (_PNG[: len(_PNG) // 2], "damaged"),
    "half a webp": (GOOD["webp"][: len(GOOD["webp"]) // 2], "damaged"),
    "png without width": (png(0, 100), "damaged"),
    "png without height": (png(100, 0), "damaged"),
    "png without data": (png(100, 100), "damaged"),
    "png of two billion by two billion": (png(2**31 - 1, 2**31 - 1), "too many pixels"),
    "png of 30 megapixels": (png(6000, 5000), "24 megapixels"),
    "bomb of 121 megapixels": (bomb(), "too many pixels"),
    "jpeg of 60 megapixels": (
        _JPEG.replace(struct.pack(">HH", 800, 1200), struct.pack(">HH", 6000, 10_000)),
        "50 megapixels",
    ),
    "jpeg of 3,000 scans": (scans(3000), "progressive"),
    "png over 5 MB": (_PNG + bytes(5 * 1024 * 1024), "5 MB"),
    "jpeg over 15 MB": (_JPEG + bytes(15 * 1024 * 1024), "15 MB"),
}
