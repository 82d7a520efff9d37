"""`verify`: every quotation of the content and what checking it came to, drafts included.

The quotations written in digest.yaml come first, in file order, then those that were found in the
review and the articles and are shown. Spans are code points of the file of `found_in`, read as
UTF-8 without newline translation, end exclusive.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from rich.table import Table

from generator.cli.check import add_content_options, base_of, content_paths, settings_for
from generator.cli.texts import progress, table_console
from generator.model import Digest, Quotation, Span, Verdict
from generator.problems import Problem

HELP = "check every quotation against the stored articles"

SHOWN_WORDS = 12
"""Words of a quotation that the table shows."""
_IN_LINES = {"Q001", "Q002"}
"""Problems that the verdicts themselves tell."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """What is said of one quotation."""

    digest: Digest
    quotation: Quotation

    @property
    def verdict(self) -> Verdict | None:
        """None for a paraphrase."""
        return self.quotation.verdict

    @property
    def article(self) -> str | None:
        """Id of the article it is credited to, also of one that readers are not sent to."""
        place, article = self.quotation.entry, self.quotation.article
        named = "" if place is None else self.digest.editorial.quotations[place].article
        return named or (article.id if article else None) or self.found_in_own

    @property
    def found_in_own(self) -> str | None:
        """Id of the article of its own outlet that holds the words."""
        verdict = self.verdict
        return verdict.found_in if verdict and verdict.kind in {"exact", "edited"} else None

    @property
    def found_in(self) -> str | None:
        """Id of the article that holds the words: `<digest>/<id>` for another digest's."""
        return None if self.verdict is None or self.fails_to_stand else self.verdict.found_in

    @property
    def fails_to_stand(self) -> bool:
        """Whether no stored article holds the words."""
        return self.verdict is not None and self.verdict.kind == "absent"

    @property
    def span(self) -> Span | None:
        """From the first to the last of the words in `found_in`."""
        if self.verdict is None or self.found_in is None:
            return None
        parts = self.verdict.fragments or (self.verdict,)
        here = [part for part in parts if part.span and part.found_in == self.found_in]
        in_text = [part for part in here if part.part == "text"]
        spans = [part.span for part in in_text or here if part.span]
        return Span(min(s.start for s in spans), max(s.end for s in spans)) if spans else None

    @property
    def text(self) -> str:
        """The words in one line, as they are published."""
        return " ".join(" ".join(self.quotation.parts).split())


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    add_content_options(parser)
    parser.add_argument("--format", choices=("table", "jsonl"), default="table")


def run(options: argparse.Namespace) -> int:
    """Print a line a quotation; 1 if one is absent or elsewhere, or the content has an error."""
    # Imported late: the analysis takes its time to start, and `--help` does without.
    from generator.edition import digests_found  # noqa: PLC0415

    settings = settings_for(options.settings)
    digests: dict[tuple[str, str], Digest] = {}
    problems: list[Problem] = []
    for path in content_paths(options.path):
        found, more = digests_found(
            path, settings, in_turn=lambda rows: progress(rows, "verifying")
        )
        digests |= {(str(base_of(path)), digest.slug): digest for digest in found}
        problems += more
    lines = [line for digest in digests.values() for line in lines_of(digest)]
    (_as_jsonl if options.format == "jsonl" else _as_table)(lines)
    errors = [p for p in problems if p.severity == "error" and p.code not in _IN_LINES]
    for problem in sorted(set(errors)):
        print(problem, file=sys.stderr)
    return int(bool(errors) or any(map(_fails, lines)))


def lines_of(digest: Digest) -> Iterator[Line]:
    """Yield the editor's quotations in the order of digest.yaml, then the others as shown."""
    written = [q for q in digest.quotations if q.entry is not None and q.rule == "editor"]
    for quotation in sorted(written, key=lambda quotation: quotation.entry or 0):
        yield Line(digest=digest, quotation=quotation)
    for quotation in digest.quotations:
        if quotation not in written:
            yield Line(digest=digest, quotation=quotation)


def _fails(line: Line) -> bool:
    """Whether words are published that their source does not hold; withdrawn ones are not."""
    kind = line.verdict.kind if line.verdict else ""
    return kind in {"absent", "elsewhere"} and not line.quotation.withdrawn


def _as_jsonl(lines: list[Line]) -> None:
    for line in lines:
        print(json.dumps(_row(line), ensure_ascii=False))


def _row(line: Line) -> dict[str, Any]:
    return {
        "digest": line.digest.slug,
        "id": line.quotation.id,
        "outlet": line.quotation.outlet.name,
        "article": line.article,
        "verdict": line.verdict.kind if line.verdict else None,
        "found_in": line.found_in,
        "span": [line.span.start, line.span.end] if line.span else None,
        "text": line.text,
    }


def _as_table(lines: list[Line]) -> None:
    """Print a table, and to standard error how many quotations came to what."""
    table = Table("digest", "id", "outlet", "article", "verdict", "found in", "words")
    for line in lines:
        words = line.text.split()
        shown = " ".join(words[:SHOWN_WORDS]) + (" …" if len(words) > SHOWN_WORDS else "")
        table.add_row(
            line.digest.slug,
            line.quotation.id,
            line.quotation.outlet.name,
            line.article or "",
            _labelled(line),
            line.found_in or "",
            shown,
        )
    table_console().print(table)
    counts = Counter(_kind(line) for line in lines)
    said = ", ".join(f"{number} {kind}" for kind, number in sorted(counts.items()))
    print(f"{len(lines)} quotations{': ' if said else ''}{said}", file=sys.stderr)


def _kind(line: Line) -> str:
    return line.verdict.kind if line.verdict else "paraphrase"


def _labelled(line: Line) -> str:
    """Return the verdict, and what the editor did about it."""
    done = {
        "withdrawn": line.quotation.withdrawn,
        "acknowledged": line.quotation.acknowledged,
    }
    return ", ".join([_kind(line), *(word for word, reason in done.items() if reason)])
