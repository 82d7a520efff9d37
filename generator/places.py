"""Where the theme and the schemas are: in a checkout, or beside the installed package."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def theme_folder() -> Path:
    """Return the folder of our theme. Raises `FileNotFoundError` if the installation lacks it."""
    for folder in (PACKAGE.parent / "themes" / "pressreview", PACKAGE / "themes" / "pressreview"):
        if (folder / "templates").is_dir():
            return folder
    message = "The theme 'pressreview' is missing. Install the package again."
    raise FileNotFoundError(message)
