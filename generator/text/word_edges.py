"""Decides where a quotation may begin or end without cutting a word or a figure.

A sign that stands in a word or figure without a gap holds it together (`well-worn`, `U.S.`,
`and/or`, `10:30`); one at a figure's edge says what it means (`-3`, `€3`, `3%`, `<3`, `3+`). Signs
that only lost the space beside them do not: a dash, dots, a stop before a capital.
"""

from __future__ import annotations

import re
import unicodedata

from generator.text.words import UNSPACED

_IN_WORDS = "-'/&@*:·‧"
_IN_FIGURES = ".,-–−/:·٫٬'"
_BEFORE_FIGURES = "+-−–±<>≤≥≈~№#"
_AFTER_FIGURES = "%‰°+"
_AFTER_LETTERS = "+#−"
"""`C++`, `C#`, the ratings `B+` and `B−`."""
_ENDINGS = frozenset("t s ll ve re d m".split())  # noqa: SIM905 - a list of words reads best as words
"""What English writes after an apostrophe and nobody says by itself."""
_ENDING = re.compile(r"[^\W\d_]{1,3}")
_GROUPED = re.compile(r"(?<![\w.,])\d{1,3}(?: \d{3})+(?!\d)")
"""A figure whose thousands are set off by gaps, in matchable text."""
_WIDEST_FIGURE = 32


def is_edge(form: str, index: int) -> bool:
    """Tell whether a quotation may begin or end at `index` of a matchable text.

    An apostrophe belongs to its word when the cut comes before it (`can|'t`), but mostly not when
    it comes after (`l'|heure`).
    """
    if index <= 0 or index >= len(form):
        return True
    before, after = form[index - 1], form[index]
    if after == " " or before == " ":
        return not _parts_figure(form, index)
    if after.isspace() or before.isspace():
        return True
    if is_wordlike(before) and is_wordlike(after):
        return is_unspaced(before) or is_unspaced(after)
    if is_wordlike(before):
        further = form[index + 1 : index + 2]
        return not (_follows_closely(before, after) or _joins(before, after, further))
    return not is_wordlike(after) or _begins_word(form, index)


def is_wordlike(sign: str) -> bool:
    """Tell whether `sign` is of a word or figure: a letter, a digit, a sign set on a letter."""
    # A combining sign (Devanagari, vocalised Hebrew) is part of its word, though no letter.
    return bool(sign) and (sign.isalnum() or sign == "_" or unicodedata.category(sign)[0] == "M")


def is_unspaced(sign: str) -> bool:
    """Tell whether `sign` is of a script that puts no space between words."""
    return any(first <= ord(sign) <= last for first, last in UNSPACED)


def _joins(left: str, sign: str, right: str) -> bool:
    """Tell whether a sign between two others holds them together."""
    if not (is_wordlike(left) and is_wordlike(right)):
        return False
    if is_unspaced(left) or is_unspaced(right):
        return sign in "-'"
    if left.isdigit() and right.isdigit():
        return sign in _IN_FIGURES
    if sign == ".":
        # Before a capital after a small letter, a space was forgotten.
        return right.islower() or right.isdigit() or (left.isupper() and right.isupper())
    return sign in _IN_WORDS


def _follows_closely(letter: str, sign: str) -> bool:
    """Tell whether `sign`, after a letter or digit, says what it means."""
    if letter.isdigit():
        return sign in _AFTER_FIGURES or unicodedata.category(sign) == "Sc"
    return sign in _AFTER_LETTERS


def _leads_closely(earlier: str, sign: str, letter: str) -> bool:
    """Tell whether `sign`, before a letter or digit, says what it means."""
    if not letter.isdigit():
        return False
    if sign == ".":
        return not earlier or earlier.isspace()
    return sign in _BEFORE_FIGURES or unicodedata.category(sign) == "Sc"


def _begins_word(form: str, index: int) -> bool:
    """Tell whether a word or figure begins at `index`, after a sign."""
    earlier = form[index - 2] if index > 1 else ""
    before, after = form[index - 1], form[index]
    if before == "'" and is_wordlike(earlier) and not after.isdigit():
        ending = _ENDING.match(form, index)
        return ending is None or ending[0].casefold() not in _ENDINGS
    return not (_leads_closely(earlier, before, after) or _joins(earlier, before, after))


def _parts_figure(form: str, index: int) -> bool:
    """Tell whether a gap beside `index` sets off the thousands of one figure."""
    gap = index if form[index] == " " else index - 1
    if not (form[gap - 1 : gap].isdigit() and form[gap + 1 : gap + 2].isdigit()):
        return False
    low = max(0, gap - _WIDEST_FIGURE)
    return any(
        figure.start() < gap < figure.end()
        for figure in _GROUPED.finditer(form, low, gap + _WIDEST_FIGURE)
    )
