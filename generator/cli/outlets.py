"""`outlets`: which outlets a text names, or what the registry knows of a name.

In a site's folder its own content/outlets.yaml counts too; elsewhere the built-in registry does.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from rich.table import Table

from generator.cli import UsageError
from generator.cli.texts import read_texts, table_console
from generator.load import is_content_folder
from generator.load.files import folder_at
from generator.load.outlets import read_outlets
from generator.model import Outlet
from generator.outlets import Mention, Registry, builtin_registry
from generator.problems import Problem

HELP = "list the outlets that a text names, or look one up in the registry"


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("file", nargs="?", metavar="TEXT", help="a UTF-8 file, or -")
    parser.add_argument("--lookup", metavar="NAME", help="a name, alias or domain to look up")
    parser.add_argument("--format", choices=("table", "jsonl"), default="table")
    parser.add_argument(
        "--content",
        default="content",
        help="content folder whose outlets.yaml counts too, where there is one (default: content)",
    )


def run(options: argparse.Namespace) -> int:
    """Print the outlets; 1 when a name looked up is unknown."""
    if (options.file is None) == (options.lookup is None):
        message = "give a text or --lookup NAME, one of the two"
        raise UsageError(message)
    registry = _registry(Path(options.content))
    if options.lookup is not None:
        return _look_up(registry, options.lookup, as_table=options.format == "table")
    (named,) = read_texts([options.file])
    rows = _counted(registry.mentions(named.text))
    if options.format == "jsonl":
        for row in rows:
            print(json.dumps(row, ensure_ascii=False))
    else:
        _print_table(rows)
    return 0


def _registry(content: Path) -> Registry:
    """Return the built-in registry with the rows of the site's outlets.yaml, if it has one.

    Rows that cannot be read are left out, and said on standard error.
    """
    registry = builtin_registry()
    if not is_content_folder(content):
        return registry
    problems: list[Problem] = []
    rows = read_outlets(folder_at(content), registry, problems)
    for problem in problems:
        print(problem, file=sys.stderr)
    return registry.with_site_rows(rows)


def _counted(mentions: tuple[Mention, ...]) -> list[dict[str, Any]]:
    """Return a row for each outlet or undecided name, in order of first mention."""
    rows: dict[tuple[str, bool], dict[str, Any]] = {}
    for mention in mentions:
        outlet = mention.outlet
        key = (outlet.slug if outlet else mention.name.casefold(), mention.weak)
        row = rows.setdefault(
            key,
            {
                "outlet": outlet.name if outlet else None,
                "slug": outlet.slug if outlet else None,
                "country": outlet.country if outlet else mention.country_cue,
                "count": 0,
                "names": [],
                "weak": mention.weak,
                "candidates": [candidate.slug for candidate in mention.candidates],
                "first": [mention.span.start, mention.span.end],
            },
        )
        row["count"] += 1
        if mention.name not in row["names"]:
            row["names"].append(mention.name)
    return list(rows.values())


def _print_table(rows: list[dict[str, Any]]) -> None:
    table = Table("outlet", "country", "count", "as written", "remark")
    for row in rows:
        remarks = [] if row["slug"] else ["undecided: " + ", ".join(row["candidates"])]
        if row["weak"]:
            remarks.append("weak: may be no outlet")
        written = ", ".join(row["names"])
        table.add_row(
            row["outlet"] or "?",
            row["country"] or "",
            str(row["count"]),
            written,
            "; ".join(remarks),
        )
    table_console().print(table)


def _look_up(registry: Registry, name: str, *, as_table: bool) -> int:
    outlets = registry.named(name)
    if not outlets:
        likely = registry.suggest(name)
        hint = f" Did you mean {', '.join(map(repr, likely))}?" if likely else ""
        print(f"no outlet {name!r} in the registry.{hint}", file=sys.stderr)
        return 1
    for outlet in outlets:
        facts = _facts(outlet)
        if not as_table:
            print(json.dumps(facts, ensure_ascii=False))
            continue
        table = Table(show_header=False, title=outlet.name, title_justify="left")
        for fact, value in facts.items():
            shown = ", ".join(value) if isinstance(value, tuple) else value
            table.add_row(fact.replace("_", " "), "" if shown is None else str(shown))
        table_console().print(table)
    return 0


def _facts(outlet: Outlet) -> dict[str, Any]:
    """Return what the registry says; a lean and a note are only ever a site's own."""
    return {
        fact: value
        for fact, value in asdict(outlet).items()
        if fact not in ("lean", "note", "registered")
    }
