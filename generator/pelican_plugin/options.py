"""What the settings file is, and what it says about folders."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pelican import signals
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
    copied: tuple[tuple[Path, str], ...]
    """Folders whose files go into the site as they are, and where: a path in the output folder."""


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
    settings = read_file(file)
    return SiteFolders(
        content=Path(settings["PATH"]),
        output=Path(settings["OUTPUT_PATH"]),
        theme=Path(settings["THEME"]),
        copied=tuple(_copied(settings)),
    )


def only_ours(settings: Mapping[str, Any]) -> bool:
    """Tell whether no other plugin than ours has a hand in the site."""
    names = (p if isinstance(p, str) else p.__name__ for p in settings["PLUGINS"] or ("",))
    return set(names) == {__package__}


def _copied(settings: Mapping[str, Any]) -> Iterator[tuple[Path, str]]:
    """Yield the folders that Pelican copies file by file; none where something may interfere."""
    if not only_ours(settings) or settings["STATIC_CREATE_LINKS"]:
        return
    theme = Path(settings["THEME"])
    for name in settings["THEME_STATIC_PATHS"]:
        if (theme / name).is_dir():
            yield theme / name, settings["THEME_STATIC_DIR"]
    if settings["STATIC_SAVE_AS"] == "{path}" and not settings["EXTRA_PATH_METADATA"]:
        for name in settings["STATIC_PATHS"]:
            yield Path(settings["PATH"]) / name, name


def settings_in(file: str) -> SiteSettings:
    """Return our settings from the settings file `file`.

    Raises `SettingsError` if it cannot be read, or has what it cannot have.
    """
    return settings_of(read_file(file))


def read_file(file: str, *, override: Mapping[str, Any] | None = None) -> Mapping[str, Any]:
    """Return Pelican's settings from the settings file `file`; those in `override` go first.

    Raises `SettingsError`.
    """
    _forget_handlers(Path(file).stem)
    try:
        settings: Mapping[str, Any] = read_settings(file, override=dict(override or {}))
    except Exception as error:  # a settings file is a program, and can fail in any way
        message = f"cannot be read: {type(error).__name__}: {error}"
        raise SettingsError(message) from error
    return settings


def _forget_handlers(module: str) -> None:
    """Disconnect from Pelican's signals what a settings file connected when it was read before.

    Read again, it connects the same once more, and all would be done twice.
    """
    if module not in sys.modules:
        return
    earlier = vars(sys.modules[module])
    for signal in vars(signals).values():
        if isinstance(signal, type(signals.initialized)):
            for handler in list(signal.receivers_for(None)):
                if getattr(handler, "__globals__", None) is earlier:
                    signal.disconnect(handler)


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
