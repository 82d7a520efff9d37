"""Summarise a press review: what outlets agree on, then where they differ.

A sentence is agreed on where independent outlets say the same (`agreement`); it differs where one
outlet alone says it, far from all the others. Both are said only where both are found, and only
of sentences in one language; else the sentences that tell most are taken, and nothing is said
about them. Whoever has been heard least comes first, so no outlet gives more than its share.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain, zip_longest

from generator.model import Span, SummaryPart
from generator.reading import Reading
from generator.summary.agreement import ALIKE, APART, Likenesses
from generator.summary.candidates import Candidate, candidates
from generator.summary.extractive import TUNING, Pool, fitting, leading, pool_of
from generator.summary.terms import likeness, mixed

_LABELLED = 2
"""Sentences below which there is no room for both parts."""
_OPENING = 3
"""Sentences from which the narrator's own has a place before the two parts."""
NARRATOR = ""
"""The voice of a review's own sentences."""


@dataclass(frozen=True, slots=True)
class Voices:
    """Who speaks in a sentence."""

    outlets: tuple[str, ...] = ()
    """Those whose passages it holds; none for the narrator's own."""
    joint: bool = False
    """One passage is credited to all of them: they say it together."""

    @property
    def heard(self) -> tuple[str, ...]:
        """Whose share it counts for."""
        return self.outlets or (NARRATOR,)


@dataclass(frozen=True, slots=True)
class Length:
    """How long a summary may be."""

    sentences: int
    words: int | None = None
    """At most so many words instead of `sentences`."""


@dataclass(frozen=True, kw_only=True, slots=True)
class VoicedText:
    """A text of a digest, and the sentences of it that may serve."""

    reading: Reading
    voices: Mapping[Span, Voices]
    """Who speaks, by sentence; in visible offsets."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """A sentence of a document, in visible offsets."""

    document: str
    span: Span


@dataclass(frozen=True, kw_only=True, slots=True)
class Pick:
    """A sentence chosen."""

    place: Place
    score: float
    part: SummaryPart = ""
    echoes: tuple[Place, ...] = ()
    """Where other outlets say the same."""


def picked_across(
    texts: Mapping[str, VoicedText],
    length: Length,
    *,
    origins: Mapping[str, str],
    copying: Collection[str] = (),
) -> tuple[Pick, ...]:
    """Return the sentences of several texts that together tell most, as many as `length` allows.

    First those of no part, then the agreements, then the differences; each in the order of texts.
    `origins` names what outlets share whose texts are copies of one: they count as one voice.
    `copying` are those of them whose text is the copy.
    """
    pool = pool_of(
        {name: text.reading for name, text in texts.items()},
        only={name: text.voices for name, text in texts.items()},
    )
    return _Choosing(texts, pool, length, origins=origins, copying=copying).picks()


def first_across(texts: Mapping[str, VoicedText], length: Length) -> tuple[Pick, ...]:
    """Return the first sentences of each outlet in turn, in the order of texts."""
    queues: dict[tuple[str, ...], list[Candidate]] = {}
    for name, text in texts.items():
        for candidate in candidates(name, text.reading, only=text.voices):
            queues.setdefault(_voices_of(candidate, texts).heard, []).append(candidate)
    turns = [c for c in chain.from_iterable(zip_longest(*queues.values())) if c]
    kept: list[Candidate] = []
    for candidate in turns:
        words = sum(c.length for c in kept) + candidate.length
        if len(kept) >= length.sentences if length.words is None else words > length.words:
            break
        kept.append(candidate)
    order = {name: number for number, name in enumerate(texts)}
    kept.sort(key=lambda c: (order[c.document], c.span.start))
    return tuple(Pick(place=_place(c), score=1 / (1 + c.rank)) for c in kept)


class _Choosing:
    """The choice of one summary, sentence by sentence."""

    def __init__(
        self,
        texts: Mapping[str, VoicedText],
        pool: Pool,
        length: Length,
        *,
        origins: Mapping[str, str],
        copying: Collection[str],
    ) -> None:
        self._pool = pool
        self._voices = [_voices_of(c, texts) for c in pool.candidates]
        self._origins = origins
        self._copying = copying
        self._likenesses = Likenesses(
            # Not a method of this: the two would hold each other, and wait for the collector.
            partial(_written, pool.candidates),
            pool.vectors,
            [c.language for c in pool.candidates],
            echoing=[i for i, voices in enumerate(self._voices) if voices.outlets],
        )
        self._length = length
        self._picked: dict[int, float] = {}
        self._parts: dict[int, SummaryPart] = {}
        self._repeats = dict.fromkeys(range(len(pool.candidates)), 0.0)
        self._heard = [voices.heard for voices in self._voices]
        self._heard_of_origin = self._heard
        if origins:
            self._heard_of_origin = [
                tuple({origins.get(v, v): None for v in heard}) for heard in self._heard
            ]
        self._count_of_voices = len(set(chain.from_iterable(self._heard_of_origin)))

    def picks(self) -> tuple[Pick, ...]:
        """Return the choice, in the order in which it is read."""
        echoes = self._agreements()
        if echoes and self._room() >= _LABELLED:
            self._choose_parts(echoes)
        left = [i for i in self._repeats if i not in self._picked]
        while self._take(left, dict.fromkeys(left, 0.0), "") is not None:
            pass
        order: Sequence[SummaryPart] = ("", "agreement", "difference")
        return tuple(
            Pick(
                place=_place(self._pool.candidates[i]),
                score=round(self._picked[i], 4),
                part=self._parts[i],
                echoes=tuple(_place(self._pool.candidates[j]) for j in echoes.get(i, ())),
            )
            for part in order
            for i in sorted(self._picked)
            if self._parts[i] == part
        )

    def _choose_parts(self, echoes: Mapping[int, tuple[int, ...]]) -> None:
        """Choose both parts, and the narrator's opening; or nothing if one part stays empty."""
        room = self._room()
        # What more outlets share comes first.
        shared = {i: float(len(self._independent((i, *found)))) for i, found in echoes.items()}
        agreed: list[int] = []
        while len(agreed) < max(1, room // 2):
            fresh = [
                i
                for i in echoes
                if not any(self._likenesses.like(i, j) > APART for j in agreed if j != i)
            ]
            taken = self._take(fresh, shared, "agreement")
            if taken is None:
                break
            agreed.append(taken)
        centre = mixed((self._pool.vectors[i], 1.0) for i in agreed)
        apart = {
            i: -likeness(self._pool.vectors[i], centre)
            for i in self._apart(self._pool.candidates[i].language.tag for i in agreed)
        }
        opening = [i for i, voices in enumerate(self._voices) if not voices.outlets]
        differing = 0
        for_opening = int(bool(opening) and room >= _OPENING)
        while self._room() > for_opening and self._take(apart, apart, "difference") is not None:
            differing += 1
        if not agreed or not differing:
            self._picked.clear()
            self._parts.clear()
            self._repeats = dict.fromkeys(self._repeats, 0.0)
        elif for_opening:
            self._take(opening, dict.fromkeys(opening, 0.0), "")

    def _take(
        self, numbers: Iterable[int], bonus: Mapping[int, float], part: SummaryPart
    ) -> int | None:
        """Pick the best of `numbers` whose turn it is; None where none has room."""
        if self._room() < 1:
            return None
        # What is said already is not said again, even if that leaves room.
        left = [i for i in numbers if i not in self._picked and self._repeats[i] < ALIKE]
        left = fitting(self._pool, left, self._words_left())
        if part and left:
            counts, share = self._given(left, of_origin=True), self._share()
            left = [i for i in left if counts[i] < share]
        if not left:
            return None
        turn = self._turn(left)
        worth, repeats, redundancy = self._pool.worth, self._repeats, TUNING.redundancy
        gains = {i: worth[i] + bonus[i] - redundancy * repeats[i] for i in turn}
        # Of two equals the one that the alphabet puts first: the same in whatever order texts come.
        # Of a text and its copy, the text.
        best = min(leading(self._pool.candidates, gains, self._picked), key=self._alphabetical)
        self._picked[best], self._parts[best] = gains[best], part
        if self._length.words is None and self._room() < 1:
            return best  # nothing more will be compared with it
        for i, like in self._likenesses.to(best):
            repeats[i] = max(repeats[i], like)
        return best

    def _alphabetical(self, number: int) -> tuple[str, bool]:
        copies = any(v in self._copying for v in self._voices[number].outlets)
        return _written(self._pool.candidates, number), copies

    def _turn(self, left: Sequence[int]) -> Sequence[int]:
        """Return those by whoever has been heard least."""
        turn = left
        # Copies of one text have one share; within it, each outlet has its own.
        for of_origin in (True, False) if self._origins else (False,):
            counts = self._given(turn, of_origin=of_origin)
            least = min(counts.values())
            turn = [i for i, count in counts.items() if count == least]
        return turn

    def _given(self, numbers: Iterable[int], *, of_origin: bool) -> dict[int, int]:
        """Return how many sentences whoever speaks in each has given already."""
        # A sentence counts for outlets, or for what their texts are copies of.
        heard = self._heard_of_origin if of_origin else self._heard
        if not self._picked:
            return dict.fromkeys(numbers, 0)
        given = Counter(chain.from_iterable([heard[i] for i in self._picked]))
        # Of the sentences most are the narrator's, or of one of a few outlets.
        of_voices = {
            voices: max([given.get(voice, 0) for voice in voices]) for voices in set(heard)
        }
        return {i: of_voices[heard[i]] for i in numbers}

    def _share(self) -> int:
        """Return how many sentences one voice may give under a heading."""
        return max(1, -(-(len(self._picked) + self._room()) // self._count_of_voices))

    def _room(self) -> int:
        """Return how many more sentences there is room for."""
        if self._length.words is None:
            return self._length.sentences - len(self._picked)
        left = [i for i in self._repeats if i not in self._picked]
        lengths = sorted(self._pool.candidates[i].length for i in left)
        room, count = self._words_left() or 0, 0
        while count < len(lengths) and lengths[count] <= room:
            room -= lengths[count]
            count += 1
        return count

    def _words_left(self) -> int | None:
        if self._length.words is None:
            return None
        return self._length.words - sum(self._pool.candidates[i].length for i in self._picked)

    def _agreements(self) -> dict[int, tuple[int, ...]]:
        """Return each sentence that independent outlets bear out, with where the others do."""
        found: dict[int, tuple[int, ...]] = {}
        for i, voices in enumerate(self._voices):
            if len(voices.outlets) > 1 and not voices.joint:
                continue
            echoes = [
                j
                for j in self._likenesses.agreeing(i)
                if len(self._voices[j].outlets) == 1
                and not set(self._voices[j].outlets) & set(voices.outlets)
            ]
            if not echoes and not voices.joint:
                continue  # one voice, or none, bears nothing out
            if len(self._independent((i, *echoes))) > 1:
                found[i] = tuple(self._one_each(echoes))
        return found

    def _one_each(self, numbers: Iterable[int]) -> Iterator[int]:
        """Yield the first sentence of each outlet."""
        seen: set[tuple[str, ...]] = set()
        for i in numbers:
            if self._voices[i].outlets not in seen:
                seen.add(self._voices[i].outlets)
                yield i

    def _independent(self, numbers: Iterable[int]) -> set[str]:
        """Return the origins of the outlets that speak in these sentences."""
        return {
            self._origins.get(outlet, outlet) for i in numbers for outlet in self._voices[i].outlets
        }

    def _apart(self, languages: Iterable[str]) -> Iterator[int]:
        """Yield the sentences of one outlet that no other's comes near, in these `languages`."""
        comparable = set(languages)
        for i, voices in enumerate(self._voices):
            others = (
                self._likenesses.like(i, j)
                for j in self._likenesses.sharing(i)
                if set(self._voices[j].outlets) - set(voices.outlets)
            )
            if (
                len(voices.outlets) == 1
                and self._pool.candidates[i].language.tag in comparable
                and max(others, default=0.0) <= APART
            ):
                yield i


def _voices_of(candidate: Candidate, texts: Mapping[str, VoicedText]) -> Voices:
    """Return who speaks in a candidate; it may begin later than its sentence, past a dateline."""
    voices = texts[candidate.document].voices
    span = candidate.span
    exact = voices.get(span)
    return exact or next(
        v for sentence, v in voices.items() if sentence.start <= span.start < sentence.end
    )


def _written(some: Sequence[Candidate], number: int) -> str:
    candidate = some[number]
    return candidate.span.of(candidate.reading.text)


def _place(candidate: Candidate) -> Place:
    return Place(document=candidate.document, span=candidate.span)
