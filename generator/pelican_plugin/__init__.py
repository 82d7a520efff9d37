"""Our digests inside Pelican, through its public seams.

`PELICAN_CLASS` sends a run's output to a stage (`running`), `get_generators` adds our pages
(`digests`), `get_writer` gives ordinary pages their views (`pages`). Pelican keeps its settings,
its theme lookup, its ordinary pages and static files.
"""

from __future__ import annotations

from pelican import Pelican, signals
from pelican.generators import Generator
from pelican.writers import Writer

from generator.pelican_plugin.defaults import DEFAULT_SETTINGS

# Our generator and writer are imported late: a build that finds nothing changed needs neither.

__all__ = ["DEFAULT_SETTINGS", "register"]


def register() -> None:
    """Connect to Pelican's signals."""
    signals.get_generators.connect(_digest_generator)
    signals.get_writer.connect(_page_writer)
    signals.all_generators_finalized.connect(_views_drawn_up)


def _digest_generator(pelican: Pelican) -> type[Generator]:
    from generator.pelican_plugin.digests import DigestGenerator  # noqa: PLC0415 (see above)

    del pelican
    return DigestGenerator


def _page_writer(pelican: Pelican) -> type[Writer]:
    from generator.pelican_plugin.pages import PageWriter  # noqa: PLC0415 (see above)

    del pelican
    return PageWriter


def _views_drawn_up(generators: list[Generator]) -> None:
    """Draw up our views as soon as all ordinary pages and static files are known."""
    from generator.pelican_plugin.digests import DigestGenerator  # noqa: PLC0415 (see above)

    for generator in generators:
        if isinstance(generator, DigestGenerator):
            generator.draw_up()
