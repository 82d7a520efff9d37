"""Check the pictures and links that a narrated review or an ordinary page brings along.

A picture from another host would tell that host of every reader before any click, so it is
refused; one of the digest's own must be stored. Pelican's `{filename}` links mean something in
ordinary pages only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from generator.problems import Problem

_PICTURE = re.compile(
    r"!\[[^\[\]\n]{0,500}\]\(\s*<?([^\s)>]+)|<img\b[^>]{0,500}?\ssrc\s*=\s*[\"']?([^\"'\s>]+)",
    re.IGNORECASE,
)
_PELICAN_LINK = re.compile(
    r"\]\(\s*<?(\{(?:filename|static|attach|author|tag|category|index)\}[^)\s]*)"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Source:
    """A Markdown text, where its problems are placed, and where its pictures are stored."""

    file: str
    text: str
    folder: Path | None
    """The digest's folder; None for an ordinary page, whose pictures Pelican finds."""


def faults_of_references(source: Source) -> Iterator[Problem]:
    """Yield a problem for each picture that cannot be shown and each link that means nothing."""
    text = source.text
    for match in _PICTURE.finditer(text) if "<" in text or "![" in text else ():
        target = match[1] or match[2]
        parts = urlsplit(target)
        if parts.scheme or parts.netloc:
            what = f"the picture {target} lies at another place, which would learn of every reader"
            yield _problem(source, match, what, "Store it under images/, and name it from there.")
        elif source.folder and not (source.folder / unquote(parts.path)).is_file():
            what = f"there is no picture {target} in the digest's folder"
            yield _problem(source, match, what, "Store it under images/, or correct its name.")
    if source.folder is None:
        return
    for match in _PELICAN_LINK.finditer(text) if "](" in text else ():
        what = f"the link {match[1]} means something in pages/ only"
        yield _problem(source, match, what, "Write the address as a reader's browser needs it.")


def _problem(source: Source, match: re.Match[str], what: str, mend: str) -> Problem:
    line = source.text.count("\n", 0, match.start()) + 1
    return Problem(file=source.file, line=line, code="D019", what=what, mend=mend)
