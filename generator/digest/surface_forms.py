"""Counts the telling terms of a digest, and keeps the form in which readers meet each most.

Forms of one word count together by their stem (`summary/terms.py`); a name of two words, one of
which hardly ever stands without the other, as "Null Rock", is one term.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise

from generator.languages import language as language_of
from generator.model import Digest
from generator.quick_state import quickly_pickled
from generator.summary import facts
from generator.summary.terms import terms, words_of_each

_HEAD = 3
"""As often counts a word of title, standfirst, tags or place: they say what it is about."""
_SHORTEST = 3
"""Letters of a term in an alphabet; what is shorter is an ending or an initial."""
_ALWAYS = 0.75
"""Share of its occurrences in which a capitalised word stands beside the same other one, from which
the two are one name."""
_MOST_MET = 32768
"""Words of a language whose stems are kept: the vocabulary of a thousand digests."""
_SENTENCE = re.compile(
    # One set of characters first, so that the search skips all others.
    r"[.!?…؟।。\n“”„«»\"](?:(?<=[.!?…؟।。])\s+|(?<=\n)\n*|(?<=[“”„«»\"]))"
)


@quickly_pickled
@dataclass(frozen=True, kw_only=True, slots=True)
class Counted:
    """The telling terms of a digest, by stem."""

    counts: Mapping[str, int]
    """How much each is said; more in the title than elsewhere."""
    said: Mapping[str, int]
    """How often each stands on the page."""
    forms: Mapping[str, str]
    """The form to print."""


def counted_terms(digest: Digest) -> Counted:
    """Count the terms in what a digest's page gives to read, in the digest's language.

    None in a language whose function words are not known: they would be its commonest terms.
    """
    language = _main(digest.editorial.language)
    if not language_of(language).function_words:
        return Counted(counts={}, said={}, forms={})
    outlets = _outlet_names(digest)
    headings = _runs(_headings(digest), outlets)
    copy = _runs(_copy(digest), outlets)
    names = _names((*headings, *copy), language)
    if names:
        headings = [_joined(run, names, language) for run in headings]
        copy = [_joined(run, names, language) for run in copy]
    stems = _stems(language)
    # Most words of a text come again, so these are counted first, and only then looked at.
    of_headings = Counter(chain.from_iterable(headings))
    every = Counter(chain(chain.from_iterable(headings), chain.from_iterable(copy)))
    said: dict[str, int] = {}
    for stem, uses in zip(map(stems.__getitem__, every), every.values(), strict=True):
        said[stem] = said.get(stem, 0) + uses
    said.pop("", None)
    # Chosen by the editor, so it counts for likeness; but no word that readers meet.
    counts = {f"topic {digest.topic.slug}": 0, **said} if digest.topic else said.copy()
    if digest.topic:
        counts[f"topic {digest.topic.slug}"] += _HEAD
    for form, uses in of_headings.items():
        if stem := stems[form]:
            counts[stem] += uses * (_HEAD - 1)
    return Counted(
        counts=Counter(counts),
        said=Counter(said),
        forms=_forms(every, headings, copy, stems),
    )


_FORM_COUNTS = 100
"""Times that a form inside a sentence outweighs one at its beginning."""


def _forms(
    every: Collection[str],
    headings: Sequence[Sequence[str]],
    copy: Sequence[Sequence[str]],
    stems: Mapping[str, str],
) -> dict[str, str]:
    """Return the form to print of each stem, of `every` form that the runs hold."""
    of_every = list(map(stems.__getitem__, every))
    forms: dict[str, str] = {}
    more: set[str] = set()
    for form, stem in zip(every, of_every, strict=True):
        if forms.setdefault(stem, form) is not form:
            more.add(stem)
    forms.pop("", None)
    more.discard("")
    if more:
        likely = {form for form, stem in zip(every, of_every, strict=True) if stem in more}
        weights: dict[str, dict[str, int]] = {stem: {} for stem in more}
        for form, weight in _weights(headings, copy, likely).items():
            weights[stems[form]][form] = weight
        for stem, found in weights.items():
            forms[stem] = _readable(found)
    return forms


def _weights(
    headings: Sequence[Sequence[str]], copy: Sequence[Sequence[str]], forms: Container[str]
) -> dict[str, int]:
    """Return what each of `forms` weighs as the one to print."""
    weights: dict[str, int] = {}
    for runs, times in ((headings, _HEAD), (copy, 1)):
        every = Counter(filter(forms.__contains__, chain.from_iterable(runs)))
        # The first word of a sentence is capitalised for that alone: it tells no form.
        first = Counter(filter(forms.__contains__, [run[0] for run in runs]))
        for form, uses in every.items():
            inside = (uses - first[form]) * times * _FORM_COUNTS
            weights[form] = weights.get(form, 0) + inside + first[form]
    return weights


def _headings(digest: Digest) -> Iterator[str]:
    """Yield what says what the page is about: each word of it counts `_HEAD` times."""
    editorial = digest.editorial
    yield editorial.title
    yield editorial.standfirst
    yield "\n".join((*editorial.tags, editorial.place))


def _copy(digest: Digest) -> Iterator[str]:
    """Yield the other texts of the page."""
    editorial = digest.editorial
    language = _main(editorial.language)
    yield editorial.lede
    if digest.summary.made_by == "editor":
        yield " ".join(sentence.text for sentence in digest.summary.sentences)
    if digest.review and _main(digest.narrative_language) == language:
        yield _narrative(digest)
    for quotation in digest.quotations:
        shown = not quotation.in_review and not quotation.withdrawn
        if shown and _main(quotation.language) == language:
            yield " ".join(quotation.parts)


def _narrative(digest: Digest) -> str:
    """Return the narrated review without what is withdrawn, and without page furniture."""
    if digest.review is None:
        return ""
    text = digest.review.text
    gone = [s for q in digest.quotations if q.in_review and q.withdrawn for s in q.spans]
    for span in (*gone, *digest.furniture):
        text = text[: span.start] + " " * (span.end - span.start) + text[span.end :]
    return digest.review.body.of(text)


def _outlet_names(digest: Digest) -> tuple[str, ...]:
    """Return the outlets' names, which tell nothing: the round-up lists them already."""
    names = {roundup.outlet.name for roundup in digest.roundups}
    names |= {name.removeprefix("The ") for name in names}
    return tuple(sorted(names - {""}, key=lambda name: (-len(name), name)))


def without_names(text: str, names: Iterable[str]) -> str:
    """Return `text` with a stop for each of `names` that stands there as whole words.

    Of several that begin at one place the longest counts; `names` come in this order. Searching
    for each is cheaper than compiling a pattern that serves one digest alone.
    """
    found = sorted(
        (place, -len(name))
        for name in names
        if (start := text.find(name)) >= 0
        for place in _places(text, name, start)
    )
    pieces: list[str] = []
    done = 0
    for start, length in found:
        if start >= done:
            pieces += [text[done:start], " . "]
            done = start - length
    return "".join([*pieces, text[done:]])


def _places(text: str, name: str, start: int) -> Iterator[int]:
    """Yield where `name` stands as whole words, from the first place `start` on."""
    while start != -1:
        end = start + len(name)
        if not (_in_word(text[start - 1 : start]) or _in_word(text[end : end + 1])):
            yield start
        start = text.find(name, start + 1)


def _in_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


def _runs(texts: Iterable[str], names: Sequence[str]) -> list[Sequence[str]]:
    """Return the words of each stretch that no stop, quotation mark or one of `names` parts."""
    stretches = [run for text in texts for run in _SENTENCE.split(without_names(text, names))]
    return [run for run in words_of_each(stretches) if run]


class _Stems(dict[str, str]):
    """The stem of each word, or of the two words of a name, met so far. Fills as it is used.

    Empty for figures, short and function words.
    """

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language

    def __missing__(self, form: str) -> str:
        if len(self) >= _MOST_MET:
            self.clear()
        stem = " ".join([_stem(word, self._language) for word in form.split(" ")])
        self[form] = stem
        return stem


_stems = lru_cache(maxsize=8)(_Stems)
"""By language; the same words come in every digest."""


def _stem(word: str, language: str) -> str:
    spoken = language_of(language)
    cased = word.lower() != word.upper()
    if not word[0].isalpha() or (cased and len(word) < _SHORTEST):
        return ""
    counting = spoken.kind_of_words("number_words") | spoken.kind_of_words("negations")
    if facts.says_little(word, spoken) or any(w in counting for w in word.casefold().split("-")):
        return ""
    return next(iter(terms([word], function_words=spoken.function_words)), "")


def _names(runs: Sequence[Sequence[str]], language: str) -> frozenset[tuple[str, str]]:
    """Return the pairs of stems of capitalised words that are one name."""
    stems = _stems(language)
    together = Counter(
        [
            (stems[one], stems[other])
            for run in runs
            for one, other in pairwise(run)
            if other[0].isupper() and one[0].isupper()
        ]
    )
    likely = {pair: n for pair, n in together.items() if n > 1 and all(pair)}
    if not likely:
        return frozenset()
    alone = Counter(map(stems.__getitem__, chain.from_iterable(runs)))
    return frozenset(
        pair
        for pair, count in likely.items()
        if count >= _ALWAYS * min(alone[stem] for stem in pair)
    )


def _joined(run: Sequence[str], names: frozenset[tuple[str, str]], language: str) -> list[str]:
    """Return the words of `run`, the two words of a name as one with a space in it."""
    stems = _stems(language)
    found: list[str] = []
    place = 0
    while place < len(run):
        pair = run[place : place + 2]
        if len(pair) > 1 and (stems[pair[0]], stems[pair[1]]) in names:
            found.append(" ".join(pair))
            place += 1
        else:
            found.append(run[place])
        place += 1
    return found


def _readable(forms: Mapping[str, int]) -> str:
    """Return the commonest form; of equals the shortest, then the first by the alphabet.

    A word that also stands in small letters is no name.
    """
    if len(forms) == 1:
        return next(iter(forms))
    small = {form for form in forms if form[0].islower()}
    likely = {form: n for form, n in forms.items() if form.lower() not in small or form in small}
    return min(likely, key=lambda form: (-likely[form], len(form), form))


def _main(tag: str) -> str:
    return tag.split("-", maxsplit=1)[0].casefold()
