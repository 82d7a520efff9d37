"""Where the theme and the schemas are: in a checkout, or inside the installed package.

What the core reads (word lists, the outlet registry) is package data and found as such.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

PACKAGE = Path(__file__).resolve().parent

PLACES = {
    # At the top of a checkout, where theme makers look; the wheel takes it inside the package.
    "theme": (PACKAGE / "themes" / "pressreview", PACKAGE.parent / "themes" / "pressreview"),
    "schema": (PACKAGE / "schema",),
}


def folder_of(part: Literal["theme", "schema"]) -> Path:
    """Return the folder of our theme or schemas.

    Raises `FileNotFoundError` if the installation lacks it.
    """
    for folder in PLACES[part]:
        if folder.is_dir():
            return folder
    message = f"The {part} of Pressreview is missing. Install the package again."
    raise FileNotFoundError(message)
