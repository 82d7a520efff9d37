"""The page of a digest that was just edited, ahead of the build that will publish it.

A build compares all digests; a look reads one, and takes what the last build kept for the rest: the
digests beside it, its key terms, the outlets that have pages. So it costs the same on a site of any
size. Nothing of it is kept or published: `serve` shows it until the build is done, and then what
was built. Where it might show what a build would not, there is none: a digest that is held, has
errors, hopes for words of others' articles or for a language model's summary.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment

from generator.building.drawing import Press, digest_page, with_told
from generator.building.gathering import base_of, plain
from generator.building.reading import Read, Shared, in_utc, prepare, read
from generator.building.totals import outlets_shown
from generator.render import draw
from generator.settings import SiteSettings
from generator.store.state import State
from generator.views.frame import output_path
from generator.views.outlet_pages import pages_of
from generator.views.quotation import figures_of

FRAME = "frame"
"""The fact by which a build leaves the frame of every page, a `SiteView`, to looks."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Edited:
    """A digest that was edited, and what a site's settings say."""

    slug: str
    content: Path
    settings: SiteSettings


def first_look(
    state: State, edited: Edited, environment: Environment, *, code: bytes, now: dt.datetime
) -> tuple[str, bytes] | None:
    """Return the file that shows a digest, and what would be in it; None where only a build knows.

    `code` is the fingerprint of the program; `environment` has the theme's templates. Raises
    `jinja2.TemplateError`, `OSError`, and what a broken state file raises.
    """
    base = base_of(edited.content, edited.settings, code=code)
    query = "SELECT live, told FROM digest LEFT JOIN told USING (slug) WHERE slug = ?"
    kept = state.one(query, (edited.slug,))
    if state.fact("base") != base or kept is None or kept[0] is None:
        return None
    press = _press(state, edited, environment)
    found = _read(state, edited)
    if press is None or found is None or not _can_be_shown(found, now):
        return None
    assert found.digest is not None  # noqa: S101 (`_can_be_shown` saw it)
    digest = with_told(found.digest, kept[1])
    figures = figures_of(digest, press.settings, pages=press.pages)
    view = digest_page(state, press, digest, figures, _neighbours(state, found))
    return output_path(view.page.address), draw(environment, view)


def _press(state: State, edited: Edited, environment: Environment) -> Press | None:
    site = state.fact(FRAME)
    if site is None:
        return None
    outlets = outlets_shown(state)
    return Press(
        state=state.path,
        stage=state.path.parent,
        content=edited.content,
        settings=plain(edited.settings),
        site=site,
        topics=(),
        prints={},
        pages=pages_of(outlets),
        with_pages=frozenset(outlet.slug for outlet in outlets),
        environment=environment,
    )


def _read(state: State, edited: Edited) -> Read | None:
    """Return what the digest's folder holds now, read with what the last build knew of the site."""
    known = state.fact("shared")
    if known is None or not (edited.content / "digests" / edited.slug).is_dir():
        return None
    site, broken = known
    prepare(
        Shared(content=edited.content, site=site, settings=plain(edited.settings), broken=broken)
    )
    (found,) = read([edited.slug])
    return found


def _can_be_shown(found: Read, now: dt.datetime) -> bool:
    """Tell whether a build, knowing of no other digest, would publish just this."""
    return (
        found.digest is not None
        and found.released
        and (found.embargo is None or found.embargo <= in_utc(now))
        and not found.sought
        and found.wanted is None
        and all(problem.severity != "error" for problem in found.problems)
    )


def _neighbours(state: State, found: Read) -> tuple[tuple[str, str] | None, tuple[str, str] | None]:
    """Return title and slug of the digests before and after one in time, as builds order them."""
    older = (
        "SELECT title, slug FROM digest WHERE live IS NOT NULL AND slug != ?2 "
        "AND (moment < ?1 OR moment = ?1 AND slug > ?2) ORDER BY moment DESC, slug LIMIT 1"
    )
    newer = (
        "SELECT title, slug FROM digest WHERE live IS NOT NULL AND slug != ?2 "
        "AND (moment > ?1 OR moment = ?1 AND slug < ?2) ORDER BY moment, slug DESC LIMIT 1"
    )
    place = (found.moment, found.slug)
    before, after = (state.one(query, place) for query in (older, newer))
    return before and (before[0], before[1]), after and (after[0], after[1])
