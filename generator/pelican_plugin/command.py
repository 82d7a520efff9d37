"""Run Pelican's own command from ours."""

from __future__ import annotations

import json

from pelican import Pelican, log, main, signals

from generator.pelican_plugin.options import SETTINGS_FILE


def build_site(settings: str, *, output: str | None, path: str | None) -> int:
    """Build a site with Pelican, errors being fatal; return the exit status.

    `settings` is the settings file; `output` and `path` (content) override what it says.
    """
    arguments = ["-s", settings, "--fatal", "errors"]
    arguments += ["-o", output] if output else []
    arguments += ["-e", f"{SETTINGS_FILE}={json.dumps(settings)}"]
    signals.finalized.connect(_say_no_more)
    try:
        main([path, *arguments] if path else arguments)
    finally:
        log.console.quiet = False
    return 0


def _say_no_more(pelican: Pelican) -> None:
    """Keep Pelican from counting its own articles, of which there are none, at the end."""
    del pelican
    log.console.quiet = True
