"""Read the chunks of a PNG, so that its decoder gets whole ones and no others.

Pillow checks neither the sums of the chunks that hold pixels nor that there are enough
of these: it stores what is missing as black.
"""

import struct
import zlib
from dataclasses import dataclass, field

SIGNATURE = b"\x89PNG\r\n\x1a\n"
HEADER = struct.Struct(">IIBBBBB")
# What decides how the picture looks, and of that, what we leave to the decoder.
LOOKS = {
    *(b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND", b"eXIf"),
    *(b"iCCP", b"sRGB", b"gAMA", b"cHRM", b"cICP"),
}
DECODED = {b"IHDR", b"PLTE", b"IDAT", b"IEND"}
# What is only said about it: browsers pass over it when it is damaged, and so do we.
ABOUT = {b"tEXt", b"zTXt", b"iTXt", b"tIME", b"pHYs", b"bKGD", b"hIST", b"sPLT"}
OPTIONAL = 0x20  # the bit of a chunk's first letter: who does not know it goes on
GREY, RGB, PALETTE = 0, 2, 3
SAMPLES = {GREY: 1, RGB: 3, PALETTE: 1, 4: 2, 6: 4}  # of a pixel, by colour type
# Of an interlaced picture's seven passes: the first column and row, and the steps.
PASSES = [
    *((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4)),
    *((0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)),
]
PIECE = 1 << 20
MAX_PROFILE_BYTES = 2_000_000


class DamagedPng(ValueError):
    """Chunks that were changed or cut off, or are too few."""


@dataclass
class Png:
    """A PNG, its `data` without what does not make its pixels."""

    data: bytes = field(repr=False)
    width: int
    height: int
    depth: int  # bits of a sample
    colour: int  # type, as in its header
    interlaced: bool
    chunks: dict[bytes, bytes] = field(repr=False)  # the first of each name in LOOKS
    moves: bool

    @property
    def profile(self):
        """The ICC profile, where one is and can be read."""
        _name, _, packed = self.chunks.get(b"iCCP", b"").partition(b"\0")
        try:
            return zlib.decompressobj().decompress(packed[1:], MAX_PROFILE_BYTES)
        except zlib.error:
            return b""

    @property
    def gamma(self):
        """The gamma of the samples, where nothing says more about colours; or None.

        A picture that is as dark as the square root of its samples says 0.5.
        """
        given = self.chunks.get(b"gAMA", b"")
        if len(given) != 4 or self.chunks.keys() & {b"iCCP", b"sRGB", b"cICP"}:
            return None
        return int.from_bytes(given, "big") / 100_000 or None

    @property
    def is_hdr(self):
        """Whether samples stand for more light than a plain screen has (PQ or HLG)."""
        return self.chunks.get(b"cICP", b"")[1:2] in (b"\x10", b"\x12")

    def check_rows(self):
        """Raise DamagedPng unless the data hold as many rows as the header says."""
        inflate, found, wanted = zlib.decompressobj(), 0, self._row_bytes()
        pending = self.chunks[b"IDAT"]
        while pending and found < wanted and not inflate.eof:
            found += len(inflate.decompress(pending, PIECE))
            pending = inflate.unconsumed_tail
        if found < wanted:
            raise DamagedPng(f"{found} bytes of pixels, where {wanted} belong")

    def _row_bytes(self):
        bits, total = self.depth * SAMPLES[self.colour], 0
        for column, row, right, down in PASSES if self.interlaced else [(0, 0, 1, 1)]:
            columns = -(-max(0, self.width - column) // right)
            rows = -(-max(0, self.height - row) // down)
            if columns:
                total += rows * (1 + -(-columns * bits // 8))
        return total


def read(data):
    """Check every chunk up to the end of the picture; DamagedPng says what is wrong."""
    kept, pixels, first, moves = [], [], {}, False
    for name, body, whole in _chunks(data):
        if not whole and name not in ABOUT:
            raise DamagedPng(f"the {name!r} chunk was changed")
        if name not in LOOKS and not name[0] & OPTIONAL:
            raise DamagedPng(f"no decoder knows the {name!r} chunk")
        if name == b"IDAT":
            pixels.append(body)
        elif name in LOOKS and not (name == b"eXIf" and pixels):
            # Browsers do not look for EXIF behind the pixels.
            first.setdefault(name, body)
        if name in DECODED:
            kept.append(chunk(name, body))
        moves = moves or name == b"acTL"
    first[b"IDAT"] = b"".join(pixels)
    width, height, depth, colour, _, _, interlaced = HEADER.unpack(first[b"IHDR"])
    whole = SIGNATURE + b"".join(kept)
    return Png(whole, width, height, depth, colour, bool(interlaced), first, moves)


def chunk(name, body):
    summed = name + body
    return struct.pack(">I", len(body)) + summed + struct.pack(">I", zlib.crc32(summed))


def _chunks(data):
    """The name and body of each chunk up to IEND, and whether its sum is right."""
    at = len(SIGNATURE)
    while at + 12 <= len(data):
        length, name = struct.unpack_from(">I4s", data, at)
        end = at + 8 + length
        if end + 4 > len(data):
            break
        (total,) = struct.unpack_from(">I", data, end)
        yield name, data[at + 8 : end], zlib.crc32(data[at + 4 : end]) == total
        if name == b"IEND":
            return
        at = end + 4
    raise DamagedPng("it ends before its last chunk")
