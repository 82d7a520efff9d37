"""Decides which paragraphs are page furniture rather than copy, and which is the headline.

Texts saved from web pages bring captions, share buttons, comment forms, agency datelines and
copyright lines along. The rules are general: a phrase that only furniture uses, in a short
paragraph; a picture described in one lone sentence before the first long paragraph. When in
doubt a paragraph is copy.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, partial

from generator.model import Span
from generator.text.joined_lines import is_unstopped

_WORD = re.compile(r"\w++(?:[’'‘.-]\w++)*+")
_BYLINE = re.compile(
    r"(?:(?i:by|von|par|por)\s+[^\W\d_][\w.'’-]*(?:\s+(?:and\s+|&\s+)?[^\W\d_][\w.'’-]*){0,6}"
    r"|\d{1,2}:\d{2}\b.{0,40})\Z"
)
_AGENCY_HEAD = re.compile(
    r"(?:By \. .{0,160}?)?(?:PUBLISHED|UPDATED|CREATED|Last updated)(?:: ?\.|\b).{0,120}?"
    r"\b\d{4} \.(?: \| \. UPDATED: \. [^.]{0,60}? \d{4} \.)?\s+",
    re.DOTALL,
)
_MENU = re.compile(r"\w \| \w.* \| \w")
_STOPPED = re.compile(r"[.!?…»”\")]\s+")
_MOST_CREDITED = 8
"""Words of a picture's credit: a person, an agency, whom it came by."""
_NOTICE_LIMIT = 40
"""Words of a notice that says for sure what it is."""
_QUOTED = re.compile(r"[\"“”„«»]")
_LETTER = re.compile(r"[^\W\d_]")
_SHORT = 14
"""Words a line of buttons or a notice may have; copy that uses such a phrase is longer."""
_COUNTER = 3
_CAPTION_LIMIT = 40
_CREDITED_LIMIT = 60
_LONGEST_CREDIT = 60
"""Characters from a credit's first to the end of its caption."""
_COPY_FROM = 35
"""Words from which a paragraph near the top counts as the first of the copy."""
_TOP = 5
_HEADLINE_LIMIT = 30
_COPY_BY = 12
"""Lines from the headline by which the copy begins, after byline, dates and buttons."""
_LATEST_BYLINE = 12
"""Lines before which an export's "By" stands, if it has one."""
_LEAST_STANDFIRST = 6
_STOPS = ".!…。۔:;,"


@dataclass(frozen=True, kw_only=True, slots=True)
class FurnitureWords:
    """The words a language's page furniture uses, case-folded."""

    lines: frozenset[str] = frozenset()
    """Whole lines."""
    starts: tuple[str, ...] = ()
    """How a short line of furniture begins."""
    phrases: tuple[str, ...] = ()
    """What a short line of furniture has somewhere in it."""
    notices: tuple[str, ...] = ()
    """What only a notice says, however long it is: "use cookies"; as it is written there."""
    asides: tuple[str, ...] = ()
    """How a paragraph begins that speaks of the article, not of the news: a correction, who edited
    it. It is copy, and a page that prints the text keeps it; only no summary takes it."""
    asides_within: tuple[str, ...] = ()
    """What such a paragraph says soon."""
    counts: frozenset[str] = frozenset()
    """What counters count: "41 comments"."""
    picture_words: frozenset[str] = frozenset()
    picture_verbs: frozenset[str] = frozenset()
    """What people do in pictures, as captions say it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Layout:
    """The paragraphs of a text, sorted into what they are."""

    paragraphs: tuple[Span, ...]
    """All of them, furniture and headline included."""
    furniture: tuple[Span, ...]
    headline: Span | None


def layout(
    text: str,
    found: Sequence[Span],
    *,
    words: FurnitureWords,
    joined: bool = False,
    beside: Sequence[Span] = (),
) -> Layout:
    """Sort the paragraphs `found` in `text`; `joined` says that they are lines joined into one.

    What lies in a stretch `beside` the copy, as its markup says, is furniture.
    """
    parts = list(found) if joined else _without_agency_head(text, found)
    count_of = cache(partial(_count, text))
    aside = {part for stretch in beside for part in parts if _lies_in(part, stretch)}
    headline = _headline(text, _from_first_words(text, parts, aside, words=words), count_of)
    copy_from = _standfirst(text, parts) if joined else 0
    furniture: list[Span] = []
    in_copy = False
    for index, part in enumerate(parts):
        if part == headline:
            continue
        count = count_of(part)
        in_copy = in_copy or count >= _COPY_FROM
        if joined and is_unstopped(text, part):
            if index >= copy_from or count < _LEAST_STANDFIRST:
                furniture.append(part)
        elif (
            part in aside
            or _is_notice(text, part, count=count, words=words)
            or (
                index < _TOP
                and not in_copy
                and _is_caption(text, part, count=count, words=words)
                and any(count_of(later) >= _COPY_FROM for later in parts[index + 1 : index + 4])
            )
        ):
            furniture.append(part)
    return Layout(paragraphs=tuple(parts), furniture=tuple(furniture), headline=headline)


def _from_first_words(
    text: str, parts: Sequence[Span], aside: set[Span], *, words: FurnitureWords
) -> Sequence[Span]:
    """Return `parts` without the buttons and menus before the first words of the article."""
    for index, part in enumerate(parts[:_TOP]):
        if part not in aside and not _is_notice(text, part, count=_count(text, part), words=words):
            return parts[index:]
    return parts


def _lies_in(part: Span, stretch: Span) -> bool:
    return stretch.start <= part.start and part.end <= stretch.end


def _standfirst(text: str, parts: Sequence[Span]) -> int:
    """Return how many of the joined lines stand before the byline: the article's points."""
    for index, part in enumerate(parts[:_LATEST_BYLINE]):
        if part.of(text) == "By .":
            return index
    return 0


def _count(text: str, part: Span) -> int:
    """Return how many words there are, though no more than decide anything."""
    start, end = part.start, min(part.end, part.start + _DECIDING)
    if _MANY_WORDS.match(text, start, end):
        return _MOST_COUNTED
    return min(len(_WORD.findall(text, start, end)), _MOST_COUNTED)


_DECIDING = 1000
"""Characters: a long line must not cost more."""
_MOST_COUNTED = _CREDITED_LIMIT + 1
"""Words: one more than the largest number that anything here asks about."""
_MANY_WORDS = re.compile(rf"(?:\W*+\w\S*+){{{_MOST_COUNTED}}}")
"""So many words at least: what stands between two spaces may be several."""


def _without_agency_head(text: str, found: Sequence[Span]) -> list[Span]:
    """Part an agency's "By . X . PUBLISHED: …" from the copy that follows on the same line."""
    parts: list[Span] = []
    for index, part in enumerate(found):
        head = _AGENCY_HEAD.match(text, part.start, part.end) if index < _TOP else None
        if head and head.end() < part.end:
            parts.append(Span(part.start, part.start + len(head[0].rstrip())))
            part = Span(head.end(), part.end)  # noqa: PLW2901 - what is left of it
        parts.append(part)
    return parts


def _headline(text: str, parts: Sequence[Span], count_of: Callable[[Span], int]) -> Span | None:
    """Return the first paragraph if it reads as a headline: short, and no full stop."""
    if len(parts) < 2:  # noqa: PLR2004 - a lone paragraph is copy
        return None
    first = parts[0]
    line = first.of(text)
    if count_of(first) > _HEADLINE_LIMIT or line[-1] in _STOPS:
        return None
    if line[-1] in "\"”»'’" and line[-2:-1] in tuple(_STOPS):
        return None
    longest = max(map(count_of, parts[1:_COPY_BY]))
    return first if longest >= _SHORT else None


def _is_notice(text: str, part: Span, *, count: int, words: FurnitureWords) -> bool:
    """Return whether the paragraph is a button line, form, advert, byline or copyright line."""
    if count > _SHORT:
        return (
            _is_credited(text, part, count=count, words=words)
            or _is_sure_notice(text, part, count=count, words=words)
            or bool(_AGENCY_HEAD.fullmatch(text[part.start : part.end][:400] + " "))
        )
    line = part.of(text)
    if not _LETTER.search(line) or (" | " in line and _MENU.search(line)):
        return True
    folded = " ".join(line.casefold().split()).strip(" .:!|»→…-")
    if folded in words.lines or _BYLINE.match(line):
        return True
    if folded.startswith(words.starts):
        return True
    if _is_credited(text, part, count=count, words=words) or (
        count <= _COUNTER and line[0].isdigit() and folded.split()[-1] in words.counts
    ):
        return True
    return any(phrase in folded for phrase in (*words.phrases, *words.notices)) or bool(
        _AGENCY_HEAD.fullmatch(line + " ")
    )


def _is_credited(text: str, part: Span, *, count: int, words: FurnitureWords) -> bool:
    """Return whether a caption ends in its picture's credit: "The old pier. Image: Ian Poll."."""
    tail = text[max(part.start, part.end - _LONGEST_CREDIT) : part.end]
    # Nobody's words: "He says in the video: “We sail.”" is copy.
    if count > _CREDITED_LIMIT or not (":" in tail or "/" in tail) or _QUOTED.search(tail):
        return False
    if "/" in tail and any(_names_makers(tail[m.end() :]) for m in _STOPPED.finditer(tail)):
        return True
    return ":" in tail and any(
        f"{before}{word[0].upper()}{word[1:]}" in tail
        for word in words.starts
        if word.endswith(":")
        for before in " ("
    )


def _names_makers(rest: str) -> bool:
    """Return whether `rest` is names with a slash and no stop: "IAN POLL / Bay Agency"."""
    said = _WORD.findall(rest)
    return (
        "/" in rest
        and rest[-1] not in _STOPS
        and 1 < len(said) <= _MOST_CREDITED
        and all(word[0].isupper() for word in said)
    )


def _is_sure_notice(text: str, part: Span, *, count: int, words: FurnitureWords) -> bool:
    if count > _NOTICE_LIMIT or not words.notices:
        return False
    line = part.of(text)
    return any(phrase in line for phrase in words.notices)


def _is_caption(text: str, part: Span, *, count: int, words: FurnitureWords) -> bool:
    """Return whether one lone sentence describes a picture."""
    if count > _CAPTION_LIMIT:
        return False
    found = _WORD.findall(text, part.start, part.end)
    said = list(map(str.casefold, found))
    if not words.picture_words.isdisjoint(said):
        return True
    return text[part.start].isupper() and not words.picture_verbs.isdisjoint(said[1:9])
