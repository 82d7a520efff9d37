"""Decides which quotations of a digest are one utterance, carried by several outlets.

Two quotations are related where one's words are (nearly) contained in the other's, or where the
end of one is the beginning of the other, and where their speakers do not contradict. The method is
that of finding reused text by shared runs of words (Clough, Gaizauskas, Piao and Wilks: METER:
MEasuring TExt Reuse, ACL 2002), with the longest common subsequence for what a cut left over. An
index of runs names the few pairs worth comparing.

An utterance is the fullest quotation with all that are related to it. Unsure means unsaid: two
different named speakers never meet in one, and words without a speaker that fit two are left out.
So are words that their own source is not known to hold, and two versions of which only one denies
stay apart: which of them was said, nobody can tell from the words.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from rapidfuzz.distance import LCSseq, Opcode

from generator.digest.sayings import forms_of, words_of
from generator.digest.voices import voices_of
from generator.model import Quotation, Utterance
from generator.text.matching import normalised
from generator.verification.negation import denies

RUN_OF_ONE_SPEAKER = 4
"""Words in a row that two quotations of one named speaker must share, at least: "a red line" the
same speaker says every day, and two outlets may have heard it on two of them."""

TELLING_RUN = 5
"""Words in a row that hardly come twice. With a shorter run the whole quotation must be contained;
where a speaker is not named, this is the least."""

LEAST_OF_UNKNOWN = 7
"""Shared words where a speaker is not named: one more than the longest everyday turn, "at the end
of the day"."""

NEARLY_ALL_OF_ONE_SPEAKER = 2 / 3
NEARLY_ALL = 0.8
"""Share of the shorter one's words where the run is telling: outlets mend what they hear, and one
word mended in seven takes its neighbour along. Without a named speaker, more is asked."""

OVERLAP = 8
"""Words that make one utterance of two cuts of which neither contains the other: the end of one
and the beginning of the other. Two that merely begin alike may go on to different things."""

SHORTEST_PIECE = 2
"""Words: single ones that stand in both in the same order are mostly "the" and "of"."""

SHORT_DIFFERENCE = 8
"""Words: a longer omission that holds a "not" leaves out more than the "not"."""

_DOUBTFUL = {"absent", "elsewhere"}


@dataclass(frozen=True)
class _Saying:
    """A quotation as it is compared."""

    quotation: Quotation
    forms: tuple[str, ...]
    voice: str
    """Slug of the speaker; empty for none."""

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The same words as published."""
        return tuple(word.text for word in words_of(self.quotation))

    @cached_property
    def rank(self) -> tuple[object, ...]:
        """The fullest first; among equals an order that the input's does not touch."""
        return (-len(self.forms), self.forms, self.quotation.outlet.slug, self.quotation.id)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Return its words, each once."""
        return frozenset(self.forms)

    @cached_property
    def long_runs(self) -> set[tuple[str, ...]]:
        """Return the runs in which an overlap may begin."""
        return self.runs(OVERLAP)

    def runs(self, length: int) -> set[tuple[str, ...]]:
        """Return the runs of `length` words."""
        return _runs(self.forms, length)


def utterances(quotations: Sequence[Quotation]) -> tuple[Utterance, ...]:
    """Return the utterances among a digest's quotations, in the order in which they first stand.

    The order of `quotations` is the round-up's; it decides how the result is ordered and which of
    several equally full quotations comes first, not what is grouped.
    """
    shared = _sharing((q, forms) for q in quotations if (forms := _forms(q)))
    if not shared:
        return ()
    voices = voices_of(quotations)
    sayings = sorted((_saying(q, forms, voices) for q, forms in shared), key=lambda s: s.rank)
    place = {quotation.id: here for here, quotation in enumerate(quotations)}
    found = [
        _utterance(group, place)
        for group in _groups(sayings, _related(sayings))
        if len({saying.quotation.outlet.slug for saying in group}) > 1
    ]
    return tuple(sorted(found, key=lambda u: min(place[q.id] for q in u.quotations)))


def _forms(quotation: Quotation) -> tuple[str, ...]:
    """Return the words of a quotation that are compared; none of one that cannot be related."""
    if quotation.verdict is not None and quotation.verdict.kind in _DOUBTFUL:
        return ()
    forms = forms_of(quotation)
    return forms if len(forms) >= RUN_OF_ONE_SPEAKER else ()


def _sharing(
    said: Iterable[tuple[Quotation, tuple[str, ...]]],
) -> list[tuple[Quotation, tuple[str, ...]]]:
    """Return those that share a shortest run with another: no others can be related."""
    runs = [(each, _runs(each[1], RUN_OF_ONE_SPEAKER)) for each in said]
    held = Counter(chain.from_iterable(own for _, own in runs))
    return [each for each, own in runs if any(held[run] > 1 for run in own)]


def _runs(forms: Sequence[str], length: int) -> set[tuple[str, ...]]:
    """Return the runs of `length` words."""
    return set(zip(*(forms[i:] for i in range(length)), strict=False))


def _saying(quotation: Quotation, forms: tuple[str, ...], voices: Mapping[str, str]) -> _Saying:
    speaker = quotation.speaker
    voice = voices[speaker.slug] if speaker and not speaker.described else ""
    return _Saying(quotation=quotation, forms=forms, voice=voice)


def _utterance(group: Sequence[_Saying], place: dict[str, int]) -> Utterance:
    """Return a group as published: the fullest, of equals the first, then the others in order."""
    ordered = sorted(group, key=lambda saying: place[saying.quotation.id])
    fullest = max(ordered, key=lambda saying: len(saying.forms))
    rest = (saying.quotation for saying in ordered if saying is not fullest)
    return Utterance(quotations=(fullest.quotation, *rest))


def _groups(
    sayings: Sequence[_Saying], related: dict[int, set[int]]
) -> Iterator[tuple[_Saying, ...]]:
    """Yield each fullest saying with those related to it that no fuller one has taken."""
    free = set(range(len(sayings)))
    for fullest in range(len(sayings)):
        if fullest in free:
            members = {fullest, *(related[fullest] & free)}
            free -= members
            yield tuple(sayings[member] for member in sorted(members))


def _related(sayings: Sequence[_Saying]) -> dict[int, set[int]]:
    """Return, for each saying, those that may be the same utterance.

    Words without a speaker are heard as the one speaker's whose words they are part of; those
    that fit two speakers are related to nothing.
    """
    alike = _alike(sayings)
    fitting = {
        here: {sayings[other].voice for other in alike[here]} - {""}
        for here, saying in enumerate(sayings)
        if not saying.voice
    }
    heard = {here: next(iter(voices)) for here, voices in fitting.items() if len(voices) == 1}
    torn = {here for here, voices in fitting.items() if len(voices) > 1}
    voices = [heard.get(here, saying.voice) for here, saying in enumerate(sayings)]
    return {
        here: {
            other
            for other in alike[here] - torn
            if here not in torn and (voices[here] == voices[other] or not voices[other])
        }
        for here in range(len(sayings))
    }


def _alike(sayings: Sequence[_Saying]) -> dict[int, set[int]]:
    """Return, for each saying, those with (nearly) the same words and no other named speaker."""
    alike: dict[int, set[int]] = defaultdict(set)
    for one, other in _candidates(sayings):
        fuller, shorter = sayings[one], sayings[other]
        named = fuller.voice == shorter.voice != ""
        if _same_words(fuller, shorter, named=named):
            alike[one].add(other)
            alike[other].add(one)
    return alike


def _candidates(sayings: Sequence[_Saying]) -> Iterator[tuple[int, int]]:
    """Yield each pair that shares a run of words long enough, the fuller one first."""
    index: dict[tuple[str, tuple[str, ...]], list[int]] = defaultdict(list)
    keys = list(map(list, map(_keys, sayings)))
    for here, own in enumerate(keys):
        for key in own:
            index[key].append(here)
    for here, saying in enumerate(sayings):
        partners = {other for key in keys[here] for other in index[key] if other > here}
        for other in sorted(partners):
            voices = {saying.voice, sayings[other].voice}
            if "" in voices or len(voices) == 1:
                yield here, other


def _keys(saying: _Saying) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield what a related saying shares one of: runs under its speaker's name, and longer ones."""
    for run in saying.runs(RUN_OF_ONE_SPEAKER) if saying.voice else ():
        yield saying.voice, run
    for run in saying.runs(TELLING_RUN):
        yield "", run


def _same_words(fuller: _Saying, shorter: _Saying, *, named: bool) -> bool:
    """Whether the shorter one's words are nearly contained in the fuller's, or overlap them."""
    if _contained(fuller, shorter, named=named):
        return True
    return _follows(fuller, shorter) or _follows(shorter, fuller)


def _contained(fuller: _Saying, shorter: _Saying, *, named: bool) -> bool:
    """Whether all but a few of the shorter one's words stand in the fuller, in pieces in order."""
    size = len(shorter.forms)
    share = NEARLY_ALL_OF_ONE_SPEAKER if named else NEARLY_ALL
    wanted = max(RUN_OF_ONE_SPEAKER if named else LEAST_OF_UNKNOWN, share * size)
    # Cheap first: most pairs share an everyday turn and hardly a word besides.
    if size - len(shorter.vocabulary - fuller.vocabulary) < wanted:
        return False
    if LCSseq.similarity(fuller.forms, shorter.forms) < wanted:
        return False
    steps = LCSseq.opcodes(fuller.forms, shorter.forms)
    runs = [step.dest_end - step.dest_start for step in steps if step.tag == "equal"]
    kept = sum(run for run in runs if run >= SHORTEST_PIECE)
    alike = kept >= (wanted if max(runs) >= TELLING_RUN else size)
    return alike and not _one_denies(fuller, shorter, steps)


def _one_denies(fuller: _Saying, shorter: _Saying, steps: Iterable[Opcode]) -> bool:
    """Whether a short stretch that only one of the two has turns the sense.

    Whole sentences before, after or between what both have turn nothing but themselves.
    """
    return any(
        _turns(fuller.texts, step.src_start, step.src_end, ends_count=False)
        or _turns(shorter.texts, step.dest_start, step.dest_end, ends_count=True)
        for step in steps
        if step.tag != "equal"
    )


def _turns(texts: Sequence[str], start: int, end: int, *, ends_count: bool) -> bool:
    """Whether the words from `start` to `end` deny, and belong to a sentence that both have.

    Of the fuller version the words before and after count only beside the common ones.
    """
    if not ends_count and start == 0:
        start = max(0, end - 1)
    if not ends_count and end == len(texts):
        return False
    if end - start > SHORT_DIFFERENCE or not any(denies(normalised(t)) for t in texts[start:end]):
        return False
    return not (_ends_sentence(texts[end - 1]) and (not start or _ends_sentence(texts[start - 1])))


def _ends_sentence(word: str) -> bool:
    return word.rstrip("\"'”’»)]").endswith((".", "!", "?", "…"))


def _follows(first: _Saying, second: _Saying) -> bool:
    """Whether `first` ends with the words, `OVERLAP` at least, that `second` begins with."""
    begins = second.forms[:OVERLAP] in first.long_runs
    if not (begins and first.forms[-OVERLAP:] in second.long_runs):
        return False
    longest = min(len(first.forms), len(second.forms))
    sizes = range(OVERLAP, longest + 1)
    return any(first.forms[-size:] == second.forms[:size] for size in sizes)
