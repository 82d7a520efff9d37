"""Check what is published without being read: ordinary pages, and pictures.

Pelican reads `pages/` and copies `images/`; it follows links wherever they lead and only logs a
page that it cannot use. A drawing (SVG) is a document that may run programs in a reader's browser.
Whoever gets these messages has the place and the mend before anything is built.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

from generator.load.files import Folder, is_inside, leads_outside, read_text
from generator.load.references import Source, faults_of_references
from generator.problems import Problem

PAGES = "pages"
IMAGES = "images"
PAGE_LIMIT = 1_000_000
"""Bytes; a page of text is far smaller."""

DRAWING_LIMIT = 5_000_000
"""Bytes; larger drawings are photographs in disguise."""

_ACTIVE = re.compile(
    r"<\s*(?:\w+:)?(?:script|foreignObject|iframe|handler)\b|\son\w+\s*=|javascript:|<!ENTITY"
    r"|(?:href|src)\s*=\s*[\"'](?:https?:)?//",
    re.IGNORECASE,
)
"""Of SVG 2: what runs (scripts, event attributes) or loads from elsewhere."""

_TITLE = re.compile(r"^title\s*:\s*\S", re.IGNORECASE | re.MULTILINE)
_STATUS = re.compile(r"^status\s*:\s*(\S+)", re.IGNORECASE | re.MULTILINE)
STATUSES = {"published", "draft", "hidden", "skip"}


def faults_of_pages(folder: Folder) -> list[Problem]:
    """Return what is wrong with the pages and pictures of a site."""
    problems: list[Problem] = []
    digests = folder.path / "digests"
    names = sorted(os.listdir(digests)) if digests.is_dir() else []  # noqa: PTH208 (ten thousand)
    galleries = [
        digests / name / IMAGES
        for name in names
        if os.path.lexists(f"{digests}{os.sep}{name}{os.sep}{IMAGES}")
    ]
    for directory in (folder.path / PAGES, folder.path / IMAGES, *galleries):
        for path in _files_below(directory, folder, problems):
            if not is_inside(path, folder):
                problems.append(leads_outside(folder.name_of(path), 1, "the file is a link that"))
            elif directory.name == PAGES and path.suffix == ".md":
                problems += _faults_of_page(path, folder)
            elif path.suffix.casefold() == ".svg":
                problems += _faults_of_drawing(path, folder)
    return problems


def _faults_of_drawing(path: Path, folder: Folder) -> list[Problem]:
    """Return a problem if an SVG file could run something or fetch something."""
    problems: list[Problem] = []
    text = read_text(path, folder, problems, limit=DRAWING_LIMIT)
    found = _ACTIVE.search(text or "")
    if text is not None and found:
        problems.append(
            Problem(
                file=folder.name_of(path),
                line=text.count("\n", 0, found.start()) + 1,
                code="F009",
                what=f"the drawing has '{found[0].strip()}', which could run or fetch something",
                mend="Save it as a plain SVG without scripts and outside parts, or as PNG.",
            )
        )
    return problems


def _files_below(directory: Path, folder: Folder, problems: list[Problem]) -> list[Path]:
    """Return all files below `directory`, sorted; a folder that leads outside is a problem."""
    found: list[Path] = []
    for place, folders, files in os.walk(directory):
        for name in folders:
            path = Path(place, name)
            if not is_inside(path, folder):
                problems.append(leads_outside(folder.name_of(path), 1, "the folder is a link that"))
        found += (Path(place, name) for name in files)
    return sorted(found)


def _faults_of_page(path: Path, folder: Folder) -> list[Problem]:
    problems: list[Problem] = []
    text = read_text(path, folder, problems, limit=PAGE_LIMIT)
    if text is None:
        return problems
    head = re.split(r"\r?\n\s*\r?\n", text.removeprefix("\ufeff").lstrip(), maxsplit=1)[0]
    status = _STATUS.search(head)
    if not _TITLE.search(head):
        problems.append(_of_page(path, folder, 1, "has no title", "Begin it with `Title: …`."))
    if status and status[1].casefold() not in STATUSES:
        line = text[: text.index(status[0])].count("\n") + 1
        what = f"has the unknown status '{status[1]}'"
        problems.append(_of_page(path, folder, line, what, "Write published, hidden or draft."))
    source = Source(file=folder.name_of(path), text=text, folder=None)
    return [*problems, *faults_of_references(source)]


def _of_page(path: Path, folder: Folder, line: int, what: str, mend: str) -> Problem:
    return Problem(
        file=folder.name_of(path), line=line, code="P002", what=f"the page {what}", mend=mend
    )
