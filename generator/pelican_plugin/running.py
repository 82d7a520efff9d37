"""A run of Pelican, whole or not at all: its output is staged, its errors are fatal.

Pelican logs many errors and goes on; here a logged error, like a problem of the content, ends the
run before anything reaches the output folder. The reasons go to standard error in plain lines;
Pelican's own report of our exception, with its traceback, is left out. `pelican --autoreload`
lives on and builds again at the next change.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pelican import Pelican, log

from generator import store
from generator.building.program import print_of_program
from generator.building.sources import Folder, folders_in
from generator.building.unchanged import (
    FACT,
    LastBuild,
    Sources,
    last_build,
    note_placed,
    sources_of,
)
from generator.clock import now
from generator.pelican_plugin.options import settings_file
from generator.problems import ProblemsFoundError
from generator.settings import SettingsError
from generator.store.state import BROKEN, State, remove, state_at
from generator.workers import SHORT, FaultError, WorkerLostError

RUNNING = "PRESSREVIEW_RUNNING"
"""The setting by which our generator finds the build that it is part of."""
OURS = "generator.pelican_plugin"
"""The plugin that we are."""


PLAIN = (
    *(ProblemsFoundError, SettingsError, WorkerLostError, FaultError, store.StoreError),
    *(OSError, MemoryError),
)
"""What ends a build with a line instead of a traceback."""

INTERRUPTED = 130


@dataclass(kw_only=True, slots=True)
class Running:
    """A build under way, and what earlier ones found out."""

    build: store.Build
    state: State
    code: bytes
    """Fingerprint of the program."""
    folders: Mapping[str, Folder]
    """Of the digests, as they stood when it began."""
    warnings: list[str] = field(default_factory=list)
    """What was said of the content, line by line."""
    clock: bytes = b""
    """Fingerprint of what the build held back, and found ahead of time."""

    def warn(self, warning: str) -> None:
        """Say something of the content on standard error, and remember it."""
        self.warnings.append(warning)
        sys.stderr.write(f"{warning}\n")


class BuildFailedError(Exception):
    """The build ended without publishing; why has been said."""

    exitcode = 1
    """Pelican's `main` ends with this status."""


class LoggedErrors(logging.Handler):
    """Remembers errors that Pelican logs and would pass over."""

    def __init__(self) -> None:
        """Listen from the level WARNING."""
        super().__init__(logging.WARNING)
        self.messages: list[str] = []
        self.warned = False
        """Whether anything at all was logged."""

    def emit(self, record: logging.LogRecord) -> None:
        """Remember one message."""
        self.warned = True
        if record.levelno >= logging.ERROR:
            self.messages.append(record.getMessage())


class StagedPelican(Pelican):  # type: ignore[misc] # Pelican has no types
    """Pelican, writing to the stage of `store`; for its setting PELICAN_CLASS."""

    def __init__(self, settings: dict[str, Any]) -> None:
        """Load the plugins; one that cannot be loaded stops the run later."""
        logging.getLogger("pelican").addFilter(_not_said_twice)
        self.failed = False
        with _listening() as errors:
            super().__init__(settings)
        self.early_errors = tuple(errors.messages)

    def run(self) -> None:
        """Build and publish. Raises `BuildFailedError` after having said why.

        Ctrl-C ends the whole command, with the status that shells know it by.

        `pelican --autoreload` answers an exception by running again at once, not at the next
        change; so the run after one that failed does nothing.
        """
        if self.failed:
            self.failed = False
            return
        try:
            count = self._published()
        except KeyboardInterrupt:
            raise SystemExit(INTERRUPTED) from None
        except PLAIN as error:
            self.failed = True
            sys.stderr.write(f"{_reason(error, self.settings)}\n")
            raise BuildFailedError from error
        sys.stdout.write(f"{count} files published in {Path(self.settings['OUTPUT_PATH']).name}/\n")

    def _published(self) -> int:
        """Build into the stage, move it into the output folder, return how many files it has."""
        self._refuse_sources()
        with store.building(Path(self.settings["OUTPUT_PATH"])) as build, _listening() as errors:
            # Only this attribute: what serves the site reads the setting, and wants the real one.
            self.output_path = str(build.stage)
            try:
                return self._built(build, errors)
            except BROKEN as error:
                remove(build.state)
                message = (
                    f"What earlier builds found out cannot be used ({error}), and was deleted. "
                    "Build again; if this comes back, look after the disk that "
                    f"{build.output.parent} is on."
                )
                raise store.StoreError(message) from error

    def _built(self, build: store.Build, errors: LoggedErrors) -> int:
        """Build what changed into the stage of `build` and commit it."""
        with state_at(build.state) as state:
            folders = folders_in(Path(self.path) / "digests")
            code = print_of_program()
            sources = self._sources(state, folders, code)
            if known := last_build(state, sources, now(), build.output):
                sys.stderr.write("".join(f"{warning}\n" for warning in known.warnings))
                return known.files
            state.write("DELETE FROM fact WHERE name = ?", [(FACT,)])
            running = self.settings[RUNNING] = Running(
                build=build, state=state, code=code, folders=folders
            )
            try:
                super().run()
            except RuntimeError:
                # `--fatal errors` raises it at the first logged error, having logged it.
                if not errors.messages:
                    raise
            finally:
                del self.settings[RUNNING]
                # `command` keeps Pelican's last line back; ours, and the cursor, are to come.
                log.console.quiet = False
            if messages := (*self.early_errors, *errors.messages):
                why = "\n".join(("Nothing was published, because of:", *messages))
                raise store.StoreError(why)
            files = build.commit()
            note_placed(state, build.output, files, moved=build.moved)
            if sources and not errors.warned:
                last = LastBuild(
                    sources=sources,
                    clock=running.clock,
                    warnings=tuple(running.warnings),
                    files=len(files),
                )
                state.keep(FACT, last)
            state.commit()
            return len(files)

    def _sources(self, state: State, digests: Mapping[str, Folder], code: bytes) -> Sources | None:
        """Return all that a build reads, as it stands; None if that cannot be told."""
        names = ("THEME_TEMPLATES_OVERRIDES", "PLUGIN_PATHS")
        folders = [path for name in names for path in self.settings[name]]
        content = Path(self.path)
        within = ("STATIC_PATHS", "PAGE_PATHS", "ARTICLE_PATHS")
        inside = [path for name in within for path in self.settings[name]]
        if (
            self.early_errors
            or [plugin.__name__ for plugin in self.plugins] != [OURS]
            or any(not _is_below(content / path, content) for path in inside)
            # What a language model is asked, and answers, no file tells.
            or state.one("SELECT 1 FROM digest WHERE wanted IS NOT NULL")
        ):
            return None
        file = Path(settings_file(self.settings)).absolute()
        wishes = sorted(item for item in os.environ.items() if item[0].startswith("PRESSREVIEW_"))
        return sources_of(
            content,
            digests,
            (Path(self.theme), *map(Path, folders)),
            {file, *file.parent.glob("*.py")},
            self.settings,
            repr(wishes).encode(),
            code,
        )

    def _refuse_sources(self) -> None:
        """Raise `StoreError` if the site would be written over what it is made from."""
        output = Path(self.settings["OUTPUT_PATH"]).resolve()
        for source in (Path(self.path).resolve(), Path(self.theme).resolve(), Path.cwd()):
            if output == source or output in source.parents:
                message = (
                    f"The output folder {output} holds {source.name}/, which the site is made "
                    "from or by, so nothing was published. Name a folder of its own."
                )
                raise store.StoreError(message)


def _is_below(path: Path, folder: Path) -> bool:
    return path.resolve().is_relative_to(folder.resolve())


@contextmanager
def _listening() -> Iterator[LoggedErrors]:
    """Remember the errors that are logged while the block runs."""
    errors = LoggedErrors()
    logging.getLogger().addHandler(errors)
    try:
        yield errors
    finally:
        logging.getLogger().removeHandler(errors)


def _reason(error: Exception, settings: dict[str, Any]) -> str:
    if isinstance(error, SettingsError):
        return f"{settings_file(settings)}:1: B001 {error}. Mend the settings."
    if isinstance(error, MemoryError):
        return SHORT
    if isinstance(error, OSError):
        name = error.filename2 or error.filename or "a file"
        return (
            f"{name} cannot be read or written: {error.strerror or error}, so nothing was "
            "published. Mend that, and build again."
        )
    return str(error)


def _not_said_twice(record: logging.LogRecord) -> bool:
    """Tell whether a log record is other than Pelican's report of our own exception."""
    arguments = record.args if isinstance(record.args, tuple) else ()
    return not any(isinstance(argument, BuildFailedError) for argument in arguments)
