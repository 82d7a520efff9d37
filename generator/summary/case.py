"""A sentence before the checks, with the passages it cites, cut up as the checks need them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.languages import Language
from generator.summary import facts
from generator.summary.question import Passage
from generator.summary.terms import terms, words
from generator.text.matching import normalised

_CLAUSE = re.compile(r"[.!?؟。…,،;:—–]+\s")


@dataclass(frozen=True, kw_only=True, slots=True)
class Case:
    """A sentence before the checks, with all that they look at."""

    text: str
    cited: tuple[Passage, ...]
    others: tuple[Passage, ...]
    """Passages it does not cite."""
    language: Language
    tag: str

    @property
    def evidence(self) -> str:
        """The cited passages, with who said them where."""
        return "\n".join(
            part
            for p in self.cited
            for part in (p.text, p.outlet, p.speaker, p.role, p.headline)
            if part
        )

    @property
    def text_clauses(self) -> tuple[str, ...]:
        """The clauses of the sentence."""
        return clauses(self.text, self.language)

    @property
    def cited_clauses(self) -> tuple[str, ...]:
        """The clauses of the cited passages."""
        return tuple(c for p in self.cited for c in clauses(p.text, self.language))

    def content(self, *texts: str) -> set[str]:
        """Return the stems of the telling words of `texts`."""
        return {
            stem
            for text in texts
            for stem in terms(words(text), function_words=self.language.function_words)
        }

    def own_content(self) -> set[str]:
        """Return what the sentence says beyond who said it."""
        return self.content(self.text) - self.content(
            *(part for p in self.cited for part in (p.outlet, p.speaker, p.role))
        )


def parts(text: str) -> tuple[str, ...]:
    """Return what stands between marks."""
    return tuple(part for part in _CLAUSE.split(text) if part.strip())


def clauses(text: str, language: Language) -> tuple[str, ...]:
    """Return what stands between marks, and between words as "and", "while", "because"."""
    joints = language.kind_of_words("coordinators") | language.kind_of_words("subordinators")
    found: list[str] = []
    for part in parts(normalised(text)):
        begun = 0
        for match in facts.LETTERS.finditer(part):
            if match[0].casefold() in joints:
                found.append(part[begun : match.start()])
                begun = match.start()
        found.append(part[begun:])
    return tuple(clause for clause in found if clause.strip())


def small_words(text: str) -> tuple[str, ...]:
    """Return the words of `text`, lower case."""
    return tuple(word.casefold() for word in facts.letters(text))
