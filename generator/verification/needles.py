"""Decide in which writing quoted words are looked for, and find them as they stand.

The words come as the editor wrote them; marks around them are not part of them. One comma or full
stop at the very end may be the reporter's own, so words are also looked for without it. Marks
inside are compared without telling double from single ones, for a quotation inside a quotation
changes its marks.
"""

from __future__ import annotations

from generator.alignment import starts
from generator.model import Span
from generator.text.matching import MatchableText, normalised
from generator.text.outer_marks import without_outer_marks


def needles(words: str) -> tuple[str, ...]:
    """Return what to look for: the words as they stand, then without a stop or comma at the end.

    None where there is no letter or figure to look for.
    """
    needle = one_mark(normalised(_unmarked(words)).strip())
    if not any(sign.isalnum() for sign in needle):
        return ()
    if needle[-1] in ".,،" and not needle.endswith(".."):
        return needle, needle[:-1].rstrip()
    return (needle,)


def one_mark(form: str) -> str:
    """Fold double marks into single ones, sign by sign."""
    return form.replace('"', "'")


def standing(needle: str, source: MatchableText) -> Span | None:
    """Return where `needle` stands as it is in the untouched text of `source`, or None."""
    here = next(starts(needle, one_mark(source.form)), None)
    return None if here is None else source.original(here, here + len(needle))


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
