"""Decide in which writing quoted words are looked for, and find them as they stand.

The words come as the editor wrote them; marks around them are not part of them. One comma or full
stop at the very end may be the reporter's own, so words are also looked for without it, but not
where the source asks. Marks
inside are compared without telling double from single ones, for a quotation inside a quotation
changes its marks; and one that goes on over a paragraph's end need not repeat its opening mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.alignment import starts
from generator.model import Span
from generator.text.blocks import AS_SPACE
from generator.text.matching import MatchableText, matchable, normalised
from generator.text.outer_marks import without_outer_marks
from generator.verification.blocks import parted
from generator.verification.marks import without_reopening_marks

_VOWELS = re.compile("[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u0652\u0670]")
"""Points of Hebrew and signs of Arabic, which writers set or leave out; none composes."""
_INVISIBLE = "\u200b"
_FULL_STOPS = frozenset(".。۔।")
_STOPS = _FULL_STOPS | frozenset(",،，")
_QUESTIONS = frozenset("?؟")


class Writing(NamedTuple):
    """One way in which words may stand in a source."""

    words: str
    stop: str = ""
    """What was taken off their end."""

    def asserts(self, form: str, end: int) -> bool:
        """Tell whether the quoter's own full stop stands for a question mark at `end` of `form`."""
        return self.stop in _FULL_STOPS and form[end : end + 1] in _QUESTIONS


def needles(words: str) -> tuple[Writing, ...]:
    """Return what to look for: the words as they stand, then without a stop or comma at the end.

    None where there is no letter or figure to look for.
    """
    needle = one_mark(normalised(_unmarked(words.translate(AS_SPACE))).strip())
    if not any(sign.isalnum() for sign in needle):
        return ()
    if needle[-1] in _STOPS and not needle.endswith(".."):
        return Writing(needle), Writing(needle[:-1].rstrip(), stop=needle[-1])
    return (Writing(needle),)


def one_mark(form: str) -> str:
    """Fold double marks into single ones, sign by sign."""
    return form.replace('"', "'")


def standing(writing: Writing, source: MatchableText) -> Span | None:
    """Return where `writing` stands as it is in the untouched text of `source`, or None."""
    form = one_mark(source.form)
    for here in starts(writing.words, form):
        end = here + len(writing.words)
        if not writing.asserts(form, end):
            return source.original(here, end)
    return None


def readings(text: str) -> Iterator[MatchableText]:
    """Yield the forms in which `text` may hold words: as it is, and its quotations read on.

    The second, where there is one, does without the marks that reopen a quotation at a paragraph.
    A text with signs for its vowels is read without them as well, since a quoter may leave them
    out; one who sets some must set them as the source does. In none do words run on out of a
    heading or another block that ends in mid-sentence.
    """
    text = parted(text)
    read_on = without_reopening_marks(text)
    for written in dict.fromkeys((text, read_on)):
        yield matchable(written)
        if _VOWELS.search(written):
            yield matchable(_VOWELS.sub(_INVISIBLE, written))


def _unmarked(words: str) -> str:
    """Return `words` without the quotation marks around them, nor a stop after these."""
    bare = words.strip()
    while True:
        inner = without_outer_marks(bare).of(bare).strip()
        if inner == bare and bare[-1:] in tuple(".,;:"):
            shorter = bare[:-1].rstrip()
            inner = without_outer_marks(shorter).of(shorter).strip()
            inner = bare if inner == shorter else inner
        if inner == bare:
            return bare
        bare = inner
