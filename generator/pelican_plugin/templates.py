"""The templates' environment, made again in a process that cannot be sent this one's.

Filters may be functions of the settings file or of a plugin, which nothing can send. So the
process does what a build does: it reads the settings file, loads the site's plugins, and has
Pelican make an environment. What the command line said otherwise is sent.
"""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment
from pelican import Pelican
from pelican.generators import Generator
from pelican.settings import read_settings

from generator.pelican_plugin.options import settings_file
from generator.pelican_plugin.running import RUNNING

PROGRAMS = {
    *("JINJA_FILTERS", "JINJA_GLOBALS", "JINJA_TESTS", "PELICAN_CLASS", "PLUGINS", RUNNING),
}
"""Settings that are functions, or hold some: they come from the settings file itself."""


class OtherTemplatesError(Exception):
    """The settings file, read again, does not make the environment that the build has."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Again:
    """Makes the environment of a build again, in another process."""

    file: str
    """The settings file."""
    values: tuple[tuple[str, bytes], ...]
    """Settings as the build has them, pickled: its command line may say otherwise than the file."""
    names: tuple[frozenset[str], ...]
    """What templates may call, by which the two environments are compared."""

    def __call__(self) -> Environment:
        """Return the environment. Raises `OtherTemplatesError` if it is another one."""
        settings = read_settings(self.file)
        # Now that the settings file is a module of this process, what is from it can be read.
        settings.update((name, pickle.loads(value)) for name, value in self.values)  # noqa: S301
        Pelican(settings)  # loads the plugins, which may change settings, and listen
        environment: Environment = Generator(
            context=settings.copy(),
            settings=settings,
            path=settings["PATH"],
            theme=settings["THEME"],
            output_path=settings["OUTPUT_PATH"],
        ).env
        if _names(environment) != self.names:
            message = f"{self.file}, read again, gives templates other filters or functions"
            raise OtherTemplatesError(message)
        return environment


def again(settings: Mapping[str, Any], environment: Environment) -> Again:
    """Return what makes `environment`, of a build with `settings`, in another process."""
    values = (
        (name, data)
        for name, value in settings.items()
        if name not in PROGRAMS and (data := _sent(value)) is not None
    )
    return Again(
        file=str(Path(settings_file(settings)).absolute()),
        values=tuple(values),
        names=_names(environment),
    )


def _sent(value: object) -> bytes | None:
    """Return `value` pickled; None for what cannot be, which the settings file gives again."""
    try:
        return pickle.dumps(value)
    except (pickle.PicklingError, TypeError, AttributeError):
        return None


def _names(environment: Environment) -> tuple[frozenset[str], ...]:
    """Return the names of filters, globals and tests, and of all templates."""
    return (
        frozenset(environment.filters),
        frozenset(environment.globals),
        frozenset(environment.tests),
        frozenset(environment.list_templates()),
    )
