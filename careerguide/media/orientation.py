"""Tell how a picture has to be turned, as browsers do: by EXIF's own tag alone.

Pillow would also follow what only XMP says, and numbers of other kinds than EXIF's.
"""

import struct

from PIL import Image

TAG, SHORT = 0x0112, 3
ORDERS = {b"II*\0": "<", b"MM\0*": ">"}
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
    """Return the transposition that an EXIF block asks for.

    None where it asks for none.

    A damaged block asks for none: browsers leave the picture as it is.
    """
    try:
        return TURNS.get(_orientation(block))
    except struct.error:
        return None


def _orientation(block):
    if not (order := ORDERS.get(block[:4])):
        return None
    (at,) = struct.unpack_from(f"{order}I", block, 4)
    (entries,) = struct.unpack_from(f"{order}H", block, at)
    for place in range(at + 2, at + 2 + 12 * entries, 12):
        tag, kind, count, value = struct.unpack_from(f"{order}HHIH", block, place)
        if tag == TAG:
            return value if (kind, count) == (SHORT, 1) else None
    return None
