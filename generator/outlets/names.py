"""How the names of outlets are compared: what counts as one name, and what as another.

Folded away are case, accents, curly marks, kinds of dash and space. A leading article is
optional in English, German and Dutch ("the Guardian", "Germany's Spiegel"), where writers drop
or bend it; in the Romance languages it is part of the name (Le Monde, El Mundo).
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

# Scripts written without spaces: each letter is a token, so that a name is found in a run.
UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uac00-\ud7af"
)
TOKEN = re.compile(rf"[{UNSPACED}]|(?:[^\W_{UNSPACED}]++[\u0300-\u036f]*+)++")

OPTIONAL_ARTICLES = frozenset({"the", "der", "die", "das", "de", "het"})

# Articles that belong to the name, and that texts write small or large as the sentence goes.
# The last seven are the Arabic one, before sun letters too.
FREE_ARTICLES = frozenset(
    "le la les l el los las il lo gli o os al an ar ash az ad at".split()  # noqa: SIM905
)

_MARKS = str.maketrans(dict.fromkeys("‘’ʼʻ`´′", "'") | dict.fromkeys("‐‑‒–—−", "-"))
# Letters that no decomposition parts from their stroke.
_LETTERS = str.maketrans(
    {"ø": "o", "đ": "d", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th", "ð": "d"}
)


def fold(words: str) -> str:
    """Return `words` without case, accents and kinds of mark; for comparing, never for print."""
    if words.isascii():
        return words.lower()
    decomposed = unicodedata.normalize("NFKD", words.casefold())
    bare = "".join(c for c in decomposed if not "\u0300" <= c <= "\u036f")
    return unicodedata.normalize("NFC", bare.translate(_LETTERS).translate(_MARKS))


@cache
def fold_gap(gap: str) -> str:
    """Return what stands between two words of a name, with all spaces and hyphens alike."""
    folded = gap.translate(_MARKS)
    if not folded.strip(" \t\r\n\u00a0\u202f\u2009-"):
        # A blank line, or a long stretch of white, is no space inside a name.
        return " " if 0 < len(folded) <= 3 and folded.count("\n") <= 1 else folded  # noqa: PLR2004
    return " & " if folded.strip() == "&" else folded.rstrip() if "." in folded else folded


def key_of(name: str) -> str:
    """Return the form under which a whole name is looked up: folded, without its article."""
    tokens = tokens_of(name)
    if len(tokens) > 1 and tokens[0] in OPTIONAL_ARTICLES:
        tokens = tokens[1:]
    return " ".join(tokens) or fold(name.strip())


def tokens_of(name: str) -> list[str]:
    """Return the folded words of `name`."""
    return [fold(token) for token in TOKEN.findall(name)]
