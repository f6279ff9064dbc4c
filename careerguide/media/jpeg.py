"""Detect damaged JPEGs, before Pillow paints what is missing grey.

libjpeg goes on after what it cannot read and counts a warning, which Pillow does not
pass on; simplejpeg does. A JPEG has no sums: a changed byte that can still be read is
another colour, and nobody can tell.
"""

# The beginnings of libjpeg's own sentences about data; others are about what this
# decoder cannot do, and Pillow may.
DAMAGE = ("Corrupt JPEG data", "Premature end of JPEG", "Invalid SOS parameters")


class DamagedJpeg(ValueError):
    """Data that libjpeg warns of."""


def check_data(data):
    """Raise DamagedJpeg if reading all of the data meets a warning."""
    import simplejpeg  # brings numpy, 17 MB of memory that only uploads need

    try:
        _height, _width, colours, _sampling = simplejpeg.decode_jpeg_header(data)
        # As small as it goes: the data are read all the same.
        simplejpeg.decode_jpeg(
            data,
            colorspace="CMYK" if colours in ("CMYK", "YCCK") else "GRAY",
            fastdct=True,
            min_height=1,
            min_width=1,
            min_factor=8,
        )
    except ValueError as error:
        if str(error).startswith(DAMAGE):
            raise DamagedJpeg(str(error)) from error
