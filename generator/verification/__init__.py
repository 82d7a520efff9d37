"""Decide whether quoted words stand in a stored source: the verdict.

*Exact* words stand there as they are, modulo what `text/matching.py` folds. *Edited* words are
a fair cut, as `edits.py` says. Case and the punctuation inside words must be right; only one
comma or full stop at the very end may be the reporter's own, for house styles put them inside
the closing mark. A quotation whose own source is not stored is unverified, whatever others hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.alignment import likeness, starts
from generator.model import Span, Verdict
from generator.text.matching import matchable, normalised
from generator.text.outer_marks import without_outer_marks
from generator.verification.differences import word_diff
from generator.verification.edits import edited
from generator.verification.marks import quoted_fragments

__all__ = ["quoted_fragments", "verify", "word_diff"]

_LEAST_LIKE = 40.0
"""Per cent of likeness below which a passage is of no help to an editor."""


def verify(words: str, sources: Mapping[str, str], *, claimed: str | None) -> Verdict:
    """Judge `words` against `sources`, the visible texts of the stored articles by id.

    `claimed` is the article they are credited to; None lets any of the sources hold them.
    """
    own = [id_ for id_ in sources if claimed is None or id_ == claimed]
    if not own:
        return Verdict(kind="unverified")
    variants = _variants(words)
    found = _held(variants, sources, own)
    if found:
        return found
    others = _held(variants, sources, (id_ for id_ in sources if id_ != claimed))
    if others:
        return Verdict(kind="elsewhere", found_in=others.found_in, span=others.span)
    return _absent(variants, sources, own)


def _variants(words: str) -> tuple[str, ...]:
    """Return the words to look for: as they stand, then without a stop or comma at the end."""
    bare = _unmarked(words)
    needle = normalised(bare).strip()
    if not any(sign.isalnum() for sign in needle):
        return ()
    if needle[-1] in ".,،" and not needle.endswith(".."):
        return needle, needle[:-1].rstrip()
    return (needle,)


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


def _held(
    variants: tuple[str, ...], sources: Mapping[str, str], ids: Iterable[str]
) -> Verdict | None:
    """Return the verdict of the first source that holds the words; exact before edited."""
    ids = tuple(ids)
    for needle in variants:
        for id_ in ids:
            span = _exact(needle, sources[id_])
            if span:
                return Verdict(kind="exact", found_in=id_, span=span)
    for needle in variants:
        for id_ in ids:
            source = matchable(sources[id_])
            place = edited(_one_mark(needle), source, sources[id_])
            if place:
                return Verdict(kind="edited", found_in=id_, span=source.original(*place))
    return None


def _exact(needle: str, text: str) -> Span | None:
    source = matchable(text)
    form = _one_mark(source.form)
    here = next(starts(_one_mark(needle), form), None)
    return None if here is None else source.original(here, here + len(needle))


def _one_mark(form: str) -> str:
    """Fold double marks into single ones: a quotation inside a quotation changes its marks."""
    return form.replace('"', "'")


def _absent(variants: tuple[str, ...], sources: Mapping[str, str], ids: Iterable[str]) -> Verdict:
    """Return the verdict on words that no source holds, with the nearest passage."""
    best = 0.0
    verdict = Verdict(kind="absent")
    for id_ in ids:
        found = likeness(variants[0], sources[id_], at_least=_LEAST_LIKE) if variants else None
        if found and found[0] > best:
            best, span = found
            verdict = Verdict(kind="absent", found_in=id_, span=span, nearest=span.of(sources[id_]))
    return verdict
