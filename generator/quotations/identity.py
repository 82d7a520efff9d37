"""Decides the permanent id of a quotation.

The id lasts as long as digest, outlet and words do: marks, case and spacing may be mended, and
other quotations may come and go. It is part of published addresses: changing this file breaks
links.
"""

from __future__ import annotations

import base64
import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

_WORD = re.compile(r"[^\W_]+")
_LENGTH = 10
"""Fifty bits: in a million quotations two would share an id once in two thousand sites."""


def quotation_id(*, digest: str, outlet: str, words: str, ordinal: int = 0) -> str:
    """Return the id of `words` credited to `outlet` (slugs) in `digest`.

    `ordinal` tells twins apart: 0 for the first of the same words by the same outlet.
    """
    folded = " ".join(_WORD.findall(unicodedata.normalize("NFKC", words).casefold()))
    # A quotation of signs only keeps them: it must not share an id with every other.
    parts = [digest, outlet, folded or words.strip()]
    if ordinal:
        parts.append(str(ordinal))
    hashed = hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).digest()
    return base64.b32encode(hashed[:_LENGTH]).decode("ascii").lower()[:_LENGTH]


def quotation_ids(digest: str, said: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Return the id of each of `said`, pairs of outlet and words in text order."""
    seen: Counter[str] = Counter()
    ids: list[str] = []
    for outlet, words in said:
        first = quotation_id(digest=digest, outlet=outlet, words=words)
        ids.append(
            quotation_id(digest=digest, outlet=outlet, words=words, ordinal=seen[first])
            if seen[first]
            else first
        )
        seen[first] += 1
    return tuple(ids)
