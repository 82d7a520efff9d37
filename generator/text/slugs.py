"""The last part of an address, made from a name."""

from __future__ import annotations

import hashlib
import re
import unicodedata

from unidecode import unidecode

LONGEST = 80
"""Characters; an address is read aloud, mailed and printed."""


def slug(name: str) -> str:
    """Return `name` in lower-case ASCII letters, digits and single hyphens; `x` if none remain."""
    plain = unidecode(name).casefold().replace("'", "")
    parts = re.findall(r"[a-z0-9]+", plain)
    return "-".join(parts)[:LONGEST].strip("-") or "x"


def distinct_slug(name: str) -> str:
    """Return a slug that two names share only if they differ in case, accents or punctuation.

    Transliteration makes one of different names in other scripts (two Chinese surnames, Arabic
    names without vowels), so those carry a short hash of the name itself.
    """
    plain = slug(name)
    letters = [sign for sign in name if sign.isalpha()]
    if letters and all(unicodedata.name(sign, "").startswith("LATIN") for sign in letters):
        return plain
    same = unicodedata.normalize("NFKC", " ".join(name.split())).casefold()
    return f"{plain}-{hashlib.sha256(same.encode()).hexdigest()[:6]}"
