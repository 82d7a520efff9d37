"""Decide which words of a text stand inside quotation marks, and whose they may be.

Marks are read without a language: every pair in use anywhere counts. Only the outermost pair
matters. News reopens the marks at each paragraph of a long quotation without having closed them.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache, lru_cache
from itertools import pairwise

from generator.languages import language
from generator.model import Span
from generator.text.blocks import EDGE, VOICES
from generator.text.word_edges import is_unspaced
from generator.verification.clauses import goes_on_over_paragraphs, one_speaker, says

_BREAK = re.compile(rf"[.!?…؟。](?=\s)|[\n{EDGE}{VOICES}]")
_LINE_ENDS = ("\n", EDGE, VOICES)
_DIALOGUE = re.compile(rf"(?:^|[\n{EDGE}{VOICES}])[ \t]*[—–](?=\s)")
_NAME = r"[^\W\d_][\w.'’-]*"
_LABEL = re.compile(
    rf"(?:^|[\n{EDGE}{VOICES}])[^\S\n]*(?P<label>{_NAME}(?:[ \t]{_NAME}){{0,3}})[ \t]?[:：](?=\s)"
)
"""What a transcript writes before a turn: `Q:`, `Ada Kest:`."""
_WIDEST_SPACE = 8
_SIDES = 2
"""Stretches that a cut may join."""
_PARAGRAPH_END = re.compile(rf"\n\s*\n|[{EDGE}{VOICES}]")
_REOPENING = re.compile(r"[^\s\"'”’»›]\s*\n\s*[\"'“„«‘‚»”「『]|\.\s*\n\s*``")
_INVISIBLE = "\u200b"
_TITLE_WORDS = 3
"""So few words in marks, with no stop or comma at their end, are a title or a scare quote."""


@lru_cache(maxsize=2048)
def quoted_fragments(text: str) -> tuple[Span, ...]:
    """Return the words of `text` inside quotation marks, the marks themselves left out.

    An unclosed mark holds to the end of its line, unless an apostrophe may be meant.
    """
    fragments: list[Span] = []
    begin, opener, depth = -1, "", 0
    for match in _signs().finditer(text):
        mark, here = match[0], match.start()
        if opener and mark in _LINE_ENDS:
            if mark != "\n" or not _goes_on(text, match.end()):
                begin, opener = _ended(fragments, text, Span(begin, here), opener)
        elif not opener:
            if _may_open(text, match):
                begin, opener, depth = match.end(), mark, 1
        elif mark in _closers()[opener] and _may_close(text, match):
            depth -= 1
            if not depth:
                fragments.append(Span(begin, here))
                opener = ""
        elif _nests(opener, mark) and _may_open(text, match):
            depth += 1
    if opener:
        _ended(fragments, text, Span(begin, len(text)), opener)
    return tuple(_trimmed(text, span) for span in fragments if span.of(text).strip())


def _ended(fragments: list[Span], text: str, span: Span, opener: str) -> tuple[int, str]:
    """Close an unclosed quotation at the end of its line; return the state of being outside."""
    if opener not in "'‘’`‚‹›":
        fragments.append(Span(span.start, span.start + len(span.of(text).rstrip())))
    return -1, ""


def _trimmed(text: str, span: Span) -> Span:
    words = span.of(text)
    return Span(span.end - len(words.lstrip()), span.start + len(words.rstrip()))


def _nests(opener: str, mark: str) -> bool:
    """Tell whether `mark` opens a pair that would close like the open one."""
    inner = _closers().get(mark, frozenset())
    return mark not in inner and bool(inner & _closers()[opener])


def _goes_on(text: str, index: int) -> bool:
    """Tell whether the next line merely continues a paragraph that is wrapped by hand."""
    following = text[index : index + 1]
    return bool(following) and not following.isspace() and following not in _closers()


def _may_open(text: str, match: re.Match[str]) -> bool:
    if match[0] not in _closers():
        return False
    before, after = (
        text[max(0, match.start() - 1) : match.start()],
        text[match.end() : match.end() + 1],
    )
    # French sets a space inside its marks.
    begins = not before.isalnum() or (is_unspaced(before) and match[0] not in "'’")
    return begins and bool(after) and (match[0] == "«" or not after.isspace())


def _may_close(text: str, match: re.Match[str]) -> bool:
    before, after = (
        text[max(0, match.start() - 1) : match.start()],
        text[match.end() : match.end() + 1],
    )
    if match[0] in "'’":
        return not before.isspace() and not after.isalnum()
    # A mark that may also open one (“ closes „) opens where a word begins.
    return match[0] not in _closers() or not before.isspace() or not after.isalnum()


@cache
def _closers() -> dict[str, frozenset[str]]:
    """Return the closing marks of each opening mark."""
    pairs = language("und").marks
    return {first: frozenset(b for a, b in pairs if a == first) for first, _ in pairs}


@cache
def _signs() -> re.Pattern[str]:
    marks = sorted({mark for pair in language("und").marks for mark in pair}, key=len, reverse=True)
    return re.compile("|".join((*map(re.escape, marks), *_LINE_ENDS)))


@lru_cache(maxsize=128)
def without_reopening_marks(text: str) -> str:
    """Return `text` with the marks that only reopen a quotation at a paragraph made invisible.

    The text keeps its length. Who quotes on over the paragraph's end does without such a mark.
    """
    pieces: list[str] = []
    done = 0
    for earlier, later in pairwise(quoted_fragments(text) if _REOPENING.search(text) else ()):
        between = Span(earlier.end, later.start).of(text)
        mark = between.strip()
        if "\n" in between and mark in _closers():
            start = text.rindex(mark, earlier.end, later.start)
            pieces += [text[done:start], _INVISIBLE * len(mark)]
            done = start + len(mark)
    return "".join([*pieces, text[done:]])


def crosses_speakers(text: str, gap: Span) -> bool:
    """Tell whether leaving out `gap` may join the words of two speakers.

    Marks do not say whose words they hold: `clauses.py` reads what stands between them. A line
    that begins with a dash, as a dialogue's lines do, may be anybody's; and what a block quotation
    holds is not of who quotes it.
    """
    left_out = gap.of(text)
    if VOICES in left_out or _DIALOGUE.search(left_out) or _changes_turn(left_out):
        return True
    gap = _with_space_around(text, gap)
    stretches = quoted_fragments(text)
    first = bisect_left(stretches, gap.start, key=lambda stretch: stretch.end)
    last = bisect_right(stretches, gap.end, key=lambda stretch: stretch.start)
    touched = stretches[first:last]
    if not touched or (touched[0].start <= gap.start and gap.end <= touched[0].end):
        return False
    begins, ends = touched[0].start <= gap.start, gap.end <= touched[-1].end
    if begins and ends and len(touched) == _SIDES:
        return not _same_speaker(text, stretches, first)
    inside = [s for s in touched if not _is_title(text, s)]
    return bool(inside) or (begins and ends)


def _changes_turn(left_out: str) -> bool:
    """Tell whether a line begins with a name and a colon, as a transcript's turns do."""
    return any(
        all(not word[0].islower() for word in match["label"].split()) and not says(match["label"])
        for match in _LABEL.finditer(left_out)
    )


def _with_space_around(text: str, gap: Span) -> Span:
    """Return `gap` from where the kept words end: French sets a space inside its marks."""
    before = text[max(0, gap.start - _WIDEST_SPACE) : gap.start]
    after = text[gap.end : gap.end + _WIDEST_SPACE]
    return Span(
        gap.start - len(before) + len(before.rstrip()),
        gap.end + len(after) - len(after.lstrip()),
    )


def _is_title(text: str, stretch: Span) -> bool:
    words = stretch.of(text)
    return len(words.split()) <= _TITLE_WORDS and words.rstrip()[-1] not in ".,!?…"


def _same_speaker(text: str, stretches: tuple[Span, ...], place: int) -> bool:
    """Tell whether the stretch at `place` and the one after it surely are of one speaker."""
    first, second = stretches[place : place + _SIDES]
    between = Span(first.end, second.start).of(text)
    if between.strip() in _closers():
        # Reopened at a paragraph, never closed.
        return between[0].isspace() and "\n" in between
    earlier = stretches[place - 1].end if place else 0
    later = stretches[place + _SIDES].start if place + _SIDES < len(stretches) else len(text)
    before = _BREAK.split(text[earlier : first.start])[-1]
    after = _BREAK.split(text[second.end : later])[0]
    if _PARAGRAPH_END.search(between) and not goes_on_over_paragraphs(between, after):
        return False
    return one_speaker(before, first.of(text), between, second.of(text), after)
