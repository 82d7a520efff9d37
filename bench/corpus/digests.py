"""Made digests: what an editor would have written, from a seed and a number."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from dataclasses import dataclass

from bench.corpus.prose import MadePassage, capital, clause, narration, passage
from bench.corpus.vocabulary import MadeOutlet, MadePerson, MadeTopic, Vocabulary

NARRATED_OUTLETS = 12
SPEAKERS = 5
"""Passages of a narrated digest that are somebody's words to the outlet."""
STORED_EVERY = 10
"""Every so many digests have stored articles, and no review."""
STORED_ARTICLES = 2
PINNED = 3
"""Quotations that the editor takes from each stored article."""
NEWEST = dt.datetime(2024, 12, 31, 18, tzinfo=dt.UTC)
"""The moment of the first digest: past on every machine, for some generators hide the future."""
STEP = dt.timedelta(hours=8)
"""Between two digests, so that ten thousand fill nine years."""


@dataclass(frozen=True, kw_only=True, slots=True)
class MadeArticle:
    """A stored article and what is quoted of it."""

    id: str
    outlet: MadeOutlet
    headline: str
    text: str
    passages: tuple[MadePassage, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class MadeDigest:
    """One digest; either `paragraphs` or `articles` is empty."""

    slug: str
    title: str
    standfirst: str
    date: dt.datetime
    topic: MadeTopic
    paragraphs: tuple[str, ...]
    """Of the narrated review."""
    articles: tuple[MadeArticle, ...]
    passages: tuple[MadePassage, ...]
    """In the order of the text."""


def digests(count: int, words: Vocabulary, *, seed: int, narrated: bool) -> Iterator[MadeDigest]:
    """Yield digests, the newest first; number k is the same whatever the count.

    With `narrated`, none has stored articles.
    """
    for number in range(1, count + 1):
        rng = random.Random(f"digest {seed} {number}")
        stored = not narrated and number % STORED_EVERY == 0
        yield _digest(number, rng, words, stored=stored)


def _digest(number: int, rng: random.Random, words: Vocabulary, *, stored: bool) -> MadeDigest:
    outlets = rng.sample(words.outlets, k=STORED_ARTICLES if stored else NARRATED_OUTLETS)
    articles = tuple(_article(rng, words, outlet) for outlet in outlets) if stored else ()
    passages = tuple(p for a in articles for p in a.passages) or _passages(rng, words, outlets)
    first, second = rng.sample(words.things, k=2)
    opening = narration(rng, words, sentences=5)
    return MadeDigest(
        slug=f"{first}-and-{second}-{number:06}",
        title=f"The {first}, the {second} and {rng.choice(words.places)}: no. {number}",
        standfirst=f"{capital(clause(rng, words))}.",
        date=NEWEST - number * STEP,
        topic=rng.choice(words.topics),
        paragraphs=() if stored else (opening, *_paragraphs(rng, words, passages)),
        articles=articles,
        passages=passages,
    )


def _passages(
    rng: random.Random, words: Vocabulary, outlets: list[MadeOutlet]
) -> tuple[MadePassage, ...]:
    """Return one passage an outlet, some of them spoken."""
    people = rng.sample(words.people, k=SPEAKERS)
    speakers: list[MadePerson | None] = [*people, *[None] * (len(outlets) - len(people))]
    rng.shuffle(speakers)
    return tuple(passage(rng, words, o, p) for o, p in zip(outlets, speakers, strict=True))


def _paragraphs(
    rng: random.Random, words: Vocabulary, passages: tuple[MadePassage, ...]
) -> Iterator[str]:
    for one in passages:
        before = narration(rng, words, sentences=2)
        yield f"{before} {one.sentence} {narration(rng, words, sentences=2)}"


def _article(rng: random.Random, words: Vocabulary, outlet: MadeOutlet) -> MadeArticle:
    passages, paragraphs = [], []
    for person in rng.sample(words.people, k=PINNED):
        said = capital(clause(rng, words))
        sentence = f"“{said},” {person.name} said."
        passages.append(
            MadePassage(outlet=outlet, person=person, kind="direct", words=said, sentence=sentence)
        )
        before, after = (narration(rng, words, sentences=5) for _ in range(2))
        paragraphs.append(f"{before} {sentence} {after}")
    return MadeArticle(
        id=outlet.slug,
        outlet=outlet,
        headline=capital(clause(rng, words)),
        text="\n\n".join(paragraphs),
        passages=tuple(passages),
    )
