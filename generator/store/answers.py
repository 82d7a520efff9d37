"""What language models answered, kept with the content so that nobody asks twice.

One file a digest, `content/summaries/<slug>.json`, with every answer there was. It is written to
be read: commit it, and a colleague sees in the diff what the model wrote, a build elsewhere needs
neither key nor network, and the summary stays as it was approved. An answer is found by its key,
the SHA-256 of input, model and version of the prompt; or by its input alone, the newest first.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from generator.store.whole import write_whole

FOLDER = "summaries"


class AnswersError(Exception):
    """A file of answers cannot be read or written; says why."""


@dataclass(frozen=True, kw_only=True, slots=True)
class StoredAnswer:
    """What a model answered to one question."""

    key: str
    """SHA-256 of input, model and version of the prompt; hex."""
    input: str
    """SHA-256 of what was asked about; hex."""
    model: str
    answer: str
    """As it came; it is checked in every build, so that it may be mended by hand."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Answers:
    """The folder of answers of one site."""

    folder: Path

    def of(self, slug: str) -> tuple[StoredAnswer, ...]:
        """Return all answers about a digest, the oldest first. Raises `AnswersError`."""
        path = self._path(slug)
        if not path.exists():
            return ()
        try:
            rows = json.loads(path.read_text(encoding="utf-8"))["answers"]
            return tuple(_answer(row) for row in rows)
        except (OSError, ValueError, LookupError, TypeError, RecursionError) as error:
            message = f"{self._name(slug)} cannot be read"
            raise AnswersError(message) from error

    def add(self, slug: str, answer: StoredAnswer) -> None:
        """Keep one more answer about a digest. Raises `AnswersError`."""
        path = self._path(slug)
        rows = [_row(each) for each in (*self.of(slug), answer)]
        text = json.dumps({"digest": slug, "answers": rows}, ensure_ascii=False, indent=2)
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            write_whole(path, f"{text}\n")
        except (OSError, UnicodeEncodeError) as error:
            message = f"{self._name(slug)} cannot be written"
            raise AnswersError(message) from error

    def _path(self, slug: str) -> Path:
        return self.folder / f"{slug}.json"

    def _name(self, slug: str) -> str:
        """Return the file's name as messages give it: from the content folder on."""
        return f"{self.folder.parent.name}/{self.folder.name}/{slug}.json"


def _row(stored: StoredAnswer) -> dict[str, Any]:
    """Return an answer as it is written: one that is JSON itself, as JSON and not as its source."""
    row = asdict(stored)
    try:
        data = json.loads(stored.answer)
    except (ValueError, RecursionError):
        return row
    return row | {"answer": data} if isinstance(data, dict) else row


def _answer(row: object) -> StoredAnswer:
    """Return one answer; raises `TypeError` if it is none."""
    if not isinstance(row, dict) or set(row) != {each.name for each in fields(StoredAnswer)}:
        raise TypeError
    answer = row["answer"]
    if isinstance(answer, dict):
        row = row | {"answer": json.dumps(answer, ensure_ascii=False)}
    if not all(isinstance(value, str) for value in row.values()):
        raise TypeError
    return StoredAnswer(**row)
