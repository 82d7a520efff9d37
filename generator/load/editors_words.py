"""Gather the words of digest.yaml that are published as the editor's own, with exact lines.

The neutrality linter reads them. A value in YAML's folded or quoted forms is not its source text;
but its words come in the same order, so each word is found again in the source.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

import yaml

from generator.load.shapes import DigestKeys
from generator.load.yaml_tree import Path, Tree, Value
from generator.model import EditorsWords, Silence, Span
from generator.neutrality.silences import silences_in
from generator.text.comments import Comment

_LINE_END = re.compile(r"\r\n|\n|\r")
_WORD = re.compile(r"\S+")
_FAR = 2000
"""Characters between two words of one value: indentation and blank lines, no more."""
_HEADER = re.compile(r"[|>][+\-0-9]*[ \t]+#(?P<text>[^\r\n]*)")
"""The first line of a block scalar may end in a comment (YAML 1.2, 8.1.1)."""
_COMMENT = re.compile(r"#(?P<text>[^\r\n]*)")
_REMARK = "neutral:"

_PLAIN_KEYS = {"title", "lede", "standfirst", "summary"}
_BELOW = {
    "summary": {"text"},
    "image": {"alt", "caption"},
    "articles": {"note"},
    "quotations": {"text", "note", "acknowledge", "withdrawn"},
    "corrections": {"what", "why"},
}
"""Key → keys below it, or in each entry below it, whose words are published."""


def editors_words(tree: Tree) -> tuple[EditorsWords, ...]:
    """Return the published words of a digest.yaml, and the texts of its quotations, in order."""
    ends = _line_ends(tree.text)
    return tuple(
        EditorsWords(
            key=path,
            text=value,
            line=tree.line_of(*path),
            lines=_lines(value, tree.scalars[path], tree, ends),
        )
        for path, value in _values(tree.value, ())
        if _is_published(path) and not (path == ("summary",) and value.strip() == "auto")
    )


def silences_of(keys: DigestKeys, tree: Tree) -> tuple[Silence, ...]:
    """Return the remarks to the linter: in comments, then in the list `neutral`."""
    entries = (
        Silence(
            line=tree.line_of("neutral", place),
            covers=0,
            codes=(entry.code,),
            reason=entry.reason,
            words=entry.words,
        )
        for place, entry in enumerate(keys.neutral)
    )
    return (*silences_in(tuple(comments_in_yaml(tree))), *entries)


def comments_in_yaml(tree: Tree) -> Iterator[Comment]:
    """Yield the comments of a YAML text: what stands between its tokens, and in block headers."""
    text = tree.text
    if _REMARK not in text:
        return
    ends, done = _line_ends(text), 0
    for token in yaml.scan(text, Loader=yaml.CSafeLoader):
        start, end = token.start_mark.index, token.end_mark.index
        yield from _comments(text, Span(done, start), ends)
        if isinstance(token, yaml.ScalarToken) and (header := _HEADER.match(text, start, end)):
            yield _comment(header["text"], header.start("text") - 1, header.end(), text, ends)
        done = max(done, end)
    yield from _comments(text, Span(done, len(text)), ends)


def _comments(text: str, gap: Span, ends: list[int]) -> Iterator[Comment]:
    for match in _COMMENT.finditer(text, gap.start, gap.end):
        yield _comment(match["text"], match.start(), match.end(), text, ends)


def _comment(words: str, start: int, end: int, text: str, ends: list[int]) -> Comment:
    number = bisect_right(ends, start)
    first = ends[number - 1] if number else 0
    following = _WORD.search(text, end)
    after = bisect_right(ends, following.start()) if following else number
    return Comment(
        text=words,
        line=number + 1,
        alone=not text[first:start].strip(),
        next_line=after + 1,
    )


def _line_ends(text: str) -> list[int]:
    """Return where each line but the first begins."""
    return [match.end() for match in _LINE_END.finditer(text)]


def _values(value: Value, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, below in value.items():
            yield from _values(below, (*path, key))
    elif isinstance(value, list):
        for place, below in enumerate(value):
            yield from _values(below, (*path, place))


def _is_published(path: Path) -> bool:
    first, last = path[0], path[-1]
    if len(path) == 1:
        return first in _PLAIN_KEYS
    below = _BELOW.get(str(first), set())
    return last in below and len(path) == (2 if first in {"summary", "image"} else 3)


def _lines(value: str, place: Span, tree: Tree, ends: list[int]) -> tuple[tuple[int, int], ...]:
    """Return from which offset of `value` on its words stand on which line of the file."""
    if value.strip() and (line := _on_one_line(place, tree, ends)):
        return ((0, line),)
    lines: list[tuple[int, int]] = []
    at = place.start
    header = _HEADER.match(tree.text, place.start, place.end)
    at = header.end() if header else at
    for word in _WORD.finditer(value):
        found = tree.text.find(word[0], at, min(place.end, at + _FAR))
        start = at if found == -1 else found
        at = start if found == -1 else found + len(word[0])
        line = tree.first_line + bisect_right(ends, start)
        if not lines or line != lines[-1][1]:
            lines.append((word.start() if lines else 0, line))
    return tuple(lines) or ((0, tree.line_of()),)


def _on_one_line(place: Span, tree: Tree, ends: list[int]) -> int | None:
    """Return the line that all of a value stands on, if one holds it: most are short."""
    before = bisect_right(ends, place.start)
    return tree.first_line + before if bisect_right(ends, place.end) == before else None
