"""Build a site as Pelican's own command does, from ours.

Pelican's `main` would read the settings file itself, after we have read it to tell what is wrong
with it. A settings file is a program: it is run once here.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from importlib import import_module
from typing import Any

from pelican import LOG_HANDLERS, Pelican, get_config, log, parse_arguments, signals

from generator.pelican_plugin.options import SETTINGS_FILE, read_file
from generator.pelican_plugin.running import BuildFailedError


def build_site(settings: str, *, output: str | None, path: str | None) -> int:
    """Build a site with Pelican, errors being fatal; return the exit status.

    `settings` is the settings file; `output` and `path` (content) override what it says.
    Raises `SettingsError` if it cannot be read.
    """
    arguments = ["-s", settings, "--fatal", "errors"]
    arguments += ["-o", output] if output else []
    arguments += ["-e", f"{SETTINGS_FILE}={json.dumps(settings)}"]
    given = parse_arguments([path, *arguments] if path else arguments)
    log.init(
        level=given.verbosity,
        fatal=given.fatal,
        name="pelican",
        handler=LOG_HANDLERS[given.log_handler],
        logs_dedup_min_level=getattr(logging, given.logs_dedup_min_level),
    )
    signals.finalized.connect(_say_no_more)
    try:
        site = _site(read_file(settings, override=get_config(given)))
        with log.console.status("Generating..."):
            site.run()
    except BuildFailedError as failed:
        return failed.exitcode
    finally:
        log.console.quiet = False
    return 0


def _site(settings: Mapping[str, Any]) -> Pelican:
    """Return the run of Pelican that `settings` ask for, by class or by its name."""
    wanted = settings["PELICAN_CLASS"]
    if isinstance(wanted, str):
        module, _, name = wanted.rpartition(".")
        wanted = getattr(import_module(module), name)
    return wanted(settings)


def _say_no_more(pelican: Pelican) -> None:
    """Keep Pelican from counting its own articles, of which there are none, at the end."""
    del pelican
    log.console.quiet = True
