"""Decides which language a text is in, from its letters and commonest words.

Function words are a good witness from some twenty words on (Ingle 1976); below that, or where
two languages come close, the answer is `und`. A neighbour that has no data here (Portuguese,
Bulgarian) shares many words with a language that has: its own commonest words count against.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

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
_LEAST_KNOWN = 2
"""Different function words a text must have: one may be a word of any other language."""
_LETTER = re.compile(r"[^\W\d_]")
_CYRILLIC = re.compile("[\u0400-\u052f]")
_RUSSIAN = re.compile("[а-яё]", re.IGNORECASE)
_ONLY_RUSSIAN = re.compile("[ыэё]", re.IGNORECASE)
"""Letters that Bulgarian, Serbian and Ukrainian lack; those that have them have others besides."""
_STRANGE = 0.02
"""Share of letters outside the Russian alphabet from which a text is no Russian with names."""


def detect(text: str, *, default: str = "und") -> str:
    """Return the BCP 47 tag of the language of `text`, `default` when unsure."""
    sample = text[:_SAMPLE]
    if (tag := _by_script(sample)) is not None:
        return tag or default
    words = Counter(word.casefold() for word in _WORD.findall(sample))
    total = sum(words.values())
    if total < _LEAST_WORDS:
        return default
    shares = sorted((_share(words, tag) / total, tag) for tag in known())
    best, following = shares[-1], shares[-2]
    if best[0] < _LEAST_SHARE or best[0] < _LEAD * following[0]:
        return default
    return best[1]


def _share(words: Counter[str], tag: str) -> int:
    """Return how many words speak for a language, less those that speak for its neighbours."""
    own = language(tag).function_words & words.keys()
    if len(own) < _LEAST_KNOWN:
        return 0
    foreign = language(tag).kind_of_words("foreign")
    return sum(words[word] for word in own) - sum(words[word] for word in foreign)


def _by_script(sample: str) -> str | None:
    """Return the tag a script decides, `` where it only excludes, None where it is silent."""
    if sample.isascii():
        return None
    letters = len(_LETTER.findall(sample))
    if letters and (cyrillic := len(_CYRILLIC.findall(sample))) / letters > 0.5:  # noqa: PLR2004 - most
        if (cyrillic - len(_RUSSIAN.findall(sample))) / cyrillic > _STRANGE:
            return ""
        return "ru" if _ONLY_RUSSIAN.search(sample) else None
    for tag, low, high in _SCRIPTS:
        share = len(_letters_between(low, high).findall(sample))
        if letters and share / letters > 0.3:  # noqa: PLR2004 - Japanese mixes in a third of kana
            if tag == "ar" and any(character in _NOT_ARABIC for character in sample):
                return ""
            return tag
    return None


@cache
def _letters_between(low: str, high: str) -> re.Pattern[str]:
    return re.compile(f"[{low}-{high}]")
