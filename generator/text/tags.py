"""Decides what of a text is HTML: its tags, its comments, and the elements readers do not see.

Of a stored article (`stored`) nothing counts as its words that its own page keeps from readers or
has struck out: `docs/verification.md` lists what. A style sheet is not read, so words that only a
sheet hides are seen.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

_TAG = re.compile(
    r"<!--|<(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9-]*)(?P<rest>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*+)>"
    r"|<[!?/][^<>]*>",
)
_NEVER_SHOWN = frozenset(
    ("script", "style", "template", "head", "title", "noscript", "svg", "select")
)
_RAW = frozenset(("script", "style", "textarea", "title"))
"""Elements whose content is no HTML."""
_RAW_END = {name: re.compile(f"</{name}", re.IGNORECASE | re.ASCII) for name in _RAW}
_NOT_THE_ARTICLES = frozenset(
    """
    audio button canvas datalist iframe meter nav noembed noframes object progress rp rt textarea
    video
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
"""What a page has beside its article, or in the place of a picture; and how a word is spoken."""
_STRUCK = frozenset(("del", "s", "strike"))
_FOR_SCREEN_READERS = frozenset(("sr-only", "visually-hidden", "screen-reader-text"))
"""Class names of Bootstrap and WordPress for what nobody sees."""
_NOTE = re.compile(r"\s*\[?\s*<a\b[^<>]*>\s*\[?[0-9*†‡]{1,3}\]?\s*</a>\s*\]?\s*(?=</sup>)")
"""What a raised link to a footnote holds."""
_VOID = frozenset(
    """
    area base br col embed hr img input link meta param source track wbr
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
_ATTRIBUTE = re.compile(
    r"(?P<name>[^\s\"'=<>/]+)(?:\s*=\s*(?:\"(?P<a>[^\"]*)\"|'(?P<b>[^']*)'|(?P<c>[^\s\"'>]+)))?"
)
_UNSEEN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))\b")

_ENDED_BY = {
    "head": frozenset({"body", "header", "main", "article", "section", "div", "p", "h1"}),
    "li": frozenset({"li"}),
    "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}),
    "td": frozenset({"td", "th", "tr", "tbody", "tfoot"}),
    "th": frozenset({"td", "th", "tr", "tbody", "tfoot"}),
    "tr": frozenset({"tr", "tbody", "tfoot"}),
    "rt": frozenset({"rt", "rp"}),
    "rp": frozenset({"rt", "rp"}),
    "p": frozenset(
        """
        address article aside blockquote details div dl fieldset figcaption figure footer form h1 h2
        h3 h4 h5 h6 header hr main menu nav ol p pre section table ul
        """.split()  # noqa: SIM905 - a list of words reads best as words
    ),
}
"""Elements that need no end tag, and what ends them (HTML Living Standard, 13.1.2.4)."""


class Tag(NamedTuple):
    """A tag, a comment, or an element that readers do not see up to its end tag."""

    start: int
    end: int
    name: str
    """In lower case; empty for a comment."""
    closes: bool
    unheard: bool = False
    """An element with words that are seen but, as its page says, not part of what is said."""


def tags_in(text: str, start: int, end: int, *, stored: bool) -> list[Tag]:
    """Return what is a tag, a comment or an unseen element in `text[start:end]`, in order."""
    found: list[Tag] = []
    at = start
    while match := _TAG.search(text, at, end):
        name = (match["name"] or "").lower()
        stop, unheard = match.end(), False
        if match[0] == "<!--":
            close = text.find("-->", stop, end)
            stop = end if close == -1 else close + 3
        elif name and not match["close"] and not match[0].endswith("/>") and name not in _VOID:
            hidden = _hides(name, match["rest"], stored=stored)
            note = _NOTE.match(text, stop, end) if stored and name == "sup" else None
            if note:
                stop = note.end()
            elif hidden:
                stop = _end_of(name, text, stop, end)
                unheard = hidden == "unheard" and _has_words(text[match.end() : stop])
        found.append(Tag(match.start(), stop, name, bool(match["close"]), unheard))
        at = stop
    return found


def _hides(name: str, attributes: str, *, stored: bool) -> str:
    """Return how an element is kept from readers: `unseen`, `unheard` or not at all."""
    if name in _NEVER_SHOWN:
        return "unseen"
    if not stored:
        return ""
    if name in _NOT_THE_ARTICLES or name in _STRUCK:
        return "unseen"
    if not attributes.strip():
        return "unseen" if name == "dialog" else ""
    given = _attributes(attributes)
    classes = given.get("class", "").split()
    if (
        "hidden" in given
        or (name == "dialog" and "open" not in given)
        or _UNSEEN.search(given.get("style", "").lower())
        or not _FOR_SCREEN_READERS.isdisjoint(classes)
    ):
        return "unseen"
    return "unheard" if given.get("aria-hidden", "").strip().lower() == "true" else ""


def _attributes(written: str) -> dict[str, str]:
    return {
        match["name"].lower(): match["a"] or match["b"] or match["c"] or ""
        for match in reversed(list(_ATTRIBUTE.finditer(written)))
    }


def _has_words(content: str) -> bool:
    return any(map(str.isalnum, _TAG.sub("", content)))


def _end_of(name: str, text: str, start: int, end: int) -> int:
    """Return where the content ends of an element `name` that begins at `start`.

    At its end tag, or at what ends it without one; at `end` where nothing does.
    """
    if name in _RAW:
        close = _RAW_END[name].search(text, start, end)
        return close.start() if close else end
    opened = _Opened()
    at = start
    while match := _TAG.search(text, at, end):
        at = match.end()
        inner = (match["name"] or "").lower()
        if match[0] == "<!--":
            close_at = text.find("-->", at, end)
            at = end if close_at == -1 else close_at + 3
        elif inner and match["close"]:
            if not opened.close(inner) and (inner == name or name in _ENDED_BY):
                return match.start()
        elif inner and inner not in _VOID and not match[0].endswith("/>"):
            if not opened.names and inner in _ENDED_BY.get(name, ()):
                return match.start()
            opened.names.append(inner)
            opened.counts[inner] += 1
            if inner in _RAW:
                at = _end_of(inner, text, at, end)
    return end


class _Opened:
    """The elements that are open, the innermost last."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self.counts: Counter[str] = Counter()

    def close(self, name: str) -> bool:
        """Close the innermost element `name` and all in it; False where there is none."""
        if not self.counts[name]:
            return False
        last = ""
        while last != name:
            last = self.names.pop()
            self.counts[last] -= 1
        return True
