"""Say in an editor's words what the YAML parser stumbled over.

The parser's own phrases ("mapping values are not allowed in this context") name its state, not
the mistake. Each is turned into the mistake that commonly causes it; `at` says whether the place
where the construct began or where the parser gave up is the more useful one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import yaml

QUOTE = "Put the whole value in quotation marks."
_INDENT = "Begin the keys of one level in the same column, and quote a value that holds ': '."


@dataclass(frozen=True, kw_only=True, slots=True)
class Mistake:
    """What commonly makes the parser say `phrase`."""

    phrase: str
    what: str
    mend: str
    at: Literal["start", "end"] = "end"
    code: str = "Y001"


_TAB = {
    "what": "a tab stands where spaces are needed",
    "mend": "Indent with spaces.",
    "code": "Y003",
}

MISTAKES = (
    Mistake(
        phrase="mapping values are not allowed",
        what="': ' stands where no key can be",
        mend=_INDENT,
    ),
    Mistake(phrase="found a tab character", **_TAB),  # type: ignore[arg-type]
    Mistake(
        phrase="could not find expected ':'",
        what="this line has no ': ' after a key",
        mend="Write `key: value`, or indent the line if it belongs to the value above.",
        at="start",
    ),
    Mistake(
        phrase="found unexpected end of stream",
        what="a quotation mark that opens here is never closed",
        mend="Close it, or double an apostrophe inside it ('it''s').",
        at="start",
    ),
    Mistake(
        phrase="found unexpected document indicator",
        what="a quotation mark that opens here is not closed before the line `---`",
        mend="Close it.",
        at="start",
    ),
    Mistake(
        phrase="expected alphabetic or numeric",
        what="a value begins with '*' or '&', which YAML keeps for itself",
        mend=QUOTE,
        at="start",
    ),
    Mistake(
        phrase="did not find expected ',' or ']'",
        what="the list that opens here with '[' is not closed, or lacks a comma",
        mend="Close it with ']', and put a comma between its entries.",
        at="start",
    ),
    Mistake(
        phrase="did not find expected ',' or '}'",
        what="the mapping that opens here with '{' is not closed, or lacks a comma",
        mend="Close it with '}', and put a comma between its entries.",
        at="start",
    ),
    Mistake(
        phrase="escape c",
        what="a backslash in double quotation marks begins no known sign",
        mend="Use single quotation marks, or write '\\\\' for a backslash.",
    ),
    Mistake(
        phrase="did not find expected <document start>",
        what="the keys end above, and this is neither a key nor a value",
        mend="Write `key: value`, and begin the keys of one level in the same column.",
    ),
    Mistake(
        phrase="did not find expected node content",
        what="a bracket, brace or comma stands where a value is meant",
        mend=QUOTE,
    ),
    Mistake(
        phrase="mapping keys are not allowed",
        what="'? ' begins a value, which YAML keeps for itself",
        mend=QUOTE,
    ),
    Mistake(
        phrase="expected comment or line break",
        what="words follow '|' or '>' on the same line",
        mend="Begin the words on the next line, indented; or put the whole value in quotation "
        "marks.",
    ),
    Mistake(
        phrase="undefined tag handle",
        what="a value begins with '!', which YAML keeps for itself",
        mend=QUOTE,
    ),
    Mistake(
        phrase="block sequence entries are not allowed",
        what="'- ' stands where no list can begin",
        mend="Begin the list on a line of its own, or put the value in quotation marks.",
    ),
    Mistake(
        phrase="did not find expected key",
        what="this is neither a key nor part of the value before it",
        mend="Begin the keys of one level in the same column, and double an apostrophe inside "
        "single quotation marks ('it''s').",
    ),
    Mistake(
        phrase="did not find expected '-'",
        what="a list's entries have ended, and this is neither an entry nor a key",
        mend="Begin each entry with '- ' in the same column.",
    ),
)
"""The first whose phrase the parser's message holds is taken."""


def mistake_in(error: yaml.MarkedYAMLError, text: str) -> tuple[int, Mistake]:
    """Return where in `text` the mistake is, and what it is."""
    said = error.problem or str(error)
    start, end = error.context_mark or error.problem_mark, error.problem_mark
    offset = end.index if end else 0
    if "cannot start any token" in said:
        return offset, _bad_first_letter(text[offset : offset + 1])
    for mistake in MISTAKES:
        if mistake.phrase in said:
            return start.index if start and mistake.at == "start" else offset, mistake
    return offset, Mistake(
        phrase="",
        what=f"this is no YAML ({said})",
        mend="Compare the line with the examples in docs/content-reference.md.",
    )


def _bad_first_letter(letter: str) -> Mistake:
    """Return the mistake of a token that begins with `letter`."""
    if letter == "\t":
        return Mistake(phrase="", **_TAB)  # type: ignore[arg-type]
    return Mistake(
        phrase="",
        what=f"a value begins with '{letter}', which YAML keeps for itself",
        mend=QUOTE,
    )
