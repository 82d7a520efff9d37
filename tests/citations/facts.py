"""A citation of which everything is known, for the tests to take from."""

from __future__ import annotations

import dataclasses
import datetime as dt

from generator.citations import Citation

WHOLE = Citation(
    key="q-abc",
    kind="direct",
    words=("We fired the first pot … and it held water",),
    language="en",
    speaker="Tom Reed",
    role="potter",
    via="Meridian Wire",
    translated_from="Arabic",
    translator="S. Holt",
    outlet="Fen Herald",
    outlet_kind="daily",
    headline="Smoke over the pottery",
    byline="Ada Brook",
    published=dt.date(2026, 3, 1),
    published_text="1 March 2026",
    url="https://fen.example/kiln",
    archived="https://archive.example/kiln",
    captured=dt.date(2026, 3, 2),
    article_language="en",
    digest="The kiln is lit again",
    digest_language="en",
    digest_date=dt.date(2026, 3, 3),
    digest_date_text="3 March 2026",
    site="Test",
    permalink="https://test.example/digests/kiln/#q-abc",
)

BARE = Citation(
    key="q-abc",
    kind="direct",
    words=("Nobody cheered.",),
    language="en",
    outlet="Fen Herald",
    digest="The kiln is lit again",
    digest_language="en",
    digest_date=dt.date(2026, 3, 3),
    digest_date_text="3 March 2026",
    site="Test",
)
"""An outlet and words: all that a narrated review may know."""


def cited(**more: object) -> Citation:
    """Return the whole citation with `more` put in its place."""
    return dataclasses.replace(WHOLE, **more)  # type: ignore[arg-type]


def barely(**more: object) -> Citation:
    """Return the bare citation with `more` put in its place."""
    return dataclasses.replace(BARE, **more)  # type: ignore[arg-type]
