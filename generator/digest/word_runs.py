"""Find which words of a stored article another text repeats: runs of words, wherever they stand.

A run counts from `RUN` words in a row on: fewer come together by chance (the shingles of Broder:
On the resemblance and containment of documents, Compression and Complexity of Sequences 1997).
The article is indexed by its shingles once; a text is then read once, and each run that it shares
with the article is followed to its end. Words are compared without case, marks and punctuation.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.model import Span
from generator.text.matching import identity_form
from generator.text.words import UNSPACED, word_places

RUN = 6
"""Words in a row; of a script without spaces, twice as many letters."""

PLACES = 8
"""Places of one shingle in an article that are looked at; a refrain has no need of more."""


_NONE: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class _Form:
    """A word as it is compared; a compound has several, all of one word."""

    form: str
    number: int
    """Of its word in the text, from 0, as `word_places` counts."""
    place: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Run:
    """Words of a text that an article has in a row."""

    span: Span
    """In the text."""
    words: frozenset[int]
    """Numbers of the article's words."""
    length: int
    """Words of the text."""


class IndexedArticle:
    """The words of an article, ready to be found in other texts."""

    def __init__(self, text: str) -> None:
        """Index the visible `text` of an article."""
        self._forms = forms_of(text)
        self._places: dict[tuple[str, ...], list[int]] = defaultdict(list)
        keys = [form.form for form in self._forms]
        for start, shingle in enumerate(_shingles(keys)):
            places = self._places[shingle]
            if len(places) < PLACES:
                places.append(start)

    def runs_in(self, text: str, *, known: Collection[int] = frozenset()) -> Iterator[Run]:
        """Yield the runs that `text` shares with the article, in the order of `text`.

        Of several places where the article has a run, the longest is taken, then the one whose
        words are `known` to be published already.
        """
        forms = forms_of(text)
        keys = [form.form for form in forms]
        at = 0
        while at + RUN <= len(keys):
            places = self._places.get(tuple(keys[at : at + RUN]), ())
            if not places:
                at += 1
                continue
            found = max((self._followed(keys, at, p, known) for p in places), key=lambda f: f[:2])
            length, start = found[0], -found[2]
            if _weight(keys[at : at + length]) >= 2 * RUN:
                yield self._run(forms[at : at + length], start)
            # The end of one run may be the beginning of another.
            at += length - RUN + 1

    def _followed(
        self, keys: Sequence[str], at: int, place: int, known: Collection[int]
    ) -> tuple[int, int, int]:
        """Return how long the run from `at` and `place` is, how many known words it has, where."""
        length = RUN
        while (
            at + length < len(keys)
            and place + length < len(self._forms)
            and keys[at + length] == self._forms[place + length].form
        ):
            length += 1
        familiar = sum(form.number in known for form in self._forms[place : place + length])
        return length, familiar, -place

    def _run(self, said: Sequence[_Form], start: int) -> Run:
        held = self._forms[start : start + len(said)]
        return Run(
            span=Span(said[0].place[0], said[-1].place[1]),
            words=frozenset(form.number for form in held),
            length=len({form.number for form in said}),
        )


class IndexedTexts:
    """Many texts by their shingles: which of them may share a run with an article."""

    def __init__(self, texts: Sequence[str]) -> None:
        """Index `texts`."""
        # A shingle stands here by its hash: two that share one cost a look, and nothing else.
        self._texts: dict[int, set[int]] = defaultdict(set)
        for number, text in enumerate(texts):
            for shingle in _shingles(_keys(text)):
                self._texts[hash(shingle)].add(number)

    def near(self, article: str) -> set[int]:
        """Return the numbers of the texts that share a shingle with the words of `article`."""
        found: set[int] = set()
        for shingle in _shingles(_keys(article)):
            found |= self._texts.get(hash(shingle), _NONE)
        return found


def forms_of(text: str) -> tuple[_Form, ...]:
    """Return the words of `text` as they are compared."""
    return tuple(
        _Form(form, number, (start, end))
        for number, (start, end) in enumerate(word_places(text))
        for form in _forms(text[start:end])
    )


def _keys(text: str) -> list[str]:
    """Return what is compared of `text`, without the places: for most articles that is enough."""
    return [key for start, end in word_places(text) for key in _forms(text[start:end])]


@lru_cache(maxsize=65536)  # the words of a language come back all the time
def _forms(word: str) -> tuple[str, ...]:
    return tuple(identity_form(word).split())


def _weight(forms: Sequence[str]) -> int:
    """Return how much a run tells: two for a word, one for a letter of an unspaced script."""
    return sum(1 if _is_unspaced(form) else 2 for form in forms)


def _is_unspaced(form: str) -> bool:
    sign = ord(form[0])
    return any(first <= sign <= last for first, last in UNSPACED)


def _shingles(keys: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return zip(*(keys[start:] for start in range(RUN)), strict=False)
