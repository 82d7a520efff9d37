"""Read the size of a picture from its header: PNG, JPEG, GIF, WebP, SVG.

Pages name width and height so that nothing jumps while a picture loads. Decoding pixels would
need a library; the sizes stand in the first bytes, at the places these standards give: PNG
(ISO/IEC 15948, 11.2.2), JPEG (ITU-T T.81, B.2.2), GIF89a (section 18), WebP (RFC 9649, 2.5-2.7).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

HEADER = 1_000_000
"""Bytes read at most; a JPEG's size follows its metadata, which may hold a thumbnail."""


@dataclass(frozen=True, slots=True)
class Size:
    """Width and height in pixels."""

    width: int
    height: int


def size_of(data: bytes) -> Size | None:
    """Return the size that a picture's first bytes give, or None if they are no known picture."""
    for read in _READERS:
        size = read(data)
        if size is not None:
            return size if size.width > 0 and size.height > 0 else None
    return None


def _png(data: bytes) -> Size | None:
    """Read the IHDR chunk, which is always first."""
    if data[:8] != b"\x89PNG\r\n\x1a\n" or data[12:16] != b"IHDR" or len(data) < 24:  # noqa: PLR2004 - end of height
        return None
    return Size(int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big"))


def _gif(data: bytes) -> Size | None:
    """Read the logical screen descriptor."""
    if data[:6] not in {b"GIF87a", b"GIF89a"} or len(data) < 10:  # noqa: PLR2004 - end of height
        return None
    return Size(int.from_bytes(data[6:8], "little"), int.from_bytes(data[8:10], "little"))


_FRAME_STARTS = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
"""JPEG markers SOF0 to SOF15; C4, C8 and CC are tables and extensions."""
_WITHOUT_LENGTH = {0x01, *range(0xD0, 0xD9)}
_TURNED = {5, 6, 7, 8}
"""Exif orientations that lay the picture on its side: browsers turn it back."""


def _jpeg(data: bytes) -> Size | None:
    """Walk the segments to the first frame header."""
    if data[:2] != b"\xff\xd8":
        return None
    at, turned = 2, False
    while at + 9 <= len(data) and data[at] == 0xFF:  # noqa: PLR2004 - every marker begins so
        marker = data[at + 1]
        if marker == 0xFF or marker in _WITHOUT_LENGTH:  # noqa: PLR2004 - a fill byte
            at += 1 if marker == 0xFF else 2  # noqa: PLR2004 - the same
            continue
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        if marker in _FRAME_STARTS:
            high = int.from_bytes(data[at + 5 : at + 7], "big")
            wide = int.from_bytes(data[at + 7 : at + 9], "big")
            return Size(high, wide) if turned else Size(wide, high)
        if marker == 0xE1:  # noqa: PLR2004 - APP1
            turned = turned or _exif_orientation(data[at + 4 : at + 2 + length]) in _TURNED
        at += 2 + length
    return None


def _exif_orientation(segment: bytes) -> int:
    """Return the Exif orientation (tag 0x0112 of the first directory), 1 if there is none."""
    if segment[:6] != b"Exif\0\0":
        return 1
    tiff = segment[6:]
    little = tiff[:2] == b"II"

    def number(at: int, size: int) -> int:
        return int.from_bytes(tiff[at : at + size], "little" if little else "big")

    directory = number(4, 4)
    for entry in range(min(number(directory, 2), 64)):
        at = directory + 2 + 12 * entry
        if number(at, 2) == 0x0112:  # noqa: PLR2004 - the tag's number
            return number(at + 8, 2)
    return 1


def _webp(data: bytes) -> Size | None:
    """Read the first chunk: lossy, lossless or extended."""
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP" or len(data) < 30:  # noqa: PLR2004 - end of VP8X
        return None
    chunk = data[12:16]
    if chunk == b"VP8X":
        wide, high = (int.from_bytes(data[at : at + 3], "little") for at in (24, 27))
        return Size(wide + 1, high + 1)
    if chunk == b"VP8L":
        bits = int.from_bytes(data[21:25], "little")
        return Size((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
    if chunk == b"VP8 ":
        wide, high = (int.from_bytes(data[at : at + 2], "little") for at in (26, 28))
        return Size(wide & 0x3FFF, high & 0x3FFF)
    return None


_SVG = re.compile(rb"<svg\b[^>]*>", re.IGNORECASE)
_LENGTH = r"{}\s*=\s*[\"']\s*(\d+(?:\.\d+)?)(?:px)?\s*[\"']"
_VIEW_BOX = re.compile(
    r"viewBox\s*=\s*[\"']\s*[-\d.eE]+[\s,]+[-\d.eE]+[\s,]+(\d+(?:\.\d+)?)[\s,]+(\d+(?:\.\d+)?)"
)


def _svg(data: bytes) -> Size | None:
    """Read width and height of the root element, else its viewBox."""
    root = _SVG.search(data)
    if root is None:
        return None
    tag = root[0].decode("utf-8", errors="replace")
    wide, high = (re.search(r"\s" + _LENGTH.format(side), tag) for side in ("width", "height"))
    if wide and high:
        return Size(round(float(wide[1])), round(float(high[1])))
    box = _VIEW_BOX.search(tag)
    return Size(round(float(box[1])), round(float(box[2]))) if box else None


_READERS: tuple[Callable[[bytes], Size | None], ...] = (_png, _gif, _jpeg, _webp, _svg)
