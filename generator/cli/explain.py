"""`explain`: which rule credited the words at a place of a text, and why.

Offsets are code points of the file, as `quotes` prints them.
"""

from __future__ import annotations

import argparse
import json
from typing import Any

from rich.console import Console
from rich.text import Text

from generator.cli import UsageError
from generator.cli.explaining import explainer
from generator.cli.texts import read_texts, table_console
from generator.outlets import builtin_registry

HELP = "tell which rule credited the words at a place of a text, and why"

_NOTHING = "–"
_WIDTH = 12
"""Characters of the column of names, the longest being "speaker by"."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "place", metavar="FILE:OFFSET", help="a file (or -) and a code point of it, from 0"
    )
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument(
        "--as",
        dest="reading",
        choices=("article", "review"),
        default="article",
        help="an article's sources are speakers, a review's are outlets",
    )


def run(options: argparse.Namespace) -> int:
    """Print what is known of the place."""
    file, offset = _place(options.place)
    (named,) = read_texts([file])
    if offset >= len(named.text):
        message = f"{file} has {len(named.text)} characters, the first is 0; {offset} is none"
        raise UsageError(message)
    text = explainer(named, registry=builtin_registry(), as_review=options.reading == "review")
    answer = {"doc": named.name, **text.at(offset)}
    if options.format == "json":
        print(json.dumps(answer, ensure_ascii=False))
    else:
        _print_text(answer)
    return 0


def _place(place: str) -> tuple[str, int]:
    """Return file and offset of `FILE:OFFSET`; the name of a file may hold colons."""
    file, _, offset = place.rpartition(":")
    if not (file and offset.isascii() and offset.isdigit()):
        message = f"{place!r} is no place; give FILE:OFFSET, as review.txt:120"
        raise UsageError(message)
    return file, int(offset)


def _print_text(answer: dict[str, Any]) -> None:
    console = table_console()
    where = "{doc}:{offset} (line {line}, language {language})".format_map(answer)
    console.print(where, soft_wrap=True)
    if answer["around"]:
        console.print("No attribution covers this place.")
        _print_facts(console, answer["around"])
    for attribution in answer["attributions"]:
        _print_facts(console, attribution)


def _print_facts(console: Console, facts: dict[str, Any]) -> None:
    console.print()
    for name, value in facts.items():
        for row, shown in enumerate(_shown(value)):
            label = name.replace("_", " ") if row == 0 else ""
            line = Text.assemble((f"{label:<{_WIDTH}}", "bold"), shown)
            console.print(line, soft_wrap=True)


def _shown(value: Any) -> list[str]:  # noqa: ANN401 - what json.dumps would take
    """Return a fact in lines: words with their place, a dash for nothing."""
    if isinstance(value, list):
        return [line for one in value for line in _shown(one)] or [_NOTHING]
    if isinstance(value, dict):
        start, end = value["span"]
        return [f"{start}–{end}: {' '.join(value['words'].split())}"]
    return [str(value) if value else _NOTHING]
