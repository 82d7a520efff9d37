"""Build, serve on this machine, build again at every change, and have the browser reload."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import threading
from pathlib import Path

from watchfiles import DefaultFilter, watch

from generator.asking.endpoint import OFFLINE
from generator.cli import UsageError
from generator.cli.preview import Preview
from generator.places import PACKAGE
from generator.settings import SettingsError

HELP = "serve the site on this machine and reload the browser at every change"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of `serve`."""
    parser.add_argument("-p", "--port", type=int, default=8000, help="port (default: %(default)s)")
    parser.add_argument(
        "-b", "--bind", default="127.0.0.1", help="address to listen on (default: %(default)s)"
    )
    parser.add_argument("-o", "--output", help="output folder (default: as the settings say)")
    parser.add_argument(
        "-s", "--settings", default="pelicanconf.py", help="settings file (default: %(default)s)"
    )


def run(options: argparse.Namespace) -> int:
    """Serve until interrupted; a build that fails says why and leaves the last site up."""
    if not Path(options.settings).is_file():
        message = f"no settings file {options.settings} here; change to the site's folder"
        raise UsageError(message)
    output, watched = _places(options)
    _build(options)
    try:
        output.mkdir(parents=True, exist_ok=True)
        preview = Preview(output, options.bind, options.port)
    except OSError as error:
        what = error.filename or f"{options.bind}:{options.port}"
        message = f"cannot serve {what}: {error.strerror}; try --port or --output"
        raise UsageError(message) from error
    threading.Thread(target=preview.serve_forever, daemon=True).start()
    print(f"Serving http://{options.bind}:{preview.server_port}/ — stop with Ctrl-C", flush=True)
    for _changes in watch(*watched, watch_filter=_but_for(output), step=50, raise_interrupt=True):
        if _build(options):
            preview.reload()
    return 0


def _places(options: argparse.Namespace) -> tuple[Path, tuple[Path, ...]]:
    """Return the output folder, and all that a page may depend on, as the settings say.

    Settings may import from files beside theirs, as publishconf.py does.
    """
    # Imported late: Pelican takes its time, and only this command needs it.
    from generator.pelican_plugin.options import site_folders  # noqa: PLC0415

    try:
        folders = site_folders(options.settings)
    except SettingsError as error:
        message = f"{options.settings} {error}"
        raise UsageError(message) from error
    output = Path(options.output) if options.output else folders.output
    programs = sorted(Path(options.settings).absolute().parent.glob("*.py"))
    watched = (folders.content, folders.theme, PACKAGE, *programs)
    return output, tuple(path for path in watched if path.exists())


def _but_for(output: Path) -> DefaultFilter:
    """Watch nothing that a build writes: the content folder may hold the output folder."""
    real = Path(os.path.realpath(output))
    return DefaultFilter(ignore_paths=[output, real, real.parent / f".{real.name}.pressreview"])


def _build(options: argparse.Namespace) -> bool:
    """Build in a process of its own, so that changed code and settings count.

    No language model is asked: every saved change would be a question, and some cost money.
    """
    command = [sys.executable, "-m", "generator", "build", "-s", options.settings]
    command += ["-o", options.output] if options.output else []
    offline = {**os.environ, OFFLINE: "1"}
    return subprocess.run(command, check=False, env=offline).returncode == 0  # noqa: S603 (our own command)
