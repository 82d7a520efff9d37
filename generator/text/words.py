"""What counts as one word, in any script.

Where a script sets spaces, a word is what stands between them, if it has a letter or figure. Where
it sets none (Chinese, Japanese, Thai and their neighbours), each of its letters counts as one, as
is the custom of newspapers there; else a whole article would be a handful of words.
"""

from __future__ import annotations

import re

UNSPACED = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x1000, 0x109F),  # Myanmar
    (0x1780, 0x17FF),  # Khmer
    (0x3040, 0x30FF),  # kana
    (0x3400, 0x9FFF),  # Chinese characters
    (0x20000, 0x3FFFF),  # rarer Chinese characters
)
"""First and last code point of scripts that put no space between words."""

_UNSPACED = "".join(f"{chr(first)}-{chr(last)}" for first, last in UNSPACED)
_WORD = re.compile(rf"[{_UNSPACED}]|[^\s{_UNSPACED}]+")


def word_places(text: str) -> list[tuple[int, int]]:
    """Return where each word of `text` begins and ends, in text order."""
    return [
        match.span()
        for match in _WORD.finditer(text)
        if match[0][0].isalnum() or any(map(str.isalnum, match[0]))
    ]


def count_words(text: str) -> int:
    """Return how many words `text` has."""
    if not text.isascii():
        return len(word_places(text))
    # A script with spaces, parted at these: the same words, sooner.
    words = text.split()
    return sum([word[0].isalnum() or any(map(str.isalnum, word)) for word in words])
