"""An upload made into the files the site stores: decoded, turned, shrunk, re-encoded.

The threat is a file that is more than a picture (a script under a false name, a place
in its metadata, a bomb of pixels). Nothing of the upload is kept but its pixels: what
is stored was encoded here, as WebP, under a name of our own.
"""

import contextlib
import hashlib
import io
import warnings
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageCms

from . import names
from .formats import JPEG, ImageError, check_bytes, check_pixels, check_scans, detect

MAX_WIDTH = 1600
MAX_HEIGHT = 3200
QUALITY = 82
MAX_PROFILE_BYTES = 2_000_000
LARGEST_UPLOAD = JPEG.max_bytes
EXIF_ORIENTATION = 0x0112
# What undoes each way a camera can be held; Pillow's exif_transpose does the same, but
# gives up on a photograph whose EXIF block is damaged.
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}

# Set once and for the process: changing filters for a moment is not safe in threads.
warnings.simplefilter("error", Image.DecompressionBombWarning)

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

    @property
    def name(self):
        return names.main_name(self.sha256, self.width, self.height)


def fingerprint(data):
    return hashlib.sha256(data).hexdigest()


def process(data):
    """Make the Picture of an upload's bytes; ImageError says why not."""
    format = detect(data)
    check_bytes(format, len(data))
    if format is JPEG:
        check_scans(data)
    try:
        return _stored(_decode(data, format), fingerprint(data))
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


def _decode(data, format):
    """The upright picture at its final size, in RGB or RGBA."""
    image = Image.open(io.BytesIO(data), formats=[format.name])
    check_pixels(format, *image.size)
    # A phone's JPEG may carry a second picture (MPO); its first is the photograph.
    if getattr(image, "is_animated", False) and format is not JPEG:
        raise ImageError(_("This picture moves. Choose one that stands still."))
    turn, profile = _turn(image), image.info.get("icc_profile")
    # Shrunk first and turned after: a turn copies the picture.
    on_its_side = turn not in (None, *list(TURNS.values())[:3])
    size = _fitted(image.size, on_its_side)
    image.draft(None, size)
    image.load()
    if image.mode in ("1", "P", "PA") or "transparency" in image.info:
        image = image.convert("RGBA" if image.has_transparency_data else "RGB")
    if image.size != size:
        image = image.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
    if turn is not None:
        image = image.transpose(turn)
    return _in_srgb(image, profile)


def _turn(image):
    try:
        return TURNS.get(image.getexif().get(EXIF_ORIENTATION))
    except Exception:
        return None


def _fitted(size, on_its_side):
    limits = (MAX_HEIGHT, MAX_WIDTH) if on_its_side else (MAX_WIDTH, MAX_HEIGHT)
    scale = min(1, limits[0] / size[0], limits[1] / size[1])
    return tuple(max(1, round(side * scale)) for side in size)


def _in_srgb(image, profile):
    """RGB or RGBA of 8 bits, in the colours browsers assume where no profile is."""
    if image.mode.startswith("I"):
        image = image.convert("I").point(lambda value: value / 256).convert("L")
    alpha = image.getchannel("A") if image.has_transparency_data else None
    if image.mode in ("LA", "RGBA"):
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


def _stored(image, sha256):
    width, height = image.size
    main = names.main_name(sha256, width, height)
    files = {main: _webp(image)}
    for smaller, name in names.renditions(main).items():
        size = (smaller, max(1, round(height * smaller / width)))
        files[name] = _webp(image.resize(size, Image.Resampling.LANCZOS))
    return Picture(sha256, width, height, files)


def _webp(image):
    image.info = {}  # the encoder would write profile and EXIF from here
    out = io.BytesIO()
    image.save(out, "WEBP", quality=QUALITY, method=4)
    return out.getvalue()
