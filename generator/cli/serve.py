"""Build, serve on this machine, and have the browser show every change as soon as it is saved."""

from __future__ import annotations

import argparse
import os
import queue
import threading
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from watchfiles import DefaultFilter, watch
from watchfiles.main import FileChange

from generator.cli import UsageError
from generator.cli.builder import Builder
from generator.cli.edits import Copyist, Edit
from generator.cli.preview import Change, Preview
from generator.places import PACKAGE
from generator.settings import SettingsError
from generator.store import Build

if TYPE_CHECKING:
    from generator.pelican_plugin.options import SiteFolders

HELP = "serve the site on this machine and show every change in the browser"

SETTLING = 10
"""Milliseconds without a further change after which an edit is taken for whole. What is saved later
is built after it, so nothing is lost where a checkout takes longer."""

PULSE = 0.5
"""Seconds between two looks for Ctrl-C on systems where waiting cannot be interrupted."""


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
    folders = _folders(options)
    output = Path(options.output) if options.output else folders.output
    live = _Live(options, folders, output)
    with closing(live.builder):
        live.watch()
        live.builder.build(0)
        preview = _preview(output, options)
        live.preview = preview
        threading.Thread(target=preview.serve_forever, daemon=True).start()
        print(
            f"Serving http://{options.bind}:{preview.server_port}/ — stop with Ctrl-C", flush=True
        )
        while True:
            live.build_next()


def _preview(output: Path, options: argparse.Namespace) -> Preview:
    try:
        output.mkdir(parents=True, exist_ok=True)
        return Preview(output, options.bind, options.port)
    except OSError as error:
        what = error.filename or f"{options.bind}:{options.port}"
        message = f"cannot serve {what}: {error.strerror}; try --port or --output"
        raise UsageError(message) from error


class _Live:
    """A site that is served: one thread takes edits as they are saved, another builds them."""

    preview: Preview | None = None
    """None until the first build has ended."""

    def __init__(self, options: argparse.Namespace, folders: SiteFolders, output: Path) -> None:
        self.builder = Builder(options.settings, options.output, self._looked)
        build = Build(output=Path(os.path.realpath(output)))
        self._copyist = Copyist(build=build, folders=folders.copied)
        self._digests = folders.content / "digests"
        self._watched = _watched(options, folders)
        self._filter = _but_for(output)
        self._blind: OSError | None = None
        self._waiting: queue.Queue[tuple[int, Edit]] = queue.Queue()

    def watch(self) -> None:
        """Begin to take edits."""
        threading.Thread(target=self._take_edits, daemon=True).start()

    def _take_edits(self) -> None:
        try:
            self._take(watch(*self._watched, watch_filter=self._filter, step=SETTLING))
        except OSError as error:
            self._blind = error

    def _take(self, edits: Iterable[set[FileChange]]) -> None:
        for number, changes in enumerate(edits, start=1):
            edit = self._copyist.taken(Path(path) for _, path in changes)
            self._tell([Edit(copied=edit.copied)])
            for slug in edit.slugs(self._digests):
                self.builder.look(number, slug)
            self._waiting.put((number, edit))

    def build_next(self) -> None:
        """Wait for an edit; build it, and all that were saved before the build begins.

        Raises `UsageError` if the system tells of no more edits.
        """
        if self._blind:
            message = f"cannot watch the site's folders: {self._blind}"
            raise UsageError(message)
        edits = []
        try:
            edits.append(self._waiting.get(timeout=PULSE))
            while True:
                edits.append(self._waiting.get_nowait())
        except queue.Empty:
            pass
        if any(edit.files for _, edit in edits):
            self._build(edits[-1][0], [edit for _, edit in edits])

    def _build(self, number: int, edits: list[Edit]) -> None:
        """Build the site for `edits`; what looks showed is then built, unless the build failed."""
        done = self.builder.build(number)
        # The build may have put a file back as it was before it was copied alone.
        later = [Edit(copied=edit.copied) for _, edit in list(self._waiting.queue)]
        for edit in later:
            for file in edit.copied:
                self._copyist.copy(file)
        if self.preview and done:
            self.preview.built(number)
        self._tell([*(edits if done else []), *later])

    def _tell(self, edits: list[Edit]) -> None:
        if self.preview:
            self.preview.tell(change for edit in edits for change in _changes(edit))

    def _looked(self, number: int, name: str, page: bytes) -> None:
        if self.preview:
            self.preview.show(number, name, page)


def _changes(edit: Edit) -> list[Change]:
    changes: list[Change] = ["pages"] if edit.files else []
    changes += ["everything"] if edit.shows_beside_pages else []
    return [*changes, "styles"] if edit.has_styles else changes


def _folders(options: argparse.Namespace) -> SiteFolders:
    # Imported late: Pelican takes its time, and only this command needs it.
    from generator.pelican_plugin.options import site_folders  # noqa: PLC0415

    try:
        return site_folders(options.settings)
    except SettingsError as error:
        message = f"{options.settings} {error}"
        raise UsageError(message) from error


def _watched(options: argparse.Namespace, folders: SiteFolders) -> tuple[Path, ...]:
    """Return all that a page may depend on.

    Settings may import from files beside theirs, as publishconf.py does.
    """
    programs = sorted(Path(options.settings).absolute().parent.glob("*.py"))
    watched = (folders.content, folders.theme, PACKAGE, *programs)
    return tuple(path for path in watched if path.exists())


def _but_for(output: Path) -> DefaultFilter:
    """Watch nothing that a build writes: the content folder may hold the output folder."""
    real = Path(os.path.realpath(output))
    return DefaultFilter(ignore_paths=[output, real, real.parent / f".{real.name}.pressreview"])
