"""Decides how one outlet cut an utterance: word by word against the fullest version.

The steps lead from the fullest version to the other one by the fewest words left out and added
(the longest common subsequence; Myers: An O(ND) difference algorithm and its variations,
Algorithmica 1986). What is printed are slices of both as published.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import Indel

from generator.digest.sayings import Word, words_of
from generator.model import Quotation, Utterance

StepKind = Literal["kept", "left-out", "added"]


@dataclass(frozen=True, kw_only=True, slots=True)
class CutStep:
    """A stretch of the comparison."""

    kind: StepKind
    text: str
    """As published: of the fullest version where it is left out, else of the one compared."""
    spaced: bool
    """Whether white space follows."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Version:
    """One way of giving an utterance, and who gave it so."""

    quotations: tuple[Quotation, ...]
    """With the same words, whatever their marks and capitals; at least one."""
    steps: tuple[CutStep, ...]
    kept: int
    """Words of the fullest version that stand here."""
    left_out: int
    added: int


def versions_of(utterance: Utterance) -> tuple[Version, ...]:
    """Return the fullest version, then each other one with how it differs, in round-up order."""
    alike: dict[tuple[str, ...], list[Quotation]] = {}
    words: dict[tuple[str, ...], tuple[Word, ...]] = {}
    for quotation in utterance.quotations:
        said = words_of(quotation)
        form = tuple(word.form for word in said)
        alike.setdefault(form, []).append(quotation)
        words.setdefault(form, said)
    fullest = next(iter(words.values()))
    return tuple(
        _version(tuple(quotations), fullest, words[form]) for form, quotations in alike.items()
    )


def _version(
    quotations: tuple[Quotation, ...], fullest: Sequence[Word], said: Sequence[Word]
) -> Version:
    steps: list[CutStep] = []
    counts = {"equal": 0, "delete": 0, "insert": 0}
    for step in Indel.opcodes([word.form for word in fullest], [word.form for word in said]):
        left_out = step.tag == "delete"
        some = (
            fullest[step.src_start : step.src_end]
            if left_out
            else said[step.dest_start : step.dest_end]
        )
        kind: StepKind = "left-out" if left_out else "added" if step.tag == "insert" else "kept"
        counts[step.tag] += len(some)
        steps.append(CutStep(kind=kind, text=_printed(some), spaced=some[-1].spaced))
    return Version(
        quotations=quotations,
        steps=tuple(_left_out_first(steps)),
        kept=counts["equal"],
        left_out=counts["delete"],
        added=counts["insert"],
    )


def _left_out_first(steps: Sequence[CutStep]) -> Sequence[CutStep]:
    """Return the steps with each changed word after the word whose place it takes."""
    ordered: list[CutStep] = []
    for step in steps:
        swapped = step.kind == "left-out" and ordered and ordered[-1].kind == "added"
        ordered.insert(len(ordered) - 1 if swapped else len(ordered), step)
    return ordered


def _printed(words: Sequence[Word]) -> str:
    """Return words as they are published, one after the other."""
    return "".join(word.text + (" " if word.spaced else "") for word in words).rstrip()
