"""Decides which characters of a Markdown text are marks rather than words.

A scanner, not a parser: it follows CommonMark's common constructs (headings, lists, quotes,
links, images, emphasis, code, escapes, definitions) far enough to leave their marks out. What
it does not know stays visible, which costs an odd character and never a word.
"""

from __future__ import annotations

import re

_FENCE = re.compile(r"^ {0,3}(?P<fence>`{3,}|~{3,})[^\n]*", re.MULTILINE)
_DEFINITION = re.compile(r"^ {0,3}\[(?P<label>[^\[\]\n]+)\]:[ \t]*\S[^\n]*", re.MULTILINE)
_ATX = re.compile(r"^ {0,3}#{1,6}(?=[ \t\r\n]|\Z)[ \t]*", re.MULTILINE)
_ATX_END = re.compile(r"[ \t]#+[ \t]*$")
_RULE = re.compile(r"^ {0,3}(?:=+|-+|(?:[-*_][ \t]*+){3,})[ \t\r]*$", re.MULTILINE)
_PREFIX = re.compile(
    r"^[ \t]*+(?:>[ \t]?)*+(?:(?:[-*+]|(?P<number>[0-9]{1,9})[.)])[ \t]+)?", re.MULTILINE
)
_ENTRY_ABOVE = re.compile(r"[ \t>]*(?:[-*+]|[0-9]{1,9}[.)])[ \t]|[ \t>]*\Z|[ \t]")
_LIST = re.compile(r"[-*+0-9]")
_CODE = re.compile(r"`+")
_ESCAPE = re.compile(r"\\[!-/:-@\[-`{-~]")
_ATTRIBUTES = re.compile(r"\{:[^{}\n]*\}")
_BRACKET = re.compile(
    r"!?\[|\](?P<target>\((?:[^()\n]|\([^()\n]*\))*+\)|\[(?P<label>[^\[\]\n]*)\])?"
)
_RUN = re.compile(r"\*{1,3}|_{1,3}|~~")
_CODE_SPAN = re.compile(r"(?<!`)(`{1,3})(?!`)(?:(?!\n[ \t\r]*\n).){1,400}?(?<!`)\1(?!`)", re.DOTALL)
_BLANK = re.compile(r"\n[ \t\r]*\n")


_MAY_MARK = re.compile(
    # One set of characters first, so that the search skips all others.
    r"[][<>&\\`*_~#{|\n\r](?:(?<=[][<>&\\`*_~#{|])|(?<=[\n\r])[ \t]*(?:[-+=0-9:]|(?<=[ \t])))"
)


def is_plain(text: str) -> bool:
    """Tell whether `text` surely is nothing but words: no mark, entity, list or indented line."""
    return not _MAY_MARK.search(f"\n{text}")


def hidden_in_markdown(text: str, *, struck: bool = False) -> bytearray:
    """Return a mask over `text`: 1 where a character is a mark and not a word.

    `struck` words (between `~~`) are hidden with their marks.
    """
    hidden = bytearray(len(text))
    _hide_code_blocks(text, hidden)
    labels = _hide_definitions(text, hidden)
    for pattern, sign in ((_RULE, ""), (_ATX, "#"), (_ATTRIBUTES, "{:")):
        for match in pattern.finditer(text) if sign in text else ():
            _hide(hidden, match.start(), match.end())
            if pattern is _ATX:
                _hide_heading_end(text, hidden, match.end())
    for match in _PREFIX.finditer(text):
        if hidden[match.start() : match.start() + 1] != b"\1":
            number = match.start("number")
            _hide(hidden, match.start(), match.end() if _is_entry(text, match) else number)
    for match in _ESCAPE.finditer(text):
        # The escaped character must not open anything: hidden here, shown again at the end.
        hidden[match.start()] = 1
    escaped = {match.start() + 1 for match in _ESCAPE.finditer(text)}
    _hide_links(text, hidden, escaped, labels)
    _hide_pairs(text, hidden, escaped, struck=struck)
    return hidden


def without_code(text: str) -> str:
    """Return `text`, of the same length, with its code blank: no tag in it is one."""
    hidden = bytearray(len(text))
    _hide_code_blocks(text, hidden)
    for match in _CODE_SPAN.finditer(text) if "`" in text else ():
        _hide(hidden, match.start(), match.end())
    if not any(hidden):
        return text
    signs = zip(text, hidden, strict=True)
    return "".join(" " if code and sign != "\n" else sign for sign, code in signs)


def paragraph_breaks(text: str) -> frozenset[int]:
    """Return where a paragraph starts or ends without a blank line: headings, list entries."""
    breaks: set[int] = set()
    for match in _ATX.finditer(text) if "#" in text else ():
        breaks.add(match.start())
        end = text.find("\n", match.end())
        breaks.add(len(text) if end == -1 else end)
    breaks.update(
        match.start()
        for match in _PREFIX.finditer(text)
        if match.end() > match.start() and _LIST.search(match[0]) and _is_entry(text, match)
    )
    breaks.update(match.end() for match in _RULE.finditer(text))
    return frozenset(breaks)


def _is_entry(text: str, match: re.Match[str]) -> bool:
    """Tell whether the figure that begins a line is a list's: `2.` within a paragraph is none."""
    if not match["number"] or match["number"] == "1":
        return True
    above = text.rfind("\n", 0, max(0, match.start() - 1)) + 1
    return bool(_ENTRY_ABOVE.match(text[above : max(0, match.start() - 1)].rstrip("\r")))


def _hide(hidden: bytearray, start: int, end: int) -> None:
    hidden[start:end] = b"\1" * (end - start)


def _hide_heading_end(text: str, hidden: bytearray, start: int) -> None:
    end = text.find("\n", start)
    end = len(text) if end == -1 else end
    line = text[start:end].rstrip()
    if match := _ATX_END.search(line[-80:]):
        _hide(hidden, start + len(line) - len(match[0]), start + len(line))


def _hide_code_blocks(text: str, hidden: bytearray) -> None:
    """Hide fenced blocks whole: code is not prose."""
    if "```" not in text and "~~~" not in text:
        return
    start, fence = -1, ""
    for match in _FENCE.finditer(text):
        if start == -1:
            start, fence = match.start(), match["fence"]
        elif match["fence"].startswith(fence):
            _hide(hidden, start, match.end())
            start = -1
    if start != -1:
        _hide(hidden, start, len(text))


def _hide_definitions(text: str, hidden: bytearray) -> frozenset[str]:
    labels: set[str] = set()
    for match in _DEFINITION.finditer(text) if "]:" in text else ():
        labels.add(match["label"].casefold())
        _hide(hidden, match.start(), match.end())
    return frozenset(labels)


def _hide_links(text: str, hidden: bytearray, escaped: set[int], labels: frozenset[str]) -> None:
    opened: list[tuple[int, int]] = []
    for match in _BRACKET.finditer(text) if "[" in text else ():
        at = match.start()
        if hidden[at] or at in escaped:
            continue
        if not match[0].startswith("]"):
            opened.append((at, match.end()))
            continue
        if not opened:
            continue
        start, inner = opened.pop()
        own = text[inner:at].casefold() if at - inner < 1000 else ""  # noqa: PLR2004 - a label's limit in CommonMark
        label = match["label"]
        named = (label or own).casefold() if label is not None else own
        if own.startswith("^"):
            _hide(hidden, start, at + 1)
        elif match["target"] and (label is None or named in labels):
            _hide_link(text, hidden, (start, inner), (at, match.end()))
        elif own in labels:
            _hide_link(text, hidden, (start, inner), (at, at + 1))


def _hide_link(
    text: str, hidden: bytearray, opening: tuple[int, int], closing: tuple[int, int]
) -> None:
    """Hide a link's marks, or the whole of an image."""
    if text[opening[0]] == "!":
        _hide(hidden, opening[0], closing[1])
    else:
        _hide(hidden, *opening)
        _hide(hidden, *closing)


def _hide_pairs(text: str, hidden: bytearray, escaped: set[int], *, struck: bool) -> None:
    """Hide the marks of emphasis and code where they pair within a paragraph."""
    if not any(sign in text for sign in "*_~`"):
        return
    opened: dict[str, tuple[int, int]] = {}
    ends = [match.start() for match in _BLANK.finditer(text)]
    ends.append(len(text))
    paragraph = 0
    marks = sorted([*_RUN.finditer(text), *_CODE.finditer(text)], key=lambda match: match.start())
    for match in marks:
        start, end = match.span()
        if hidden[start] or start in escaped:
            continue
        if start > ends[paragraph]:
            opened.clear()
            while start > ends[paragraph]:
                paragraph += 1
        if (partner := opened.get(match[0])) and _closes(text, match):
            _hide(hidden, *partner)
            _hide(hidden, partner[0] if struck and match[0] == "~~" else start, end)
            del opened[match[0]]
        elif _opens(text, match):
            opened[match[0]] = (start, end)


def _opens(text: str, match: re.Match[str]) -> bool:
    after = text[match.end() : match.end() + 1]
    before = text[match.start() - 1 : match.start()] if match.start() else ""
    if match[0][0] == "_" and before.isalnum():
        return False
    return bool(after) and not after.isspace()


def _closes(text: str, match: re.Match[str]) -> bool:
    before = text[match.start() - 1 : match.start()] if match.start() else ""
    after = text[match.end() : match.end() + 1]
    if match[0][0] == "_" and after.isalnum():
        return False
    return bool(before) and not before.isspace()
