"""Whom a finding is credited to."""

from __future__ import annotations

from typing import NamedTuple

from generator.model import Outlet


class Credit(NamedTuple):
    """Outlet, speaker and role, as far as the text tells them; a plain tuple, as a `Draft` is."""

    outlet: Outlet | None
    speaker: str | None = None
    role: str | None = None
    undecided: str = ""
    """Why there is no outlet or speaker."""
