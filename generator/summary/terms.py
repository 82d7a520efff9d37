"""Decide which words of a sentence tell what it is about, and how much each weighs.

Content words by tf·idf, where a "document" of the idf is a sentence (Neto et al. 2000, "Generating
text summaries through the relative importance of topics", call it tf·isf).
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from typing import cast

from generator.text.matching import normalised
from generator.text.plain_words import words_of_each as plain_words_of_each

# Chinese and Japanese write no spaces: there a character counts as a word. Combining accents,
# soft hyphens and joiners are inside words.
_ALONE = r"\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_MARKS = r"\u0300-\u036f\u0610-\u061a\u064b-\u065f\u00ad\u200b-\u200d"
_RARE = re.compile(f"[{_ALONE}{_MARKS}]")
_LETTER = rf"[^\W_{_ALONE}]"
_INSIDE = rf"(?:{_LETTER}|[{_MARKS}])"
# Possessive, for nothing is found by going back; and most sentences are plain, which is quicker.
_WORD = re.compile(r"[^\W_]++(?:[’'-][^\W_]++)*+")
_PLAIN_WORD = re.compile(r"[A-Za-z0-9]++(?:['-][A-Za-z0-9]++)*+")
_RARE_WORD = re.compile(rf"{_LETTER}{_INSIDE}*+(?:[’'-]{_LETTER}{_INSIDE}*+)*|[{_ALONE}]")
_STEM = 6
"""Letters that count: a crude stem for any alphabet, as in Mayfield and McNamee's n-grams."""

_MOST_MET = 65536
"""Words: the vocabulary of thousands of articles, in some megabytes."""

Weights = Mapping[str, float]


def words(text: str) -> list[str]:
    """Return the words of `text`; of scripts without spaces, the characters."""
    if text.isascii():
        return _PLAIN_WORD.findall(text)
    return (_RARE_WORD if _RARE.search(text) else _WORD).findall(text)


def words_of_each(stretches: Sequence[str]) -> Sequence[Sequence[str]]:
    """Return the `words` of each of `stretches`, sooner than one by one."""
    return plain_words_of_each(stretches, joiners="'-", otherwise=words)


def terms_of_each(
    every: Sequence[Sequence[str]], *, function_words: frozenset[str]
) -> Iterator[Mapping[str, int]]:
    """Yield the `terms` of each list of words, sooner than one by one."""
    stems = list(map(_stems(function_words).__getitem__, chain.from_iterable(every)))
    start = 0
    for found in every:
        end = start + len(found)
        yield _counted(stems[start:end])
        start = end


def terms(found: Sequence[str], *, function_words: frozenset[str]) -> Mapping[str, int]:
    """Return the content terms among the words `found`, counted; a Counter if one comes twice."""
    return _counted(list(map(_stems(function_words).__getitem__, found)))


def _counted(stems: list[str | None]) -> Mapping[str, int]:
    counted: dict[str | None, int] = dict.fromkeys(stems, 1)
    counted.pop(None, None)
    # Most sentences say no word twice, and a Counter takes long to make for the few words of one.
    if len(counted) + stems.count(None) < len(stems):
        return Counter([stem for stem in stems if stem is not None])
    return cast("dict[str, int]", counted)


class _Stems(dict[str, str | None]):
    """The stem of each word met so far, None for a function word. Fills as it is used."""

    def __init__(self, function_words: frozenset[str]) -> None:
        super().__init__()
        self._function_words = function_words

    def __missing__(self, word: str) -> str | None:
        if len(self) >= _MOST_MET:
            self.clear()
        small = _small(word)
        self[word] = None if small in self._function_words else small[:_STEM]
        return self[word]


_stems = lru_cache(maxsize=32)(_Stems)
"""By the function words of a language."""


def weighted(sentences: Sequence[Mapping[str, int]]) -> tuple[Weights, ...]:
    """Return the `terms` of each sentence as a vector of length 1.

    As `terms` gives them: what is no Counter holds each term once.
    """
    spread = Counter(chain.from_iterable(sentences))
    total = len(sentences)
    by_spread = {number: 1 + math.log(total / number) for number in set(spread.values())}
    rarity = {term: by_spread[number] for term, number in spread.items()}
    squares = {term: weight * weight for term, weight in rarity.items()}
    vectors: list[Weights] = []
    for sentence in sentences:
        if isinstance(sentence, Counter):
            vectors.append(_scaled(sentence, [n * rarity[t] for t, n in sentence.items()]))
        else:  # each term once: the same sums, without going through its weights one by one
            length = math.sqrt(math.fsum(map(squares.__getitem__, sentence)))
            vectors.append({term: rarity[term] / length for term in sentence})
    return tuple(vectors)


def mixed(vectors: Iterable[tuple[Weights, float]]) -> Weights:
    """Return the direction in which all vectors together point, each as strongly as given."""
    total: defaultdict[str, float] = defaultdict(float)
    for vector, strength in vectors:
        for term, weight in vector.items():
            total[term] += strength * weight
    return _unit(total)


def likeness(one: Weights, other: Weights) -> float:
    """Return the cosine of two unit vectors."""
    if len(one) > len(other):
        one, other = other, one
    return sum([weight * other[term] for term, weight in one.items() if term in other])


def _small(word: str) -> str:
    return word.lower() if word.isascii() else normalised(word).casefold()


def _unit(vector: Mapping[str, float]) -> Weights:
    return _scaled(vector, vector.values())


def _scaled(terms_: Iterable[str], weights: Collection[float]) -> Weights:
    """Return `terms_` with their `weights`, made as long together as 1."""
    # fsum: the same sum whatever the order of terms.
    length = math.sqrt(math.fsum([weight * weight for weight in weights]))
    if not length:
        return {}
    return dict(zip(terms_, [weight / length for weight in weights], strict=True))
