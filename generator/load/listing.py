"""List a folder in one order everywhere, and tell which files nothing reads."""

from __future__ import annotations

import os
from pathlib import Path

from generator.load.files import Folder, is_inside, leads_outside
from generator.load.words import did_you_mean
from generator.problems import Problem

WORTH_A_WARNING = {
    *(".md", ".markdown", ".txt", ".text", ".html", ".htm", ".yaml", ".yml", ".toml", ".json"),
    *(".doc", ".docx", ".odt", ".rtf", ".pdf"),
}
"""Endings of files that somebody may have meant to be read; pictures may lie anywhere."""


def names_in(
    directory: Path, folder: Folder, problems: list[Problem], *, folders: bool = True
) -> list[Path]:
    """Return what lies in `directory`, sorted, without what is put aside; `folders` too, or not.

    Put aside are names with `.` or `_` in front and editors' backups. A directory that is a
    link out of the content folder is a problem, and its files are not seen.
    """
    if not os.path.isdir(directory):  # noqa: PTH112 (asked for several folders of each digest)
        return []
    if not is_inside(directory, folder):
        problems.append(leads_outside(folder.name_of(directory), 1, "the folder is a link that"))
        return []
    try:
        with os.scandir(directory) as entries:
            names = sorted(entry.name for entry in entries if folders or not entry.is_dir())
    except OSError as error:
        problems.append(
            Problem(
                file=folder.name_of(directory),
                line=1,
                code="F001",
                what=f"the folder cannot be read: {error.strerror}",
                mend="Check that you may read it.",
            )
        )
        return []
    return [directory / name for name in names if not is_put_aside(name)]


def is_put_aside(name: str) -> bool:
    """Tell whether a name keeps its file from being read."""
    return name.startswith((".", "_", "#")) or name.endswith(("~", ".bak", ".swp", ".orig"))


def strays(
    paths: list[Path], known: set[str], folder: Folder, *, folders: bool = True
) -> list[Problem]:
    """Return a warning for each of `paths` that was probably meant to be one of `known`."""
    return [
        Problem(
            file=folder.name_of(path),
            line=1,
            code="F006",
            what=f"nothing reads this {'folder' if path.is_dir() else 'file'}",
            mend=did_you_mean(
                path.name,
                known,
                otherwise="Move it away, or begin its name with '_' to put it aside.",
            ),
            severity="warning",
        )
        for path in paths
        if path.name not in known
        and (folders if path.is_dir() else path.suffix.lower() in WORTH_A_WARNING)
    ]
