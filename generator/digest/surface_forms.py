"""Counts the telling terms of a digest, and keeps the form in which readers meet each most.

Forms of one word count together by their stem (`summary/terms.py`); a name of two words, one of
which hardly ever stands without the other, as "Null Rock", is one term.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise

from generator.languages import language as language_of
from generator.model import Digest
from generator.quick_state import quickly_pickled
from generator.summary import facts
from generator.summary.terms import terms, words

_HEAD = 3
"""As often counts a word of title, standfirst, tags or place: they say what it is about."""
_SHORTEST = 3
"""Letters of a term in an alphabet; what is shorter is an ending or an initial."""
_ALWAYS = 0.75
"""Share of its occurrences in which a capitalised word stands beside the same other one, from which
the two are one name."""
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
    runs = [
        (run, times)
        for text, times in _texts(digest)
        for run in _runs(without_names(text, outlets))
    ]
    names = _names((run for run, _ in runs), language)
    if names:
        runs = [(_joined(run, names, language), times) for run, times in runs]
    # Chosen by the editor, so it counts for likeness; but no word that readers meet.
    counts = {f"topic {digest.topic.slug}": _HEAD} if digest.topic else {}
    said: dict[str, int] = {}
    forms: dict[str, dict[str, int]] = {}
    for form, (times, uses, weight) in _uses(runs).items():
        if stem := _stem_of(form, language):
            counts[stem] = counts.get(stem, 0) + times
            said[stem] = said.get(stem, 0) + uses
            forms.setdefault(stem, {})[form] = weight
    return Counted(
        counts=Counter(counts),
        said=Counter(said),
        forms={stem: _readable(found) for stem, found in forms.items()},
    )


_FORM_COUNTS = 100
"""Times that a form inside a sentence outweighs one at its beginning."""


def _uses(runs: Iterable[tuple[Sequence[str], int]]) -> dict[str, tuple[int, int, int]]:
    """Return of each form how much it counts, how often it stands, and what it weighs as a form.

    In the order in which they first stand. Most words of a text come again, so these are counted
    first, and only then looked at.
    """
    inside: dict[int, list[str]] = {}
    first: dict[int, list[str]] = {}
    order: list[str] = []
    for run, times in runs:
        inside.setdefault(times, []).extend(run[1:])
        first.setdefault(times, []).extend(run[:1])
        order += run
    found = dict.fromkeys(order, (0, 0, 0))
    for group, weighs in ((inside, True), (first, False)):
        for times, some in group.items():
            # The first word of a sentence is capitalised for that alone: it tells no form.
            each = times * _FORM_COUNTS if weighs else 1
            for form, uses in Counter(some).items():
                counted, stood, weight = found[form]
                found[form] = (counted + times * uses, stood + uses, weight + each * uses)
    return found


def _texts(digest: Digest) -> Iterator[tuple[str, int]]:
    """Yield the texts of the page, and how often each counts."""
    editorial = digest.editorial
    yield editorial.title, _HEAD
    yield editorial.standfirst, _HEAD
    yield "\n".join((*editorial.tags, editorial.place)), _HEAD
    yield editorial.lede, 1
    if digest.summary.made_by == "editor":
        yield " ".join(sentence.text for sentence in digest.summary.sentences), 1
    if digest.review and _main(digest.narrative_language) == _main(editorial.language):
        yield _narrative(digest), 1
    for quotation in digest.quotations:
        same = _main(quotation.language) == _main(editorial.language)
        if same and not quotation.in_review and not quotation.withdrawn:
            yield " ".join(quotation.parts), 1


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
        (start, -len(name)) for name in names if name in text for start in _places(text, name)
    )
    pieces: list[str] = []
    done = 0
    for start, length in found:
        if start >= done:
            pieces += [text[done:start], " . "]
            done = start - length
    return "".join([*pieces, text[done:]])


def _places(text: str, name: str) -> Iterator[int]:
    """Yield where `name` stands as whole words."""
    start = text.find(name)
    while start != -1:
        end = start + len(name)
        if not (_in_word(text[start - 1 : start]) or _in_word(text[end : end + 1])):
            yield start
        start = text.find(name, start + 1)


def _in_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


def _runs(text: str) -> list[list[str]]:
    """Return the words of each stretch of `text` that no stop or quotation mark parts."""
    return [found for run in _SENTENCE.split(text) if (found := words(run))]


def _stem_of(form: str, language: str) -> str:
    """Return the stem of a word, or of the two words of a name."""
    if " " not in form:
        return _stem(form, language)
    return " ".join(_stem(word, language) for word in form.split(" "))


@lru_cache(maxsize=65536)  # the same words come in every digest
def _stem(word: str, language: str) -> str:
    """Return the stem of a telling word; empty for figures, short and function words."""
    spoken = language_of(language)
    cased = word.lower() != word.upper()
    if not word[0].isalpha() or (cased and len(word) < _SHORTEST):
        return ""
    counting = spoken.kind_of_words("number_words") | spoken.kind_of_words("negations")
    if facts.says_little(word, spoken) or any(w in counting for w in word.casefold().split("-")):
        return ""
    return next(iter(terms([word], function_words=spoken.function_words)), "")


def _names(runs: Iterable[Sequence[str]], language: str) -> frozenset[tuple[str, str]]:
    """Return the pairs of stems of capitalised words that are one name."""
    runs = tuple(runs)
    together: Counter[tuple[str, str]] = Counter(
        (_stem(one, language), _stem(other, language))
        for run in runs
        for one, other in pairwise(run)
        if one[0].isupper() and other[0].isupper()
    )
    likely = {pair: n for pair, n in together.items() if n > 1 and all(pair)}
    if not likely:
        return frozenset()
    alone: Counter[str] = Counter()
    for form, uses in Counter(chain.from_iterable(runs)).items():
        alone[_stem(form, language)] += uses
    return frozenset(
        pair
        for pair, count in likely.items()
        if count >= _ALWAYS * min(alone[stem] for stem in pair)
    )


def _joined(run: Sequence[str], names: frozenset[tuple[str, str]], language: str) -> list[str]:
    """Return the words of `run`, the two words of a name as one with a space in it."""
    found: list[str] = []
    place = 0
    while place < len(run):
        pair = run[place : place + 2]
        if len(pair) > 1 and (_stem(pair[0], language), _stem(pair[1], language)) in names:
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
