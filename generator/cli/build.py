"""Build the site: the same as plain `pelican content`, errors being fatal."""

from __future__ import annotations

import argparse
from pathlib import Path

from generator.cli import UsageError
from generator.memory import collecting_seldom
from generator.settings import SettingsError

HELP = "build the site into output/"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of `build`."""
    parser.add_argument("path", nargs="?", help="content folder (default: as the settings say)")
    parser.add_argument("-o", "--output", help="output folder (default: as the settings say)")
    parser.add_argument(
        "-s", "--settings", default="pelicanconf.py", help="settings file (default: %(default)s)"
    )


def run(options: argparse.Namespace) -> int:
    """Build once."""
    if not Path(options.settings).is_file():
        message = f"no settings file {options.settings} here; change to the site's folder"
        raise UsageError(message)
    if options.path and not Path(options.path).is_dir():
        message = f"there is no content folder {options.path}"
        raise UsageError(message)
    with collecting_seldom():
        # Imported late: Pelican takes its time, and only this command needs it.
        from generator.pelican_plugin.command import build_site  # noqa: PLC0415

        try:
            return build_site(options.settings, output=options.output, path=options.path)
        except SettingsError as error:
            message = f"{options.settings} {error}"
            raise UsageError(message) from error
