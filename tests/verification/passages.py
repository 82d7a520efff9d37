"""Passages of the demonstration articles, chosen by a seed: what the corpus alters."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generator.load import load_site
from generator.outlets import builtin_registry
from generator.reading import read

CONTENT = Path(__file__).resolve().parents[2] / "content"

FEWEST, MOST = 9, 20
"""Words of a passage: enough to alter one and be sure that the rest is found nowhere else."""

MARKS = "\"'“”‘’„‚«»‹›`´"
_LEFT_OUT = re.compile(rf"[{MARKS}\[\]()…*_—–]|\.\.")


@dataclass(frozen=True, kw_only=True, slots=True)
class Source:
    """The visible text of a stored article."""

    digest: str
    id: str
    language: str
    text: str
    sentences: tuple[str, ...]

    @property
    def key(self) -> str:
        """What it is called among all articles of the site."""
        return f"{self.digest}/{self.id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Passage:
    """Words of one sentence, as they stand, without marks, brackets and dots."""

    source: Source
    words: str
    sentence: int
    """Place of its sentence among those of the source."""

    @property
    def tokens(self) -> list[str]:
        """The words, with the punctuation they bear."""
        return self.words.split()


@cache
def sources() -> tuple[Source, ...]:
    """Return every stored article of the demonstration site."""
    site = load_site(CONTENT, registry=builtin_registry())
    found = []
    for digest in site.digests:
        for article in digest.articles:
            reading = read(
                article.text, body=article.body, markup=article.markup, language=article.language
            )
            found.append(
                Source(
                    digest=digest.slug,
                    id=article.id,
                    language=article.language,
                    text=reading.text,
                    sentences=tuple(span.of(reading.text) for span in reading.sentences),
                )
            )
    return tuple(found)


def passages(rng: random.Random) -> Iterator[Passage]:
    """Yield passages without end: one language after the other, so that rare ones count too."""
    by_language: dict[str, list[Passage]] = {}
    for source in sources():
        for place, sentence in enumerate(source.sentences):
            for words in _runs(sentence, rng):
                passage = Passage(source=source, words=words, sentence=place)
                by_language.setdefault(source.language, []).append(passage)
    while True:
        for _, several in sorted(by_language.items()):
            yield rng.choice(several)


def _runs(sentence: str, rng: random.Random) -> Iterator[str]:
    """Yield runs of a sentence's words between marks, brackets and dots: the whole, and a part."""
    for run in _LEFT_OUT.split(sentence):
        words = run.split(" ")[1:-1] if run.strip() != sentence.strip() else run.split(" ")
        whole = " ".join(words).strip()
        count = len(words)
        if count >= FEWEST and count <= MOST and "\n" not in whole:
            yield whole
        if count > FEWEST + 1:
            size = rng.randint(FEWEST, min(MOST, count - 1))
            start = rng.randint(0, count - size)
            part = " ".join(words[start : start + size]).strip()
            if "\n" not in part and len(part.split()) == size:
                yield part


def folded(text: str) -> str:
    """Return `text` as the corpus compares it, by other means than the engine's.

    Marks are one mark, any gap is a space, signs without width are gone, letters are composed.
    """
    shown = "".join(sign for sign in text if unicodedata.category(sign) != "Cf")
    composed = unicodedata.normalize("NFKC", shown.replace("\u0640", ""))
    return " ".join(re.sub(f"[{MARKS}]", "'", composed).split())


@cache
def _folded_sources() -> tuple[str, ...]:
    return tuple(folded(source.text) for source in sources())


def stands_somewhere(words: str) -> bool:
    """Whether the words stand in any article as they are, be it inside longer words."""
    sought = folded(words).strip("' ").rstrip(".,،")
    return any(sought in text for text in _folded_sources())


def stands_once(words: str, source: Source) -> bool:
    """Whether the words stand in the text of `source` in one place only."""
    return folded(source.text).count(folded(words)) == 1


def holders(words: str) -> list[Source]:
    """Return the articles that hold the words as they are."""
    sought = folded(words)
    found = zip(sources(), _folded_sources(), strict=True)
    return [source for source, text in found if sought in text]
