"""Decide over which blank lines of a source words run on, whatever its markup says.

A paragraph that ends a sentence may be quoted together with the next one, and so may one that goes
on in lower case, as a page's end leaves it. A headline, a byline or a table that lost its markup
ends without a stop, and nobody reads it as one sentence with what follows.
"""

from __future__ import annotations

import re
from functools import lru_cache

from generator.text.blocks import EDGE

_BLANK = re.compile(r"(?<=\S)[^\S\n]*\n\s*(?P<last>\n)\s*(?=(?P<next>[^\w\s]*\w))")
_ENDS = ".!?…。！？؟۔।:;,،؛、，；：—–-"
_CLOSING = "\"'”“’‘»«›‹)]』」*_"
_LONGEST_CLOSING = 6


@lru_cache(maxsize=128)
def parted(text: str) -> str:
    """Return `text`, of the same length, with a separator where a block ends in mid-sentence."""
    pieces: list[str] = []
    done = 0
    for match in _BLANK.finditer(text):
        before = text[max(0, match.start() - _LONGEST_CLOSING) : match.start()]
        unfinished = before.rstrip(_CLOSING)[-1:] not in tuple(_ENDS)
        if unfinished and not match["next"][-1].islower():
            pieces += [text[done : match.start("last")], EDGE]
            done = match.end("last")
    return "".join([*pieces, text[done:]])
