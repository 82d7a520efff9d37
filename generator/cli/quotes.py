"""`quotes`: the attributed passages of texts, as a table or as data.

Offsets are code points of the file read as UTF-8 without newline translation, end exclusive.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rich.table import Table

from generator.analysis import in_file
from generator.cli.texts import NamedText, progress, read_texts, reading_of, table_console
from generator.model import Attribution, Span
from generator.outlets import Registry, builtin_registry
from generator.quotations import attributions
from generator.quotations.identity import quotation_ids

if TYPE_CHECKING:
    from collections.abc import Iterable

HELP = "find who said what, through whom"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    parser.add_argument(
        "files", nargs="+", metavar="FILE", help="text, Markdown or HTML; - for standard input"
    )
    parser.add_argument("--format", choices=("table", "jsonl", "csv", "brat"), default="table")
    parser.add_argument(
        "--as",
        dest="reading",
        choices=("article", "review"),
        default="article",
        help="an article's sources are speakers, a review's are outlets",
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class Quotes:
    """The attributed passages of one text, in offsets of its file."""

    name: str
    text: str
    language: str
    found: tuple[Attribution, ...]
    ids: tuple[str, ...]


def run(options: argparse.Namespace) -> int:
    """Print the passages of all files."""
    texts = read_texts(options.files)
    registry = builtin_registry()
    results = (
        quotes_of(text, registry=registry, as_review=options.reading == "review")
        for text in progress(texts, "reading")
    )
    _WRITERS[options.format](results)
    return 0


def quotes_of(named: NamedText, *, registry: Registry, as_review: bool) -> Quotes:
    """Return the passages of one text."""
    reading = reading_of(named, as_review=as_review)
    found = tuple(
        in_file(attribution, reading)
        for attribution in attributions(reading, registry=registry, as_review=as_review)
    )
    said = (
        (
            attribution.outlet.slug if attribution.outlet else "",
            " ".join(span.of(named.text) for span in attribution.content),
        )
        for attribution in found
    )
    return Quotes(
        name=named.name,
        text=named.text,
        language=reading.tag,
        found=found,
        ids=quotation_ids(named.name, said),
    )


def _row(attribution: Attribution, identity: str) -> dict[str, Any]:
    outlet = attribution.outlet
    return {
        "id": identity,
        "kind": attribution.kind,
        "content": [[span.start, span.end] for span in attribution.content],
        "source": _pair(attribution.source),
        "cue": _pair(attribution.cue),
        "outlet": outlet.name if outlet else None,
        "registered": bool(outlet and outlet.registered),
        "country": outlet.country if outlet else None,
        "speaker": attribution.speaker,
        "role": attribution.role,
        "rule": attribution.rule,
    }


def _pair(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None


def _words(quotes: Quotes, attribution: Attribution) -> str:
    return " […] ".join(" ".join(span.of(quotes.text).split()) for span in attribution.content)


def _jsonl(results: Iterable[Quotes]) -> None:
    for quotes in results:
        rows = [_row(*pair) for pair in zip(quotes.found, quotes.ids, strict=True)]
        line = {"doc": quotes.name, "language": quotes.language, "quotes": rows}
        print(json.dumps(line, ensure_ascii=False))


def _csv(results: Iterable[Quotes]) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(
        (
            "doc",
            "id",
            "kind",
            "start",
            "end",
            "outlet",
            "registered",
            "country",
            "speaker",
            "role",
            "rule",
            "words",
        )
    )
    for quotes in results:
        for attribution, identity in zip(quotes.found, quotes.ids, strict=True):
            row = _row(attribution, identity)
            writer.writerow(
                (
                    quotes.name,
                    identity,
                    row["kind"],
                    attribution.content[0].start,
                    attribution.content[-1].end,
                    row["outlet"],
                    row["registered"],
                    row["country"],
                    row["speaker"],
                    row["role"],
                    row["rule"],
                    _words(quotes, attribution),
                )
            )


def _brat(results: Iterable[Quotes]) -> None:
    """Print brat's standoff format: text-bound annotations, and an attribution relating them."""
    for quotes in results:
        print(f"# {quotes.name}")
        number = 0
        for event, attribution in enumerate(quotes.found, 1):
            parts: list[str] = []
            for label, spans in (
                ("Cue", (attribution.cue,)),
                ("Source", (attribution.source,)),
                ("Content", attribution.content),
            ):
                places = [span for span in spans if span]
                if not places:
                    continue
                number += 1
                where = ";".join(f"{span.start} {span.end}" for span in places)
                words = " ".join(" ".join(span.of(quotes.text).split()) for span in places)
                print(f"T{number}\t{label} {where}\t{words}")
                parts.append(f"{label}:T{number}")
            print(f"E{event}\t{' '.join(parts)}")


def _table(results: Iterable[Quotes]) -> None:
    console = table_console()
    for quotes in results:
        table = Table(title=quotes.name, title_justify="left", show_lines=False)
        for heading in ("outlet", "speaker", "kind", "words"):
            table.add_column(heading, overflow="fold")
        for attribution in quotes.found:
            table.add_row(
                attribution.outlet.name if attribution.outlet else "–",
                attribution.speaker or "",
                attribution.kind,
                _words(quotes, attribution),
            )
        console.print(table)


_WRITERS = {"table": _table, "jsonl": _jsonl, "csv": _csv, "brat": _brat}
