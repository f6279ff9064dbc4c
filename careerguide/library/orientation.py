"""Tell how a picture has to be turned, as browsers do: by EXIF alone.

Pillow would also follow what only XMP says, which no browser does.
"""

from PIL import Image

TAG = 0x0112
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
ON_ITS_SIDE = {TURNS[n] for n in (5, 6, 7, 8)}


def turn_of(block):
    """The transposition that an EXIF block asks for; None where it asks for none."""
    try:
        exif = Image.Exif()
        exif.load(block)
        return TURNS.get(exif.get(TAG))
    except Exception:  # Damaged in one of many ways: browsers leave the picture as is.
        return None
