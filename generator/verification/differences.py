"""Show an editor, word by word, how a quotation differs from the nearest passage."""

from __future__ import annotations

from typing import Literal

from rapidfuzz.distance import Indel

from generator.text.matching import normalised

Difference = tuple[Literal["same", "missing", "added"], str]


def word_diff(words: str, nearest: str) -> tuple[Difference, ...]:
    """Return the words both share, those of `nearest` that are missing, and those added."""
    mine, theirs = words.split(), nearest.split()
    steps: list[Difference] = []
    for step in Indel.opcodes([normalised(w) for w in theirs], [normalised(w) for w in mine]):
        passage = " ".join(theirs[step.src_start : step.src_end])
        if step.tag == "equal":
            steps.append(("same", passage))
        elif step.tag == "delete":
            steps.append(("missing", passage))
        else:
            steps.append(("added", " ".join(mine[step.dest_start : step.dest_end])))
    return tuple(steps)
