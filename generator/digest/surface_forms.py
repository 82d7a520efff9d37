"""Counts the telling terms of a digest, and keeps the form in which readers meet each most.

Forms of one word count together by their stem (`summary/terms.py`); a name of two words, one of
which hardly ever stands without the other, as "Null Rock", is one term.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from generator.languages import language as language_of
from generator.model import Digest
from generator.summary import facts
from generator.summary.terms import terms, words

_HEAD = 3
"""As often counts a word of title, standfirst, tags or place: they say what it is about."""
_SHORTEST = 3
"""Letters of a term in an alphabet; what is shorter is an ending or an initial."""
_ALWAYS = 0.75
"""Share of its occurrences in which a capitalised word stands beside the same other one, from which
the two are one name."""
_SENTENCE = re.compile(r"(?<=[.!?…؟।。])\s+|\n+|[“”„«»\"]")
_Token = tuple[str, str]
"""A word as written, and its stem; an empty stem for a word that tells nothing."""


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
        (_tokens(run, language), times)
        for text, times in _texts(digest)
        for run in _SENTENCE.split(outlets.sub(" . ", text) if outlets else text)
    ]
    names = _names(runs)
    # Chosen by the editor, so it counts for likeness; but no word that readers meet.
    counts = Counter({f"topic {digest.topic.slug}": _HEAD} if digest.topic else {})
    said: Counter[str] = Counter()
    forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for tokens, times in runs:
        for place, (form, stem) in enumerate(_joined(tokens, names)):
            if stem:
                counts[stem] += times
                said[stem] += 1
                # The first word of a sentence is capitalised for that alone: it tells no form.
                forms[stem][form] += times * _FORM_COUNTS if place else 1
    return Counted(
        counts=counts, said=said, forms={stem: _readable(found) for stem, found in forms.items()}
    )


_FORM_COUNTS = 100
"""Times that a form inside a sentence outweighs one at its beginning."""


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


def _outlet_names(digest: Digest) -> re.Pattern[str] | None:
    """Return what finds the outlets' names: the round-up lists them already."""
    names = {roundup.outlet.name for roundup in digest.roundups}
    names |= {name.removeprefix("The ") for name in names}
    ordered = sorted(names, key=lambda name: (-len(name), name))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, ordered))})(?!\w)") if ordered else None


def _tokens(run: str, language: str) -> tuple[_Token, ...]:
    return tuple((word, _stem(word, language)) for word in words(run))


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


def _names(runs: Sequence[tuple[Sequence[_Token], int]]) -> frozenset[tuple[str, str]]:
    """Return the pairs of capitalised words that are one name."""
    alone: Counter[str] = Counter(stem for tokens, _ in runs for _, stem in tokens if stem)
    together: Counter[tuple[str, str]] = Counter(
        (one[1], other[1])
        for tokens, _ in runs
        for one, other in pairwise(tokens)
        if one[1] and other[1] and one[0][0].isupper() and other[0][0].isupper()
    )
    return frozenset(
        pair
        for pair, count in together.items()
        if count > 1 and count >= _ALWAYS * min(alone[stem] for stem in pair)
    )


def _joined(tokens: Sequence[_Token], names: frozenset[tuple[str, str]]) -> Iterator[_Token]:
    """Yield `tokens`, the two words of a name as one."""
    place = 0
    while place < len(tokens):
        (form, stem), after = tokens[place], tokens[place + 1 : place + 2]
        if after and (stem, after[0][1]) in names:
            yield f"{form} {after[0][0]}", f"{stem} {after[0][1]}"
            place += 1
        else:
            yield form, stem
        place += 1


def _readable(forms: Mapping[str, int]) -> str:
    """Return the commonest form; of equals the shortest, then the first by the alphabet.

    A word that also stands in small letters is no name.
    """
    small = {form for form in forms if form[0].islower()}
    likely = {form: n for form, n in forms.items() if form.lower() not in small or form in small}
    return min(likely, key=lambda form: (-likely[form], len(form), form))


def _main(tag: str) -> str:
    return tag.split("-", maxsplit=1)[0].casefold()
