"""What a build needs before it begins, made ready once: for processes forked from this one.

Ready are the programs, the outlet registry, and the theme's templates, compiled. A build in a
forked process is the same command as any build, and reads the settings again; it is lent the
templates only if the settings still ask for these very ones.
"""

from __future__ import annotations

import gc
import os
import sqlite3
from collections.abc import Mapping
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from jinja2 import Environment, TemplateError
from pelican import signals
from pelican.generators import Generator

from generator.building.first_look import Edited, first_look
from generator.building.program import print_of_program
from generator.building.templates import prints_of_templates, templates_read
from generator.clock import now
from generator.outlets import builtin_registry
from generator.pelican_plugin.options import only_ours, read_file, settings_of
from generator.problems import ProblemsFoundError
from generator.settings import SettingsError
from generator.store import Build
from generator.store.state import BROKEN, State

OF_TEMPLATES = (
    *("JINJA_ENVIRONMENT", "JINJA_FILTERS", "JINJA_GLOBALS", "JINJA_TESTS"),
    *("THEME", "THEME_TEMPLATES_OVERRIDES"),
)
"""The settings that Pelican makes an environment of templates from."""

NO_LOOK: tuple[type[Exception], ...] = (
    *(TemplateError, ProblemsFoundError, SettingsError, OSError, sqlite3.Error),
    *BROKEN,
)
"""What ends a look; a build that meets the same says so."""


class Warm:
    """What is ready for one settings file."""

    def __init__(self, settings_file: str, output: str | None) -> None:
        """Make it ready; takes a second. Raises `SettingsError`."""
        self._settings = read_file(settings_file)
        self._ours = settings_of(self._settings)
        self._output = Path(os.path.realpath(output or self._settings["OUTPUT_PATH"]))
        self._environment: Environment | None = None
        builtin_registry()
        if only_ours(self._settings):
            self._environment = _compiled(self._settings)
            signals.generator_init.connect(self._lend)
        self._code = print_of_program()

    @property
    def templates(self) -> tuple[Path, ...]:
        """Return the folders that templates come from."""
        overrides = self._settings["THEME_TEMPLATES_OVERRIDES"]
        return (*map(Path, overrides), Path(self._settings["THEME"]) / "templates")

    def look(self, slug: str) -> tuple[str, bytes] | None:
        """Return the file that shows the digest `slug`, and what would be in it, if it is known."""
        edited = Edited(slug=slug, content=Path(self._settings["PATH"]), settings=self._ours)
        kept = Build(output=self._output).state
        if self._environment is None or not kept.exists():
            return None
        try:
            with closing(State(kept, to_read=True)) as state:
                return first_look(state, edited, self._environment, code=self._code, now=now())
        except NO_LOOK:
            return None

    def rehearse(self) -> None:
        """Look at some digest, so that all that a look and a build use is loaded and prepared."""
        kept = Build(output=self._output).state
        try:
            with closing(State(kept, to_read=True)) as state:
                some = state.one("SELECT slug FROM digest WHERE live IS NOT NULL")
        except NO_LOOK:
            some = None
        if some:
            self.look(some[0])
        # What is there now stays: no collection in a forked process need write to its pages.
        gc.collect()
        gc.freeze()

    def _lend(self, generator: Generator) -> None:
        """Give a generator of Pelican's our environment, if its settings would make the same."""
        if only_ours(generator.settings) and _same(generator.settings, self._settings):
            assert self._environment is not None  # noqa: S101 (connected only with one)
            self._environment.tests.update(generator.env.tests)
            generator.env = self._environment


def _same(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return all(one[name] == other[name] for name in OF_TEMPLATES)


def _compiled(settings: Mapping[str, Any]) -> Environment:
    """Return an environment as Pelican makes it, with every template that draws a view compiled.

    A template that cannot be compiled is left to the build to complain of.
    """
    environment: Environment = Generator(
        context=dict(settings),
        settings=settings,
        path=settings["PATH"],
        theme=settings["THEME"],
        output_path=settings["OUTPUT_PATH"],
    ).env
    with suppress(TemplateError):
        prints_of_templates(environment, b"", {})
        for name in templates_read(environment):
            environment.get_template(name)
    return environment
