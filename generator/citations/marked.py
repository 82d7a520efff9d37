"""Words and addresses of a citation as Markdown that renders to exactly them.

Markdown is CommonMark (https://spec.commonmark.org/0.31.2/) as far as Python-Markdown agrees with
it: the signs that only one of them lets a backslash escape are written as character references.
"""

from __future__ import annotations

import re
from functools import lru_cache

_ANYWHERE = re.compile(r"[\\`*_{}\[\]]")
"""Signs that both Markdowns read anywhere, and both escape by a backslash."""
_REFERENCES = str.maketrans(
    {sign: f"&#{ord(sign)};" for sign in "~$^|"} | {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
)
"""Signs that some Markdown reads, and that not all escape by a backslash."""
_AT_THE_START = re.compile(r"([#+-]|\d+[.)])")
_ANY_SIGN = re.compile(r"[\\`*_{}\[\]~$^|&<>]")
"""All of them: most words have none."""
_NOT_IN_A_TARGET = re.compile(r"[\s<>\\]")


def escaped_once(words: str) -> str:
    """Return one line of words as Markdown that renders to exactly these words."""
    referred = words
    if _ANY_SIGN.search(words):
        referred = _ANYWHERE.sub(r"\\\g<0>", words).translate(_REFERENCES)
    if referred.startswith(":"):
        return f"&#58;{referred[1:]}"
    found = _AT_THE_START.match(referred)
    if found is None:
        return referred
    return f"{found[1][:-1]}\\{found[1][-1]}{referred[found.end() :]}"


escaped = lru_cache(maxsize=1024)(escaped_once)
"""The same of what stands in the credit of many quotations: a digest's title, outlets, a site."""


def target(url: str) -> str:
    """Return an address as the target of a Markdown link, whatever brackets it holds."""
    coded = _NOT_IN_A_TARGET.sub(lambda sign: f"%{ord(sign[0]):02X}", url)
    return f"<{coded}>"
