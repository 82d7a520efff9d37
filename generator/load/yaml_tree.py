"""Read a YAML text into plain values with their lines, guessing nothing.

Every scalar stays the words that were typed: `no`, `12:30` and `NO` are not turned into
anything, for only the schema knows what is meant (see `shapes`). Empty values, `~` and `null`
count as nothing written. Aliases, custom tags, second documents and deep nesting are refused
before the tree is built, so no text can make a small file large or exhaust the stack.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import yaml

from generator.load.words import shown
from generator.load.yaml_faults import mistake_in
from generator.model import Span
from generator.problems import Problem

DEEPEST = 12
"""Levels. Our deepest value, a quotation's original, stands at the fifth."""

Path = tuple[str | int, ...]
Value = str | None | list["Value"] | dict[str, "Value"]

_TAG = "tag:yaml.org,2002:"
_TAGS = {
    _TAG + name
    for name in ("str", "int", "float", "bool", "null", "timestamp", "merge", "value", "seq", "map")
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Tree:
    """The values of one YAML text, and where each stands."""

    file: str
    value: Value
    first_line: int = 1
    lines: Mapping[Path, int] = field(default_factory=dict)
    text: str = ""
    """The YAML text itself, without a byte-order mark."""
    scalars: Mapping[Path, Span] = field(default_factory=dict)
    """Where each single value stands in `text`, its own quotation marks included."""

    def line_of(self, *path: str | int) -> int:
        """Return the line of the value at `path`, or of the nearest one that holds it."""
        for length in range(len(path), 0, -1):
            if line := self.lines.get(path[:length]):
                return line
        return self.first_line


def read_yaml(text: str, file: str, problems: list[Problem], *, first_line: int = 1) -> Tree | None:
    """Return the values of `text`, whose first line is line `first_line` of `file`.

    Notes every problem; None when the text as a whole cannot be read. The value of a text that
    holds nothing, or only comments, is None.
    """
    reading = _Reading(text.removeprefix("\ufeff"), file, first_line, problems)
    try:
        if not (_is_simple(reading.text) or reading.is_plain()):
            return None
        node = yaml.compose(reading.text, Loader=_Nodes)
    except yaml.MarkedYAMLError as error:
        reading.note_mistake(error)
        return None
    except yaml.reader.ReaderError as error:
        # its position counts bytes of the rest; the character is what an editor can look for
        sign = text.find(chr(error.character)) if isinstance(error.character, int) else 0
        what = "a character stands here that YAML does not allow"
        reading.note(max(sign, 0), "F005", what, "Delete it.")
        return None
    value = None if node is None else reading.value_of(node, ())
    return Tree(
        file=file,
        value=value,
        first_line=first_line,
        lines=reading.lines,
        text=reading.text,
        scalars=reading.scalars,
    )


class _Nodes(yaml.CSafeLoader):
    """Makes nodes without asking what a value looks like: a number, a date, an answer."""

    def descend_resolver(self, *_: object) -> None:
        """Go into a value."""

    def ascend_resolver(self) -> None:
        """Come back from it."""

    def resolve(self, *_: object) -> str:
        """Return what kind of value it is: nobody asks."""
        return ""


_SIGNS = ("&", "*", "!", "---", "...", "[", "{")
"""One of them stands in every text with an alias, tag, second document or short list."""
_DEEP = re.compile(rf"(?:^|[\n\r\x85\u2028\u2029])[ \t?:\ufeff-]{{{DEEPEST // 2}}}")
"""What stands before all of a line's nested values but the first: each begins further right, but
for a list right below its key."""


def _is_simple(text: str) -> bool:
    """Tell whether `text` is plain by its signs alone: then it need not be parsed to tell."""
    return not (any(sign in text for sign in _SIGNS) or _DEEP.search(text))


class _Reading:
    """One text being read: gathers lines and problems while it walks the nodes."""

    def __init__(self, text: str, file: str, first_line: int, problems: list[Problem]) -> None:
        """Prepare to read `text`."""
        self.text = text
        self.file = file
        self.first_line = first_line
        self.problems = problems
        self.lines: dict[Path, int] = {}
        self.scalars: dict[Path, Span] = {}
        self.ends = [end.end() - 1 for end in re.finditer(r"\r\n|\n|\r", text)]

    def line(self, offset: int) -> int:
        """Return the line of the code point at `offset`; libyaml's own lines count U+2028."""
        return self.first_line + bisect_right(self.ends, offset - 1)

    def note(self, offset: int, code: str, what: str, mend: str) -> None:
        """Note a problem at `offset`."""
        line = self.line(offset)
        self.problems.append(Problem(file=self.file, line=line, code=code, what=what, mend=mend))

    def note_mistake(self, error: yaml.MarkedYAMLError) -> None:
        """Note what the parser stumbled over."""
        offset, mistake = mistake_in(error, self.text)
        # a mark at the very end lies on the line after the last
        offset = min(offset, max(len(self.text.rstrip()) - 1, 0))
        self.note(offset, mistake.code, mistake.what, mistake.mend)

    def is_plain(self) -> bool:
        """Tell whether the text has no alias, tag, second document or deep nesting."""
        depth = documents = 0
        for event in yaml.parse(self.text, Loader=yaml.CSafeLoader):
            offset = event.start_mark.index if event.start_mark else 0
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            documents += isinstance(event, yaml.DocumentStartEvent)
            tag = getattr(event, "tag", None)
            anchor = getattr(event, "anchor", None)
            if anchor:
                sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
                what = f"'{sign}{anchor}' is a YAML alias, and aliases are not read"
                mend = "Write the value out; if these are words, put them in quotation marks."
                self.note(offset, "Y004", what, mend)
            elif tag is not None and tag not in _TAGS:
                what = f"{shown(tag.replace(_TAG, '!!'))} is a YAML tag, and tags are not read"
                mend = "Delete it; if it is a word, put the whole value in quotation marks."
                self.note(offset, "Y014", what, mend)
            elif depth > DEEPEST:
                what = f"values are nested more than {DEEPEST} deep"
                self.note(offset, "Y005", what, "Look for a stray '[', '{' or '- '.")
            elif documents > 1:
                what = "a second YAML document begins here"
                self.note(offset, "Y006", what, "Delete the line `---`, or the second document.")
            else:
                continue
            return False
        return True

    def value_of(self, node: yaml.Node, path: Path) -> Value:
        """Return the value of `node`, keeping the lines of all it holds."""
        if isinstance(node, yaml.MappingNode):
            return {
                key: self.value_of(value, (*path, key)) for key, value in self._pairs(node, path)
            }
        if isinstance(node, yaml.SequenceNode):
            for position, entry in enumerate(node.value):
                self.lines[*path, position] = self.line(entry.start_mark.index)
            return [self.value_of(entry, (*path, i)) for i, entry in enumerate(node.value)]
        self.scalars[path] = Span(node.start_mark.index, node.end_mark.index)
        is_plain = not getattr(node, "style", None)
        nothing = is_plain and node.value in {"", "~", "null"}
        return None if nothing else str(node.value)

    def _pairs(self, node: yaml.MappingNode, path: Path) -> Iterator[tuple[str, yaml.Node]]:
        """Yield the keys and values of a mapping; the first of two like keys counts."""
        for key, value in node.value:
            offset = key.start_mark.index
            name = key.value if isinstance(key, yaml.ScalarNode) else None
            if not name:
                what = "a key is a list, a mapping or empty"
                self.note(offset, "Y019", what, "Write a word before the colon.")
            elif (*path, name) in self.lines:
                first = self.lines[*path, name]
                what = f"{shown(name)} is written twice; the first is in line {first}"
                self.note(offset, "Y002", what, "Delete one of them.")
            else:
                self.lines[*path, name] = self.line(offset)
                yield name, value
