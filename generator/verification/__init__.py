"""Decide whether quoted words stand in a stored source: the verdict.

*Exact* words stand there as they are, modulo what `text/matching.py` folds. *Edited* words are
a fair cut, as `edits.py` says. Case and the punctuation inside words must be right. A quotation
whose own source is not stored is unverified, whatever others hold. `judged` looks in the words'
own sources, `elsewhere.py` for all that are absent there in all other articles at once; `verify`
does both for a few.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from generator.alignment import likeness
from generator.model import Span, Verdict
from generator.text.blocks import AS_SPACE
from generator.verification.differences import edges, places, word_diff
from generator.verification.edits import edited
from generator.verification.elsewhere import Sought, StoredText, found_elsewhere
from generator.verification.marks import quoted_fragments
from generator.verification.needles import Writing, needles, readings, standing
from generator.verification.refusals import refusal

__all__ = ["judged", "quoted_fragments", "verify", "word_diff"]

_AROUND = 4
"""Words on either side of the nearest passage that may be the quotation's too."""
_REACH = 200
"""Code points in which these words are looked for."""
_LEAST_LIKE = 40.0
"""Per cent of likeness below which a passage is of no help to an editor."""


def verify(words: str, sources: Mapping[str, str], *, claimed: str | None) -> Verdict:
    """Judge `words` against `sources`, the visible texts of the stored articles by id.

    `claimed` is the article they are credited to; None lets any of the sources hold them.
    """
    own = [id_ for id_ in sources if claimed is None or id_ == claimed]
    verdict = judged(words, sources, claimed=own)
    if verdict.kind != "absent":
        return verdict
    stored = (StoredText(digest="", id=id_, text=text) for id_, text in sources.items())
    (found,) = found_elsewhere([Sought(digest="", words=words)], stored)
    if found is None:
        return verdict
    return Verdict(kind="elsewhere", found_in=found.id, span=found.span, words=words)


def judged(words: str, sources: Mapping[str, str], *, claimed: Collection[str]) -> Verdict:
    """Judge `words` against the `claimed` ones of `sources` alone; absent if none holds them.

    Any of the claimed sources may hold them: the first, and exact before edited. Spans are those
    of the visible texts that `sources` has by id.
    """
    if not claimed:
        return Verdict(kind="unverified", words=words)
    variants = needles(words)
    return (
        _exact(variants, sources, claimed, words)
        or _edited(variants, sources, claimed, words)
        or _absent(variants, sources, claimed, words)
    )


def _exact(
    variants: tuple[Writing, ...], sources: Mapping[str, str], ids: Collection[str], words: str
) -> Verdict | None:
    for needle in variants:
        for id_ in ids:
            for source in readings(sources[id_]):
                span = standing(needle, source)
                if span:
                    return Verdict(kind="exact", found_in=id_, span=span, words=words)
    return None


def _edited(
    variants: tuple[Writing, ...], sources: Mapping[str, str], ids: Collection[str], words: str
) -> Verdict | None:
    for needle in variants:
        for id_ in ids:
            for source in readings(sources[id_]):
                place = edited(needle.words, source, sources[id_])
                if place and not needle.asserts(source.form, place[1]):
                    span = source.original(*place)
                    return Verdict(kind="edited", found_in=id_, span=span, words=words)
    return None


def _absent(
    variants: tuple[Writing, ...], sources: Mapping[str, str], ids: Collection[str], words: str
) -> Verdict:
    """Return the verdict on words that no source holds, with the nearest passage."""
    best = 0.0
    verdict = Verdict(kind="absent", words=words)
    for id_ in ids if variants else ():
        text = sources[id_]
        found = likeness(variants[0].words, text, at_least=_LEAST_LIKE)
        if found and found[0] > best:
            best, span = found[0], _wanted(words, text, found[1])
            verdict = Verdict(
                kind="absent",
                found_in=id_,
                span=span,
                nearest=span.of(text).translate(AS_SPACE),
                words=words,
                refusal=refusal(variants[-1].words, text),
            )
    return verdict


def _wanted(words: str, text: str, near: Span) -> Span:
    """Return the passage `near` with the words beside it that `words` have too.

    The likest stretch is of the quotation's length: a word more or less in the quotation moves its
    ends, and what stands beside them would seem to be missing from the source.
    """
    offset = max(0, near.start - _REACH)
    before = places(text[offset : near.start])[-_AROUND:]
    after = places(text[near.end : near.end + _REACH])[:_AROUND]
    wide = Span(
        offset + before[0].start if before else near.start,
        near.end + after[-1].end if after else near.end,
    )
    held = places(wide.of(text))
    first, last = edges(words, wide.of(text))
    kept = held[first : len(held) - last]
    return Span(wide.start + kept[0].start, wide.start + kept[-1].end) if kept else near
