"""Whom a finding is credited to."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import Outlet


@dataclass(frozen=True, kw_only=True, slots=True)
class Credit:
    """Outlet, speaker and role, as far as the text tells them."""

    outlet: Outlet | None
    speaker: str | None = None
    role: str | None = None
    undecided: str = ""
    """Why there is no outlet or speaker."""
