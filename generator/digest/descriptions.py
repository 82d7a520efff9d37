"""Decides whether words for a speaker name somebody, or only describe whoever it was.

“A neighbour” of one digest is not the neighbour of another, and “the council” is some town's: a
description identifies nobody beyond the text it stands in, so it has no page of its own and is
never counted as one voice. The signs are an indefinite word in front, as each language lists them,
or not one capital letter. A script without capitals shows only the first of them.
"""

from __future__ import annotations

from functools import cache

from generator.languages import known, language


def is_description(name: str) -> bool:
    """Tell whether `name` (a speaker's, in any language) only describes somebody.

    A capital behind an indefinite word begins a name, for "Un" and "An" are names too; only the
    small word does not ("a shepherd at Upper Scarth").
    """
    words = name.split()
    if not words:
        return True
    first, rest = words[0], words[1:]
    opens = first.casefold()
    if rest and opens in _of_all("indefinite"):
        small = first == opens and opens != opens.upper()
        if small or opens in _of_all("begins_no_name") or rest[0] == rest[0].casefold():
            return True
    telling = " ".join(rest) if rest and opens in _of_all("articles") else name
    has_cases = telling.lower() != telling.upper()
    return has_cases and telling == telling.lower()


@cache
def _of_all(kind: str) -> frozenset[str]:
    """Return a closed class of every language: what a name is in, nothing says."""
    tags = (*known(), "und")
    return frozenset[str]().union(*(language(tag).kind_of_words(kind) for tag in tags))
