"""Read the narrated review of a digest: review.md or review.txt."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from generator.load.files import TEXT_LIMIT, Folder, decode, read_bytes
from generator.load.front_matter import parts_of
from generator.load.references import Source, faults_of_references
from generator.model import Markup, Review
from generator.problems import Problem

NAMES: dict[str, Markup] = {"review.md": "markdown", "review.txt": "text"}


def read_review(directory: Path, folder: Folder, problems: list[Problem]) -> Review | None:
    """Return the narrated review in `directory`, if there is one that can be read."""
    paths = [directory / name for name in NAMES if os.path.lexists(f"{directory}{os.sep}{name}")]
    if len(paths) > 1:
        problems.append(
            Problem(
                file=folder.name_of(paths[1]),
                line=1,
                code="D004",
                what="the digest has two reviews: review.md and review.txt",
                mend="Delete one of them, or join them.",
            )
        )
    return _read(paths[0], folder, problems) if paths else None


def _read(path: Path, folder: Folder, problems: list[Problem]) -> Review | None:
    """Return the review at `path`."""
    name = folder.name_of(path)
    data = read_bytes(path, folder, problems, limit=TEXT_LIMIT)
    text = None if data is None else decode(data, name, problems)
    if data is None or text is None:
        return None
    parts = parts_of(text)
    body = parts.body
    if parts.keys:
        problems.append(_front_matter(name, parts.keys))
    if not body.of(text).strip():
        problems.append(
            Problem(
                file=name,
                line=1,
                code="D002",
                what="the review is empty",
                mend="Write or paste its text, or delete the file.",
            )
        )
        return None
    if NAMES[path.name] == "markdown":
        source = Source(file=name, text=text, folder=path.parent)
        problems.extend(faults_of_references(source))
    return Review(
        file=name,
        text=text,
        body=body,
        markup=NAMES[path.name],
        text_hash=hashlib.sha256(data).hexdigest(),
    )


def _front_matter(name: str, keys: tuple[str, ...]) -> Problem:
    listed = ", ".join(f"`{key}`" for key in keys)
    return Problem(
        file=name,
        line=2,
        code="D012",
        what=f"the front matter of a review is not read ({listed})",
        mend="Move the keys to digest.yaml.",
        severity="warning",
    )
