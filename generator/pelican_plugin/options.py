"""What the settings file is, and what it says about folders."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pelican.settings import read_settings

from generator.settings import SettingsError, SiteSettings, site_settings

SETTINGS_FILE = "PRESSREVIEW_SETTINGS_FILE"
"""The setting by which our own commands tell a build which file its settings are from."""


@dataclass(frozen=True, kw_only=True, slots=True)
class SiteFolders:
    """Where a site is read from and written to."""

    content: Path
    output: Path
    theme: Path


def settings_of(settings: Mapping[str, Any]) -> SiteSettings:
    """Return our settings from Pelican's. Raises `SettingsError`."""
    return site_settings(
        title=settings["SITENAME"],
        url=settings["SITEURL"],
        language=settings["DEFAULT_LANG"],
        own=settings.get("PRESSREVIEW", {}),
    )


def site_folders(file: str) -> SiteFolders:
    """Return the folders that the settings file `file` names.

    Raises `SettingsError` if it cannot be read.
    """
    settings = _read(file)
    return SiteFolders(
        content=Path(settings["PATH"]),
        output=Path(settings["OUTPUT_PATH"]),
        theme=Path(settings["THEME"]),
    )


def settings_in(file: str) -> SiteSettings:
    """Return our settings from the settings file `file`.

    Raises `SettingsError` if it cannot be read, or has what it cannot have.
    """
    return settings_of(_read(file))


def _read(file: str) -> Mapping[str, Any]:
    try:
        settings: Mapping[str, Any] = read_settings(file)
    except Exception as error:  # a settings file is a program, and can fail in any way
        message = f"cannot be read: {type(error).__name__}: {error}"
        raise SettingsError(message) from error
    return settings


def settings_file(settings: Mapping[str, Any]) -> str:
    """Return the name of the file that `settings` are from, for messages.

    Pelican does not tell; its command line does.
    """
    if SETTINGS_FILE in settings:
        return str(settings[SETTINGS_FILE])
    parser = argparse.ArgumentParser(add_help=False, exit_on_error=False, allow_abbrev=False)
    parser.add_argument("-s", "--settings", default="pelicanconf.py")
    try:
        return str(parser.parse_known_args(sys.argv[1:])[0].settings)
    except argparse.ArgumentError:
        return "pelicanconf.py"
