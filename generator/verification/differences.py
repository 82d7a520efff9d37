"""Show an editor, word by word, how a quotation differs from the nearest passage.

In one line, in the notation of GNU wdiff: `[-what is missing-]`, `{+what was added+}`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from rapidfuzz.distance import Indel

from generator.model import Span
from generator.text.matching import normalised
from generator.text.word_edges import is_unspaced

Difference = tuple[Literal["same", "missing", "added"], str]

CONTEXT = 3
"""Words shown on either side of a difference."""
LEAST_SHARED = 1 / 3
"""Of the quotation's words: a passage that has fewer of them is near by chance."""
LONGEST = 12
"""Words of one missing or added stretch that are shown; of more the ends."""

_AROUND = "“”„«»\"'‘’ .,،"
"""Signs at the ends of a line that would only confuse the marks and the stop around it."""
_STOPS = ".,،"
_DOTS = re.compile(r"[\[(]?(?:…|\.{3,4})[\])]?")


def word_diff(words: str, nearest: str) -> tuple[Difference, ...]:
    """Return the words both share, those of `nearest` that are missing, and those added.

    Quotation marks at a word's edge, and one stop at the end, make no difference. A script that
    puts no space between words is compared sign by sign.
    """
    mine, theirs = _tokens(words), _tokens(nearest)
    steps: list[Difference] = []
    last = mine[-1] if mine else ""
    for step in Indel.opcodes(_keys(theirs, last=last), _keys(mine, last=last)):
        passage = "".join(theirs[step.src_start : step.src_end]).strip()
        if step.tag == "equal":
            steps.append(("same", passage))
        elif step.tag == "delete":
            steps.append(("missing", passage))
        else:
            steps.append(("added", "".join(mine[step.dest_start : step.dest_end]).strip()))
    return tuple(steps)


def places(text: str) -> list[Span]:
    """Return where each word of `text`, or sign of a script without spaces, stands."""
    found: list[Span] = []
    for match in re.finditer(r"\S+", text):
        here = match.start()
        for token in _tokens(match[0]):
            found.append(Span(here, here + len(token.strip())))
            here = found[-1].end
    return found


def edges(words: str, passage: str) -> tuple[int, int]:
    """Return how many words of `passage` before and after what is like `words` are of no interest.

    Missing words beside added ones may have been replaced: as many of them as were added stay.
    """
    steps = _missing_first(word_diff(words, passage))
    if all(kind != "same" for kind, _ in steps):
        return 0, 0
    return _free(steps), _free(steps[::-1])


def _free(steps: list[Difference]) -> int:
    """Return the number of missing words that `steps` begin with, less those that were replaced."""
    counts = {"missing": 0, "added": 0}
    for kind, text in steps:
        if kind == "same":
            break
        counts[kind] += len(_tokens(text))
    return max(0, counts["missing"] - counts["added"])


def in_one_line(words: str, nearest: str) -> str:
    """Return the differences of `words` from `nearest`, with a few words around each.

    What `nearest` has before and after the words is left out, and so is what the quoter's own
    dots stand for: both are no fault. Empty where the two share too little to be of help.
    """
    steps = list(_without_dots(_missing_first(word_diff(words, nearest))))
    shared = sum(len(text.split()) for kind, text in steps if kind == "same")
    if not shared or shared < LEAST_SHARED * len(words.split()):
        return ""
    steps = _within(steps)
    shown = [
        _shown(kind, text, at_start=not place, at_end=place == len(steps) - 1)
        for place, (kind, text) in enumerate(steps)
    ]
    return " ".join(shown).strip(_AROUND)


def _within(steps: list[Difference]) -> list[Difference]:
    """Return the steps without what is missing before and after the words.

    Of what is missing where others were added as many words are kept: they were replaced.
    """
    if steps[-1][0] == "missing":
        steps = steps[:-1]
    if steps[0][0] == "missing":
        count = len(steps[1][1].split()) if steps[1][0] == "added" else 0
        kept = steps[0][1].split()[-count:] if count else []
        replaced: list[Difference] = [("missing", " ".join(kept))] if kept else []
        steps = [*replaced, *steps[1:]]
    if [kind for kind, _ in steps[-2:]] == ["missing", "added"]:
        kept = steps[-2][1].split()[: len(steps[-1][1].split())]
        steps = [*steps[:-2], ("missing", " ".join(kept)), steps[-1]]
    return steps


def _tokens(text: str) -> list[str]:
    """Part `text` into words, each with one space before it where there was any."""
    tokens: list[str] = []
    for word in text.split():
        start = len(tokens)
        run = ""
        for sign in word:
            if is_unspaced(sign):
                tokens += [run, sign] if run else [sign]
                run = ""
            else:
                run += sign
        tokens += [run] if run else []
        tokens[start] = f" {tokens[start]}"
    return tokens


def _keys(tokens: list[str], *, last: str) -> list[str]:
    """Return the words as they are compared; a stop after the quotation's `last` is free."""
    bare = _key(last).rstrip(_STOPS)
    keys = map(_key, tokens)
    return [bare if key.rstrip(_STOPS) == bare else key for key in keys]


def _key(token: str) -> str:
    return normalised(token).strip("\"' ") or token


def _missing_first(steps: tuple[Difference, ...]) -> list[Difference]:
    """Put what is missing before what was added in its place."""
    ordered = list(steps)
    for place in range(1, len(ordered)):
        if (ordered[place - 1][0], ordered[place][0]) == ("added", "missing"):
            ordered[place - 1 : place + 1] = ordered[place], ordered[place - 1]
    return ordered


def _without_dots(steps: Iterable[Difference]) -> Iterator[Difference]:
    """Yield the steps, a stretch that the quoter's dots stand for as these dots."""
    held: Difference | None = None
    for step in steps:
        kind, text = step
        if held and {held[0], kind} == {"missing", "added"}:
            dots = text if kind == "added" else held[1]
            if _DOTS.fullmatch(dots):
                yield "same", dots
                held = None
                continue
        if held:
            yield held
        held = step
    if held:
        yield held


def _shown(kind: str, text: str, *, at_start: bool, at_end: bool) -> str:
    if kind == "missing":
        return f"[-{_shortened(text, LONGEST // 2, LONGEST // 2)}-]"
    if kind == "added":
        return f"{{+{_shortened(text, LONGEST // 2, LONGEST // 2)}+}}"
    if at_start and at_end:
        return _shortened(text, CONTEXT, CONTEXT)
    return _shortened(text, 0 if at_start else CONTEXT, 0 if at_end else CONTEXT)


def _shortened(text: str, first: int, last: int) -> str:
    """Return the `first` and the `last` words of `text`, with dots for what is between them."""
    words = text.split(" ")
    if len(words) <= first + last + 1:
        return text
    return " ".join([*words[:first], "…", *words[len(words) - last :]])
