"""Sites large enough to be shared out among workers, with settings of their own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from bench.corpus.__main__ import main as make
from tests.conftest import CHECKOUT, environment

DIGESTS = 40
"""Three heaps to read, five and more to draw."""

SHOUTING = """
THEME_TEMPLATES_OVERRIDES = ["templates"]


def shout(text):
    return text.upper()


JINJA_FILTERS = {**JINJA_FILTERS, "shout": shout, "softly": lambda text: text.lower()}
"""
"""Settings with filters of their own: a function, and one without a name."""

BASE = '{% extends "!theme/base.html" %}{% block title %}{{ super()|shout|softly }}{% endblock %}\n'


def made_site(folder: Path, *, digests: int = DIGESTS) -> Path:
    """Make a site of narrated digests in `folder`, which must not be there; return it."""
    assert make([str(digests), str(folder), "--narrated-only"]) == 0
    return folder


def with_settings(site: Path, more: str, *, templates: dict[str, str] | None = None) -> Path:
    """Add lines to the settings of `site`, and templates that win over the theme's."""
    settings = site / "pelicanconf.py"
    settings.write_text(settings.read_text(encoding="utf-8") + more, encoding="utf-8")
    for name, text in (templates or {}).items():
        (site / "templates").mkdir(exist_ok=True)
        (site / "templates" / name).write_text(text, encoding="utf-8")
    return site


def command(*arguments: str) -> list[str]:
    """Return our command line."""
    return [sys.executable, "-m", "generator", *arguments]


def at(place: str) -> dict[str, str]:
    """Return the environment of a build that works at `place`."""
    return environment(PYTHONPATH=str(CHECKOUT), PRESSREVIEW_EXECUTOR=place)


def built(site: Path, place: str, *, output: str = "output") -> subprocess.CompletedProcess[str]:
    """Build `site` at `place`."""
    return subprocess.run(
        command("build", "-o", output),
        cwd=site,
        env=at(place),
        capture_output=True,
        text=True,
        check=False,
    )
