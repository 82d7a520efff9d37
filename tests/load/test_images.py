"""The size of a picture is read from its header, as browsers will show it."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.load.images import Size, size_of
from tests.load.site import PNG

FRAME = b"\xff\xc0\x00\x11\x08" + struct.pack(">HH", 40, 30) + b"\x03" + bytes(9)
JFIF = b"\xff\xe0\x00\x10JFIF\0" + bytes(9)


def exif(orientation: int, order: str) -> bytes:
    """Return a JPEG segment with an Exif orientation; `order` is `<` or `>`."""
    mark = b"II" if order == "<" else b"MM"
    tiff = mark + struct.pack(order + "HI", 42, 8)
    tiff += struct.pack(order + "HHHIHHI", 1, 0x0112, 3, 1, orientation, 0, 0)
    body = b"Exif\0\0" + tiff
    return b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body


def webp(chunk: bytes, rest: bytes) -> bytes:
    """Return the head of a WebP file."""
    return b"RIFF" + bytes(4) + b"WEBP" + chunk + bytes(4) + rest + bytes(20)


@pytest.mark.parametrize(
    ("data", "size"),
    [
        (PNG, Size(3, 2)),
        (b"GIF89a" + struct.pack("<HH", 30, 40), Size(30, 40)),
        (b"\xff\xd8" + JFIF + FRAME, Size(30, 40)),
        (b"\xff\xd8\xff" + JFIF + b"\xff\xc4\x00\x02" + FRAME, Size(30, 40)),
        (b"\xff\xd8" + exif(1, "<") + FRAME, Size(30, 40)),
        (b"\xff\xd8" + exif(6, "<") + FRAME, Size(40, 30)),
        (b"\xff\xd8" + exif(8, ">") + FRAME, Size(40, 30)),
        (
            webp(b"VP8X", bytes(4) + (29).to_bytes(3, "little") + (39).to_bytes(3, "little")),
            Size(30, 40),
        ),
        (webp(b"VP8L", b"\x2f" + struct.pack("<I", 29 | 39 << 14)), Size(30, 40)),
        (webp(b"VP8 ", bytes(3) + b"\x9d\x01\x2a" + struct.pack("<HH", 30, 40)), Size(30, 40)),
        (b'<?xml version="1.0"?><svg width="30px" height="40"/>', Size(30, 40)),
        (b"<svg xmlns='x' viewBox='0 0 30.4 40'/>", Size(30, 40)),
        (b'<svg width="100%" height="100%" viewBox="-1 -1,30,40">', Size(30, 40)),
    ],
)
def test_size(data: bytes, size: Size) -> None:
    """PNG, GIF, JPEG (turned by Exif too), WebP and SVG give their size."""
    assert size_of(data) == size


@pytest.mark.parametrize("data", [b"", b"words", PNG[:20], b"\xff\xd8\xff", b"<svg>", b"GIF89a"])
def test_no_size(data: bytes) -> None:
    """What is no picture, or is cut off, has no size."""
    assert size_of(data) is None


@given(
    st.sampled_from([b"", b"\xff\xd8", b"\xff\xd8\xff\xe1", b"RIFF0000WEBPVP8 ", b"<svg "]),
    st.binary(max_size=200),
)
def test_any_bytes(head: bytes, rest: bytes) -> None:
    """No bytes crash the reader."""
    size_of(head + rest)
