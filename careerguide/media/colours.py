"""Make the colours of any picture plain: RGB of 8 bits, in sRGB, on a ground.

What has no ground of its own would be read on that of the page, and black lines on a
dark page cannot be. So each gets one here, for pages, feeds, cards and paper alike.
"""

import contextlib
import io
import struct
from functools import reduce

from PIL import Image, ImageChops, ImageCms

from .png import GREY, MAX_PROFILE_BYTES, RGB

WHITE, DARK = (255, 255, 255), (20, 24, 29)
VISIBLE = 48  # of 255: what differs less from its ground can hardly be seen


def of_8_bits(image):
    """Return the same with 8 bits a sample; of 16, browsers show the upper 8."""
    if image.mode.startswith("I"):
        return image.convert("I").point([value >> 8 for value in range(1 << 16)], "L")
    if image.mode == "1":
        return image.convert("L")
    if image.mode == "P":
        return image.convert("RGBA" if image.has_transparency_data else "RGB")
    return image


def within_palette(image, png):
    """Return the same with its transparency, and without indices beyond its palette."""
    last = len(png.chunks.get(b"PLTE", b"")) // 3 - 1
    if image.getextrema()[1] > last >= 0:
        image = image.point([min(index, last) for index in range(256)])
    if b"tRNS" in png.chunks:
        image.info["transparency"] = png.chunks[b"tRNS"][: last + 1]
    return image


def with_gamma(image, gamma):
    """Return the same as sRGB has it: samples are light to the power of `gamma`."""
    light = [(value / 255) ** (1 / gamma) for value in range(256)]
    curve = [
        round(255 * (12.92 * v if v <= 0.0031308 else 1.055 * v ** (1 / 2.4) - 0.055))
        for v in light
    ]
    bands = image.split()
    kept = {"A"} & {*image.getbands()}
    samples = [band.point(curve) for band in bands[: len(bands) - len(kept)]]
    return Image.merge(image.mode, [*samples, *bands[len(samples) :]])


def keyed_alpha(image, png):
    """Return the alpha channel of a PNG in which one colour stands for "nothing here".

    `image` is that PNG as Pillow loaded it. None if there is no such colour. Where
    samples have 16 bits all of them count, before they become 8.
    """
    key = png.chunks.get(b"tRNS", b"")
    samples = {GREY: 1, RGB: 3}.get(png.colour)
    if not samples or len(key) < 2 * samples:
        return None
    values = struct.unpack_from(f">{samples}H", key)
    if png.depth == 16 and png.colour == GREY:
        return image.convert("I").point(_all_but(values[0], 1 << 16), "L")
    if png.depth == 16:
        upper = _unlike(image, [value >> 8 for value in values])
        return ImageChops.lighter(upper, _unlike_in_lower_bytes(png, values))
    most = (1 << png.depth) - 1
    return _unlike(of_8_bits(image), [(v & most) * 255 // most for v in values])


def _all_but(value, count):
    return [0 if at == value else 255 for at in range(count)]


def _unlike(image, colour):
    """255 where a pixel is not that colour, and 0 where it is."""
    bands = zip(image.split(), colour, strict=True)
    return reduce(ImageChops.lighter, (b.point(_all_but(v, 256)) for b, v in bands))


def _unlike_in_lower_bytes(png, values):
    # Pillow has no mode for three samples of 16 bits, but reads either byte of each.
    image = Image.open(io.BytesIO(png.data), formats=["PNG"])
    image.tile = [tile._replace(args="RGB;16L") for tile in image.tile]
    image.load()
    return _unlike(image, [value & 255 for value in values])


def in_srgb(image, profile):
    """RGB, in the colours that browsers assume where no profile is; its alpha stays."""
    alpha = image.getchannel("A") if "A" in image.getbands() else None
    if alpha:
        image = image.convert(image.mode[:-1])
    if profile and len(profile) < MAX_PROFILE_BYTES:
        # A damaged profile, or one for other colours: the colours as they stand.
        with contextlib.suppress(ImageCms.PyCMSError, OSError, ValueError):
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            image = ImageCms.profileToProfile(
                image, source, ImageCms.createProfile("sRGB"), outputMode="RGB"
            )
    image = image.convert("RGB")
    if alpha:
        image.putalpha(alpha)
    return image


def on_a_ground(image):
    """Return the picture on white.

    On dark, if it is so light that white would hide it.
    """
    if image.mode != "RGBA":
        return image
    alpha = image.getchannel("A")
    if alpha.getextrema() == (255, 255):
        return image.convert("RGB")
    on_white = _laid_on(image, alpha, WHITE)
    darkest = on_white.convert("L").getextrema()[0]
    return on_white if darkest < 255 - VISIBLE else _laid_on(image, alpha, DARK)


def _laid_on(image, alpha, colour):
    ground = Image.new("RGB", image.size, colour)
    ground.paste(image.convert("RGB"), mask=alpha)
    return ground
