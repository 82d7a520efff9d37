"""Decides which findings the editor has silenced, and which silences silence nothing (N005).

A silence reads `neutral: N002 the reason`: codes, then a reason, for silence without one would
hide what the next editor must decide again. It stands in a comment of digest.yaml or of a Markdown
review, on the line it means or alone on the line above; or in the list `neutral` of digest.yaml,
which names the words instead, since a plain text has no comments.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from functools import lru_cache

from generator.model import Silence
from generator.neutrality.finding import CODES, SILENCE
from generator.neutrality.passages import Placed
from generator.problems import Problem
from generator.text.comments import Comment
from generator.text.matching import normalised

_SILENCE = re.compile(
    r"\s*neutral:\s*(?P<codes>(?:[A-Z]\d{3}(?:\s*,\s*|\s+|\Z))*)(?P<reason>.*)", re.DOTALL
)
MEND = "Write it as `neutral: N002 why the word is right here`."
_CODE = re.compile(r"[A-Z]\d{3}")


def silences_in(comments: Sequence[Comment]) -> tuple[Silence, ...]:
    """Return the silences among the comments of a file, in order.

    A comment alone on its line means the next line that is no such comment.
    """
    lone = {comment.line: comment.next_line for comment in comments if comment.alone}
    found = []
    for comment in comments:
        match = _SILENCE.match(comment.text)
        if match is None:
            continue
        covers = comment.line
        while covers in lone:
            covers = lone[covers]
        found.append(
            Silence(
                line=comment.line,
                covers=covers,
                codes=tuple(_CODE.findall(match["codes"])),
                reason=" ".join(match["reason"].split()),
            )
        )
    return tuple(found)


def unsilenced(
    placed: Sequence[Placed], silences: Sequence[tuple[str, Silence]], *, off: Container[str]
) -> Iterator[Problem]:
    """Yield the problems of findings that no silence covers, and of silences that cover none.

    `silences` have the file they stand in; codes in `off` are not looked for, so nobody can tell
    whether their silences are still needed.
    """
    sound = [(number, *one) for number, one in enumerate(silences) if not fault_of(one[1])]
    by_line: dict[tuple[str, int], list[int]] = {}
    for number, file, silence in sound:
        if not silence.words:
            by_line.setdefault((file, silence.covers), []).append(number)
    by_words = [(number, silence) for number, _, silence in sound if silence.words]
    used: set[tuple[int, str]] = set()
    for one in placed:
        code = one.finding.code
        lines = {*range(one.problem.line, one.last_line + 1), one.key_line}
        near = [n for line in lines for n in by_line.get((one.problem.file, line), ())]
        near += [number for number, silence in by_words if _means(silence, one)]
        hits = {(number, code) for number in near if code in silences[number][1].codes}
        used |= hits
        if not hits:
            yield one.problem
    yield from _needless(silences, used, off=off)


def _needless(
    silences: Sequence[tuple[str, Silence]],
    used: Container[tuple[int, str]],
    *,
    off: Container[str],
) -> Iterator[Problem]:
    for number, (file, silence) in enumerate(silences):
        if fault := fault_of(silence):
            yield _problem(file, silence, fault, MEND)
            continue
        for code in silence.codes:
            if code not in off and (number, code) not in used:
                what = f"nothing here has to be silenced for {code}"
                yield _problem(file, silence, what, "Delete it.")


def fault_of(silence: Silence) -> str:
    """Return what is wrong with a silence by itself; empty if nothing is."""
    if not silence.codes:
        return "the remark `neutral:` names no code"
    if unknown := [code for code in silence.codes if code not in CODES]:
        return f"{unknown[0]} is no code that a line can silence ({', '.join(CODES)})"
    codes = ", ".join(silence.codes)
    return "" if silence.reason else f"the remark `neutral: {codes}` has no reason"


def _means(silence: Silence, placed: Placed) -> bool:
    """Tell whether the words of a silence hold those found, and stand in their sentence."""
    words = _folded(silence.words)
    return _folded(placed.words) in words and words in _folded(placed.sentence)


@lru_cache(maxsize=1024)
def _folded(words: str) -> str:
    return normalised(words).casefold()


def _problem(file: str, silence: Silence, what: str, mend: str) -> Problem:
    return Problem(
        file=file, line=silence.line, code=SILENCE, what=what, mend=mend, severity="warning"
    )
