"""Build, serve on this machine, build again at every change, and have the browser reload."""

from __future__ import annotations

import argparse
import subprocess
import sys
import threading
from pathlib import Path

from watchfiles import watch

from generator.cli import UsageError
from generator.cli.preview import Preview

HELP = "serve the site on this machine and reload the browser at every change"

WATCHED = ("content", "themes", "generator", "pelicanconf.py")
"""What a page may depend on, of what is there."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of `serve`."""
    parser.add_argument("-p", "--port", type=int, default=8000, help="port (default: %(default)s)")
    parser.add_argument(
        "-b", "--bind", default="127.0.0.1", help="address to listen on (default: %(default)s)"
    )
    parser.add_argument("-o", "--output", default="output", help="folder (default: %(default)s)")
    parser.add_argument(
        "-s", "--settings", default="pelicanconf.py", help="settings file (default: %(default)s)"
    )


def run(options: argparse.Namespace) -> int:
    """Serve until interrupted; a build that fails says why and leaves the last site up."""
    if not Path(options.settings).is_file():
        message = f"no settings file {options.settings} here; change to the site's folder"
        raise UsageError(message)
    _build(options)
    Path(options.output).mkdir(exist_ok=True)
    try:
        preview = Preview(Path(options.output), options.bind, options.port)
    except OSError as error:
        message = f"cannot listen on {options.bind}:{options.port}: {error.strerror}; try --port"
        raise UsageError(message) from error
    threading.Thread(target=preview.serve_forever, daemon=True).start()
    print(f"Serving http://{options.bind}:{preview.server_port}/ — stop with Ctrl-C", flush=True)
    places = [place for place in WATCHED if Path(place).exists()]
    for _changes in watch(*places, step=50, raise_interrupt=True):
        if _build(options):
            preview.reload()
    return 0


def _build(options: argparse.Namespace) -> bool:
    """Build in a process of its own, so that changed code and settings count."""
    command = [sys.executable, "-m", "generator", "build"]
    command += ["-s", options.settings, "-o", options.output]
    return subprocess.run(command, check=False).returncode == 0  # noqa: S603 (our own command)
