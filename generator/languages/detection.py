"""Decides which language a text is in, from its letters and commonest words.

Function words are a good witness from some twenty words on (Ingle 1976); below that, or where
two languages come close, the answer is `und`.
"""

from __future__ import annotations

import re
from collections import Counter

from generator.languages import known, language

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 20_000
"""Characters looked at: enough words to be sure, whatever the text's length."""
_LEAST_SHARE = 0.12
"""Least share of function words among all words; a text in its own language has 0.25 to 0.5."""
_LEAST_WORDS = 5
_LEAD = 1.3
"""The best language must be ahead of the next by this factor."""
_SCRIPTS = (
    ("ar", "\u0600", "\u06ff"),
    ("he", "\u0590", "\u05ff"),
    ("el", "\u0370", "\u03ff"),
    ("ko", "\uac00", "\ud7af"),
    ("ja", "\u3040", "\u30ff"),
    ("th", "\u0e00", "\u0e7f"),
    ("hi", "\u0900", "\u097f"),
    ("zh", "\u4e00", "\u9fff"),
)
"""Scripts that one language commonly owns; Persian and Urdu share the Arabic letters: unsure."""
_NOT_ARABIC = frozenset("پچژگکیےٹڈڑں")


def detect(text: str, *, default: str = "und") -> str:
    """Return the BCP 47 tag of the language of `text`, `default` when unsure."""
    sample = text[:_SAMPLE]
    if (tag := _by_script(sample)) is not None:
        return tag or default
    words = Counter(word.casefold() for word in _WORD.findall(sample))
    total = sum(words.values())
    if total < _LEAST_WORDS:
        return default
    shares = sorted(
        (
            sum(words[word] for word in language(tag).function_words) / total,
            tag,
        )
        for tag in known()
    )
    best, following = shares[-1], shares[-2]
    if best[0] < _LEAST_SHARE or best[0] < _LEAD * following[0]:
        return default
    return best[1]


def _by_script(sample: str) -> str | None:
    """Return the tag a script decides, `` where it only excludes, None where it is silent."""
    letters = sum(character.isalpha() for character in sample)
    for tag, low, high in _SCRIPTS:
        share = sum(low <= character <= high for character in sample)
        if letters and share / letters > 0.3:  # noqa: PLR2004 - Japanese mixes in a third of kana
            if tag == "ar" and any(character in _NOT_ARABIC for character in sample):
                return ""
            return tag
    return None
