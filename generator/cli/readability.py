"""`readability`: how hard each file reads, by a named formula, and how long it takes."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict

from rich.table import Table

from generator.cli.texts import progress, read_texts, reading_of, table_console
from generator.model import Readability
from generator.readability import readability

HELP = "tell how hard texts are to read"


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("files", nargs="+", metavar="FILE", help="a UTF-8 file, or -")
    parser.add_argument("--format", choices=("table", "jsonl"), default="table")


def run(options: argparse.Namespace) -> int:
    """Print a row for each file."""
    texts = read_texts(options.files)
    rows = [(text.name, readability(reading_of(text))) for text in progress(texts, "reading")]
    if options.format == "jsonl":
        for name, row in rows:
            print(json.dumps({"doc": name, **asdict(row)}, ensure_ascii=False))
    else:
        _print_table(rows)
    return 0


def _print_table(rows: list[tuple[str, Readability]]) -> None:
    table = Table("text", "language", "formula", "score", "words", "sentences", "minutes")
    for name, row in rows:
        score = "–" if row.score is None else f"{row.score:.1f}"
        counts = map(str, (row.words, row.sentences, row.minutes))
        table.add_row(name, row.language, row.formula or "none fits", score, *counts)
    table_console().print(table)
