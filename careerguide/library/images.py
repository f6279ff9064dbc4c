"""Turn an upload into the files the site stores: decode, turn, shrink, re-encode.

The threat is a file that is more than a picture (a script under a false name, a place
in its metadata, a bomb of pixels). Nothing of the upload is kept but its pixels: what
is stored was encoded here, as WebP, under a name of our own.
"""

import hashlib
import io
import warnings
from dataclasses import dataclass, replace

from django.utils.translation import gettext_lazy as _
from PIL import Image

from careerguide.media import colours, filenames, jpeg, orientation, png
from careerguide.media.formats import (
    JPEG,
    PNG,
    ImageError,
    check_bytes,
    check_pixels,
    check_scans,
    detect,
)

MAX_WIDTH = 1600
MAX_HEIGHT = 3200
QUALITY = 82
EXIF = b"Exif\0\0"
LARGEST_UPLOAD = JPEG.max_bytes

# Set once and for the process: changing filters for a moment is not safe in threads.
warnings.simplefilter("error", Image.DecompressionBombWarning)
# Pillow looks for the resolution in EXIF, and complains where that is damaged.
warnings.filterwarnings("ignore", category=UserWarning, module=r"PIL\.TiffImagePlugin")

_BROKEN = _(
    "This picture is damaged or incomplete. Save it again and choose the new file."
)


@dataclass(frozen=True)
class Picture:
    """A picture ready to store: `files` maps each name to its bytes."""

    sha256: str  # of the upload, so the same file is found again
    width: int
    height: int
    files: dict[str, bytes]
    moves: bool = False  # the upload did; what is stored is its first picture

    @property
    def name(self):
        return filenames.main_name(self.sha256, self.width, self.height)


def fingerprint(data):
    return hashlib.sha256(data).hexdigest()


def process(data):
    """Make the Picture of an upload's bytes; ImageError says why not."""
    format = detect(data)
    check_bytes(format, len(data))
    try:
        if format is PNG:
            image, moves = _from_png(data)
        else:
            image, moves = _from_jpeg_or_webp(data, format)
        return replace(_stored(image, fingerprint(data)), moves=moves)
    except ImageError:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise ImageError(
            _("This picture has far too many pixels. Make it 1600 pixels wide.")
        ) from error
    # Decoders meet hostile bytes with errors of every kind: OSError, SyntaxError,
    # struct.error, EOFError, OverflowError... All of them mean the same to an editor.
    except Exception as error:
        raise ImageError(_BROKEN) from error


def _from_png(data):
    source = png.read(data)
    image = _opened(source.data, PNG)
    if source.is_hdr:
        raise ImageError(
            _("This PNG is made for HDR screens. Save it in ordinary colours (sRGB).")
        )
    source.check_rows()
    image.load()
    if source.colour == png.PALETTE:
        image = colours.within_palette(image, source)
    alpha = colours.keyed_alpha(image, source)
    image = colours.of_8_bits(image)
    if source.gamma:
        image = colours.with_gamma(image, source.gamma)
    if alpha:
        image.putalpha(alpha)
    turn = orientation.turn_of(source.chunks.get(b"eXIf", b""))
    return _finished(image, turn, source.profile), source.moves


def _from_jpeg_or_webp(data, format):
    if format is JPEG:
        check_scans(data)
    image = _opened(data, format)
    profile, turn = image.info.get("icc_profile"), None
    if format is JPEG:
        jpeg.check_data(data)
        # Of a WebP, browsers do not follow what EXIF says.
        turn = orientation.turn_of(image.info.get("exif", b"").removeprefix(EXIF))
    # A phone's JPEG may carry a second picture (MPO); its first is the photograph.
    moves = getattr(image, "is_animated", False) and format is not JPEG
    image.draft(None, _fitted(image.size, turn))
    image.load()
    return _finished(image, turn, profile), moves


def _opened(data, format):
    """The picture with nothing decoded but its size, which is one we take."""
    image = Image.open(io.BytesIO(data), formats=[format.name])
    check_pixels(format, *image.size)
    return image


def _finished(image, turn, profile):
    """The upright picture at its final size, in RGB."""
    size = _fitted(image.size, turn)
    # Shrunk first and turned after: a turn copies the picture.
    if image.size != size:
        image = image.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
    if turn is not None:
        image = image.transpose(turn)
    return colours.on_a_ground(colours.in_srgb(image, profile))


def _fitted(size, turn):
    limits = MAX_WIDTH, MAX_HEIGHT
    if turn in orientation.ON_ITS_SIDE:
        limits = MAX_HEIGHT, MAX_WIDTH
    scale = min(1, limits[0] / size[0], limits[1] / size[1])
    return tuple(max(1, round(side * scale)) for side in size)


def _stored(image, sha256):
    width, height = image.size
    main = filenames.main_name(sha256, width, height)
    files = {main: _webp(image)}
    for smaller, name in filenames.renditions(main).items():
        size = (smaller, max(1, round(height * smaller / width)))
        files[name] = _webp(image.resize(size, Image.Resampling.LANCZOS))
    return Picture(sha256, width, height, files)


def _webp(image):
    image.info = {}  # the encoder would write profile and EXIF from here
    out = io.BytesIO()
    image.save(out, "WEBP", quality=QUALITY, method=4)
    return out.getvalue()
