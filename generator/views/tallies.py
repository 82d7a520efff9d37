"""One count over one digest or all of them: outlets, quoted words, verdicts.

An outlet stands where its best showing puts it: quoted, else only paraphrased, else listed with an
article of which nothing is quoted, else silent. So every outlet that was looked at counts once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from generator.model import Digest, Outlet, Quotation, VerdictKind
from generator.quick_state import quickly_made
from generator.views.counts import is_found, published, quoted_words

Standing = Literal["quoted", "paraphrased", "listed", "silent"]
STANDINGS: tuple[Standing, ...] = ("quoted", "paraphrased", "listed", "silent")


@dataclass(frozen=True, kw_only=True, slots=True)
class Voice:
    """What one outlet comes to."""

    outlet: Outlet
    standing: Standing
    digests: int
    """Digests that quote or list it."""
    silences: int
    """Digests that name it as silent."""
    quotations: int
    """Published ones, paraphrases included."""
    words: int
    """Quoted: in quotation marks, or in sentences of its own."""
    found: int
    """Those of them that were found in its stored article."""
    own: int = 0
    """Those of them that stand in sentences of its own, and are nobody's quoted speech."""


_voice = quickly_made(Voice)


@dataclass(frozen=True, kw_only=True, slots=True)
class Tally:
    """What the published quotations of some digests come to."""

    digests: int
    with_silence: int
    """Digests that name at least one silent outlet."""
    voices: tuple[Voice, ...]
    """Each outlet that was looked at, once, by slug."""
    quotations: int
    """Published ones, paraphrases included."""
    paraphrases: int
    withdrawn: int
    translations: int
    verdicts: Counter[VerdictKind]
    """Of all quotations but paraphrases."""
    languages: Counter[str]
    """Quoted words by the language they were first said or written in: its tag without region or
    script."""
    outlets_by_language: Counter[str]
    """Outlets quoted in each language."""
    of_articles: int
    """Quotations that are an article's own sentences, and nobody's speech."""

    @property
    def words(self) -> int:
        """All quoted words."""
        return sum(voice.words for voice in self.voices)

    @property
    def own(self) -> int:
        """Those of them that stand in the articles' own sentences."""
        return sum(voice.own for voice in self.voices)

    @property
    def found(self) -> int:
        """Those of them that were found in a stored article."""
        return sum(voice.found for voice in self.voices)

    def standing(self, standing: Standing) -> int:
        """Return how many outlets stand so."""
        return sum(1 for voice in self.voices if voice.standing == standing)


def tally(digests: Iterable[Digest]) -> Tally:
    """Count over `digests`, all of them published; the newest first, for the outlets' facts."""
    digests = tuple(digests)
    every = [quotation for digest in digests for quotation in digest.quotations]
    shown = published(every)
    quoted = [quotation for quotation in shown if quotation.kind != "indirect"]
    languages: Counter[str] = Counter()
    for quotation in quoted:
        languages[_language(quotation)] += quoted_words(quotation)
    return Tally(
        digests=len(digests),
        with_silence=sum(1 for digest in digests if digest.silent),
        voices=_voices(digests),
        quotations=len(shown),
        paraphrases=len(shown) - len(quoted),
        withdrawn=len(every) - len(shown),
        translations=sum(1 for quotation in quoted if quotation.original),
        verdicts=Counter(q.verdict.kind for q in quoted if q.verdict),
        languages=languages,
        outlets_by_language=Counter(
            language for language, _ in {pair for digest in digests for pair in spoken_in(digest)}
        ),
        of_articles=sum(1 for quotation in quoted if quotation.own_words),
    )


def spoken_in(digest: Digest) -> set[tuple[str, str]]:
    """Return each language that an outlet is quoted in, with the outlet's slug."""
    return {
        (_language(quotation), quotation.outlet.slug)
        for quotation in published(digest.quotations)
        if quotation.kind != "indirect"
    }


def _language(quotation: Quotation) -> str:
    tag = quotation.original.language if quotation.original else quotation.language
    return tag.partition("-")[0].casefold()


def _voices(digests: tuple[Digest, ...]) -> tuple[Voice, ...]:
    voices: dict[str, Voice] = {}
    for digest in digests:
        for voice in _voices_in(digest):
            known = voices.get(voice.outlet.slug)
            voices[voice.outlet.slug] = _together(known, voice) if known else voice
    return tuple(voices[slug] for slug in sorted(voices))


def _voices_in(digest: Digest) -> Iterator[Voice]:
    """Yield the outlets of one digest; one that is quoted or listed there was not silent."""
    for roundup in digest.roundups:
        shown = published(roundup.quotations)
        quoted = [(q, quoted_words(q)) for q in shown if q.kind != "indirect"]
        yield _voice(
            outlet=roundup.outlet,
            standing="quoted" if quoted else "paraphrased" if shown else "listed",
            digests=1,
            silences=0,
            quotations=len(shown),
            words=sum([words for _, words in quoted]),
            found=sum([words for quotation, words in quoted if is_found(quotation)]),
            own=sum([words for quotation, words in quoted if quotation.own_words]),
        )
    for outlet in digest.silent:
        yield _voice(
            outlet=outlet,
            standing="silent",
            digests=0,
            silences=1,
            quotations=0,
            words=0,
            found=0,
        )


def _together(one: Voice, other: Voice) -> Voice:
    return replace(
        one,
        standing=min(one.standing, other.standing, key=STANDINGS.index),
        digests=one.digests + other.digests,
        silences=one.silences + other.silences,
        quotations=one.quotations + other.quotations,
        words=one.words + other.words,
        found=one.found + other.found,
        own=one.own + other.own,
    )
