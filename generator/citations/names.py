"""The people of a byline, for reference formats that list authors one by one.

A name is never taken apart: which word is the family's is not to be read from the words. Several
names are told apart only where the byline plainly lists them.
"""

from __future__ import annotations

import re

_AND = re.compile(r"\s+(?:and|&)\s+")
_COMMA = re.compile(r"\s*,\s*")


def names_in(byline: str) -> tuple[str, ...]:
    """Return the names in a byline: `A B and C D` has two; all of it as one name if unsure."""
    first, *others = _AND.split(byline.strip())
    if len(others) != 1:
        return (byline.strip(),) if byline.strip() else ()
    names = (*_COMMA.split(first.removesuffix(",")), others[0])
    return names if all(map(_is_name, names)) else (byline.strip(),)


def _is_name(words: str) -> bool:
    """Whether words look like a person's name: two to four words, the outer ones capitalised."""
    parts = words.split()
    return 2 <= len(parts) <= 4 and parts[0][0].isupper() and parts[-1][0].isupper()  # noqa: PLR2004
