"""Read a critic's rating as printed: which share of the best possible mark it is.

Letter grades follow Metacritic's published conversion ("How We Create the Metascore Magic"):
A and A+ are 100, F is 0, and the steps between are even. A row of stars without empty ones is
out of five, the commonest scale; with empty ones, the row itself shows its scale. A bare number
names no scale and stays unread.
"""

from __future__ import annotations

import re

from generator.model import Rating

GRADES = {
    "A+": 100,
    "A": 100,
    "A-": 91,
    "B+": 83,
    "B": 75,
    "B-": 67,
    "C+": 58,
    "C": 50,
    "C-": 42,
    "D+": 33,
    "D": 25,
    "D-": 16,
    "F+": 8,
    "F": 0,
}
"""Grade → hundredths, after Metacritic."""

_FULL, _HALF, _EMPTY = "★⭐", "½⯨⯪", "☆"
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_NUMBER = r"(\d{1,4}(?:[.,]\d{1,3})?)\s*([½¼¾])?"
_STARS_WORD = r"(?:\s*(?:stars?|points?|★|⭐))?"
# "out of" in the languages our first sites are written in; a slash serves everywhere
_OUT_OF = r"\s*(?:/|⁄|out of|of|von|sur|su|de|sobre|van|av|af|z|из)\s*"
_SCALED = re.compile(
    rf"{_NUMBER}{_STARS_WORD}{_OUT_OF}(\d{{1,4}}){_STARS_WORD}\.?", re.IGNORECASE | re.ASCII
)
_PERCENT = re.compile(r"(\d{1,3}(?:[.,]\d{1,3})?)\s*[%٪]", re.ASCII)


def parse_rating(text: str) -> Rating | None:
    """Return the rating that `text` prints, or None where it cannot be told for sure."""
    printed = text.strip()
    share = _grade(printed)
    for read in (_stars, _percent, _scaled):
        share = read(printed) if share is None else share
    if share is None or not 0 <= share <= 1:
        return None
    return Rating(printed=printed, share=share)


def _grade(printed: str) -> float | None:
    """Return the share of a letter grade; a typed minus sign counts as a hyphen."""
    hundredths = GRADES.get(re.sub("[−–]", "-", printed).upper())
    return None if hundredths is None else hundredths / 100


def _stars(printed: str) -> float | None:
    """Return the share of a row of star signs."""
    row = re.sub(r"[\s\ufe0f]", "", printed)
    match = re.fullmatch(f"([{_FULL}]*)([{_HALF}]?)([{_EMPTY}]*)", row)
    if not row or match is None:
        return None
    full, half, empty = (len(part) for part in match.groups())
    scale = full + half + empty if empty else 5
    return (full + half / 2) / scale


def _percent(printed: str) -> float | None:
    """Return the share of a percentage."""
    match = _PERCENT.fullmatch(printed)
    return None if match is None else _number(match[1]) / 100


def _scaled(printed: str) -> float | None:
    """Return the share of a mark that names its scale, as `3½ out of 4`."""
    match = _SCALED.fullmatch(printed)
    if match is None or not int(match[3]):
        return None
    return (_number(match[1]) + _FRACTIONS.get(match[2] or "", 0)) / int(match[3])


def _number(digits: str) -> float:
    """Return the number; a comma is a decimal comma."""
    return float(digits.replace(",", "."))
