"""Test which turn an EXIF block asks for, and that a damaged one asks for none."""

import struct

from PIL.Image import Transpose

from careerguide.media.orientation import ON_ITS_SIDE, turn_of
from tests.each import each

TURNS = [
    (2, Transpose.FLIP_LEFT_RIGHT),
    (3, Transpose.ROTATE_180),
    (4, Transpose.FLIP_TOP_BOTTOM),
    (5, Transpose.TRANSPOSE),
    (6, Transpose.ROTATE_270),
    (7, Transpose.TRANSVERSE),
    (8, Transpose.ROTATE_90),
]


def block(value, kind=3, count=1, order="<", tag=0x0112, before=0):
    """An EXIF block of one entry that matters, behind `before` others."""
    entry = struct.pack(f"{order}HHI", tag, kind, count)
    entry += struct.pack(f"{order}{'I' if kind == 4 else 'H'}", value).ljust(4, b"\0")
    other = struct.pack(f"{order}HHII", 0x010F, 3, 1, 6)
    head = {"<": b"II*\0", ">": b"MM\0*"}[order] + struct.pack(f"{order}I", 8)
    return head + struct.pack(f"{order}H", before + 1) + other * before + entry


@each(("value", "turn"), TURNS)
@each("order", "<>")
@each("before", [0, 1, 3])
def test_tag_says_how_it_is_turned(value, turn, order, before):
    assert turn_of(block(value, order=order, before=before)) is turn


def test_pictures_on_their_side_are_as_high_as_they_were_wide():
    assert {dict(TURNS)[n] for n in (5, 6, 7, 8)} == ON_ITS_SIDE


@each(
    "other",
    [
        b"",
        *(block(value) for value in (0, 1, 9)),
        block(6, kind=4),
        block(6, count=2),
        block(6, tag=0x0113),
        b"XX" + block(6)[2:],
        block(6)[:-3],
        block(6)[:9],
        block(6)[:4] + b"\xff\xff\xff\xff" + block(6)[8:],
        block(6)[:8] + b"\0\0" + block(6)[10:],  # no entries, it says
        block(6, kind=4) + block(6)[10:],  # the first of its name counts
    ],
)
def test_others_ask_for_no_turn(other):
    assert turn_of(other) is None
