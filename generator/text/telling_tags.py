"""Decides which HTML tags say something that the words alone do not, and in which signs.

A figure set high or low is another figure (`10<sup>2</sup>` is `10²`, not `102`), and a browser
sets marks around `<q>` (HTML Living Standard, 4.5.7 and 15.3.4), inner ones around a `<q>` in it.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.text.tags import Tag

_RAISED = {
    "sup": str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻"),
    "sub": str.maketrans("0123456789+-−", "₀₁₂₃₄₅₆₇₈₉₊₋₋"),
}
_PAIRS = (("“", "”"), ("‘", "’"))


def raised_signs(text: str, tags: Sequence[Tag]) -> dict[int, str]:
    """Return the figures of `text` that stand high or low, by offset, as they are shown.

    `tags` are all of it, in order.
    """
    signs: dict[int, str] = {}
    name, begin = "", 0
    for tag in tags:
        if name:
            shown = text[begin : tag.start].translate(_RAISED[name])
            signs |= {
                begin + place: sign
                for place, sign in enumerate(shown)
                if sign != text[begin + place]
            }
        if tag.name in _RAISED:
            name = "" if tag.closes else tag.name
        begin = tag.end
    return signs


def marks_of_tags(tags: Sequence[Tag]) -> dict[int, str]:
    """Return the quotation mark that each `<q>` and `</q>` is shown as, by the tag's offset."""
    marks: dict[int, str] = {}
    depth = 0
    for tag in tags:
        if tag.name != "q":
            continue
        depth -= tag.closes
        if depth >= 0:
            marks[tag.start] = _PAIRS[depth % len(_PAIRS)][tag.closes]
        depth = max(0, depth + (not tag.closes))
    return marks
