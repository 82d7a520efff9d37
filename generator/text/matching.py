"""Decide which writings of the same words count as the same: for matching only, never for print.

Folded: straight and curly quotation marks, runs of white space (and the gaps that French sets
inside guillemets and before `; : ! ?`), soft hyphens and other signs without width, ligatures and
full-width letters (Unicode's compatibility forms, UAX #15), and letters written as base plus
accent. Kept apart: upper and lower case, punctuation, dashes, and
superscripts and fractions, for `10²` is not `102`. A gap that parts blocks (`blocks.py`) is no
plain gap: nothing that was typed matches it.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from generator.model import Span
from generator.text.blocks import EDGE, VOICES

SINGLE_MARKS = "'‘’‚‛‹›`´′ʼ＇"
DOUBLE_MARKS = '"“”„‟«»″〝〞＂「」『』｢｣'
MARKS = str.maketrans(dict.fromkeys(SINGLE_MARKS, "'") | dict.fromkeys(DOUBLE_MARKS, '"'))

# Soft hyphen, tatweel, joiners, direction signs, byte-order mark, variation selectors.
_WIDTHLESS = (
    r"\u00ad\u0640\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069"
    r"\ufeff\ufe00-\ufe0f"
)
_HYPHENS = {"‐": "-", "‑": "-"}
_HIGH = ";:!?"
_AFTER_CLOSING = ".,;:!?)"
# Compatibility forms that say more than their plain letters do.
_TELLING_FORMS = ("<super>", "<sub>", "<fraction>")

_CHANGEABLE = re.compile(
    # Any gap but one plain space; but that as well where it may be no more than a house's style.
    rf"(?P<space>(?!(?<!«) (?![\s{_WIDTHLESS};:!?»]))[\s{_WIDTHLESS}]+)"
    rf"|''|``|‘‘|’’"  # how typewriters and wires write a double mark
    rf"|[!-~]?[^\x00-\x7f\s{_WIDTHLESS}]+"  # with the letter before: it may bear an accent
    r"|`"
)


@dataclass(frozen=True, slots=True)
class MatchableText:
    """A text's form for matching, with the way back to the untouched text."""

    form: str
    form_cuts: tuple[int, ...]
    """Where the pieces of `form` begin; the last is its length."""
    cuts: tuple[int, ...]
    """Where the same pieces begin in the untouched text. Pieces of equal length map code point
    by code point; a piece of unequal length is one indivisible writing."""

    @classmethod
    def of(cls, text: str) -> MatchableText:
        """Return the matchable form of `text`."""
        pieces: list[str] = []
        form_cuts, cuts = [0], [0]
        done = length = 0
        for match in _CHANGEABLE.finditer(text):
            plain = text[done : match.start()]
            pieces.append(plain)
            length += len(plain)
            done = match.start()
            if match["space"] and _is_typographic(text, match.start(), match.end()):
                form_cuts += (length, length)
                cuts += (done, match.end())
                done = match.end()
                continue
            for folded, width in _folded(match[0], is_gap=match["space"] is not None):
                pieces.append(folded)
                if len(folded) != width:
                    form_cuts += (length, length + len(folded))
                    cuts += (done, done + width)
                length += len(folded)
                done += width
        pieces.append(text[done:])
        form_cuts.append(length + len(text) - done)
        cuts.append(len(text))
        return cls("".join(pieces), tuple(form_cuts), tuple(cuts))

    def original(self, start: int, end: int) -> Span:
        """Return the span of the untouched text that `form[start:end]` came from."""
        if start >= end:
            here = self._start(start)
            return Span(here, here)
        return Span(self._start(start), self._end(end))

    def _start(self, index: int) -> int:
        piece = min(bisect_right(self.form_cuts, index), len(self.form_cuts) - 1) - 1
        return self.cuts[piece] + (index - self.form_cuts[piece] if self._is_plain(piece) else 0)

    def _end(self, index: int) -> int:
        piece = bisect_right(self.form_cuts, index - 1) - 1
        if self._is_plain(piece):
            return self.cuts[piece] + index - self.form_cuts[piece]
        return self.cuts[piece + 1]

    def _is_plain(self, piece: int) -> bool:
        return (
            self.form_cuts[piece + 1] - self.form_cuts[piece]
            == self.cuts[piece + 1] - self.cuts[piece]
        )


# Quotations of one article are mostly matched one after the other. The form of an article takes
# some tens of kilobytes, so no more of them are kept than that calls for.
@lru_cache(maxsize=128)
def matchable(text: str) -> MatchableText:
    """Return `MatchableText.of(text)`, made once."""
    return MatchableText.of(text)


def normalised(text: str) -> str:
    """Return `text` in the form in which words are compared."""
    return MatchableText.of(text).form if _CHANGEABLE.search(text) else text


def identity_form(text: str) -> str:
    """Return the words of `text` alone: no case, no marks, no punctuation. For lasting ids."""
    folded = unicodedata.normalize("NFKC", normalised(text).casefold()).replace("'", "")
    return " ".join(folded.translate(_WORDS_ALONE).split())


class _WordsAlone(dict[int, int | str]):
    """For `str.translate`: a space for what is no letter, accent or figure. Fills as it is used."""

    def __missing__(self, code: int) -> int | str:
        kept = unicodedata.category(chr(code))[0] in "LMN"
        self[code] = code if kept else " "
        return self[code]


_WORDS_ALONE = _WordsAlone()


def _is_typographic(text: str, start: int, end: int) -> bool:
    """Tell whether a gap only keeps a sign off, as French does in « » and before ; : ! and ?."""
    if VOICES in text[start:end] or EDGE in text[start:end]:
        return False
    after, further = text[end : end + 1], text[end + 1 : end + 2]
    if after in _HIGH or (after == "»" and (further in _AFTER_CLOSING or further.isspace())):
        return bool(after)
    before = text[start - 2 : start] if start > 1 else f" {text[:start]}"
    return before[1:] == "«" and before[0].isspace()


@lru_cache(maxsize=65536)  # words of other scripts come back often
def _folded(run: str, *, is_gap: bool) -> tuple[tuple[str, int], ...]:
    """Return the pieces of `run`: each folded writing and how many code points it stood in."""
    if is_gap:
        sign = next((edge for edge in (VOICES, EDGE) if edge in run), " ")
        return ((sign if any(c.isspace() for c in run) else "", len(run)),)
    if run in ("''", "``", "‘‘", "’’"):
        return (('"', 2),)
    pieces: list[tuple[str, int]] = []
    begin = 0
    for here in range(1, len(run) + 1):
        if here == len(run) or not unicodedata.combining(run[here]):
            cluster = run[begin:here]
            pieces.append((_folded_cluster(cluster), here - begin))
            begin = here
    return tuple(pieces)


def _folded_cluster(cluster: str) -> str:
    """Return one letter with its accents, folded."""
    if len(cluster) == 1:
        sign = cluster.translate(MARKS)
        if sign != cluster:
            return sign
        if unicodedata.decomposition(cluster).startswith(_TELLING_FORMS):
            return cluster
    folded = unicodedata.normalize("NFKC", cluster)
    return _HYPHENS.get(folded, folded)
